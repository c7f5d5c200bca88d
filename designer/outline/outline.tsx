/** The process as a list that can be edited wholly by keyboard and heard as sentences: the same draft as the drawing, by the same actions. */
import { Modal } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../core/prose/say.ts';
import {
  actions,
  BLOCK_IDS,
  type BlockId,
  blockOf,
  blocks,
  type Drawing,
  elementOf,
  flowOf,
  incoming,
  mayConnect,
  outgoing,
  perform,
  single,
  singleFlow,
} from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { blockIcons } from '../canvas/icons.tsx';
import type { Marks } from '../canvas/marks.ts';
import { type Choice, PickMenu } from '../canvas/pick-menu.tsx';
import type { Editor } from '../canvas/use-editor.ts';
import styles from './outline.module.css';
import { broughtTo, placeFor } from './place-for.ts';
import { RowLine } from './row-line.tsx';
import { type Row, rowsOf, stepRow, wayRow } from './rows.ts';
import { OutlineTools } from './tools.tsx';

interface Props {
  editor: Editor;
  marks: Marks;
  /** Opens the properties of what is selected and goes there. */
  onProperties(): void;
  /** Says something to who listens. */
  onSay(words: string): void;
}

type Asking = { what: 'add' | 'connect' | 'lead' | 'cut' };

const NAME = 'outline-name';

export function Outline({ editor, marks, onProperties, onSay }: Props) {
  const { t } = useTranslation('outline');
  const language = useLanguage();
  const { drawing, run, together } = editor;
  const { definition, selection } = drawing;
  const { rows, outline } = useMemo(() => rowsOf(definition, language), [definition, language]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const [asking, setAsking] = useState<Asking>();
  const tree = useRef<HTMLDivElement>(null);
  const fresh = useRef<Drawing>(drawing);
  fresh.current = drawing;

  const chosen = rowOf(drawing, byId);
  const roving = chosen ?? rows[0];
  const toFocus = useRef(false);
  /** The cursor goes to the row of what is selected, once it is there. */
  const focusChosen = useCallback(() => {
    toFocus.current = true;
    requestAnimationFrame(() => {
      if (!toFocus.current) return;
      toFocus.current = false;
      tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
    });
  }, []);
  const shown = chosen?.id;
  useEffect(() => {
    if (shown === undefined) return;
    tree.current?.querySelector(`[data-row="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const choose = useCallback(
    (row: Row) => {
      run(
        'select',
        row.kind === 'step' ? { elements: [row.element.id], flows: [] } : { elements: [], flows: [row.flow] },
      );
    },
    [run],
  );
  const goTo = (row: Row | undefined) => {
    if (!row) return;
    choose(row);
    focusChosen();
  };

  const one = single(drawing);
  const way = singleFlow(drawing);
  const titleIn = (id: string | undefined): string => {
    const element = elementOf(definition, id);
    return element ? titleOf(element, language) : '';
  };
  /** `4. Call the resident`, as it stands in the list. */
  const stepName = (id: string): string => {
    const number = outline.byId.get(id)?.number;
    return number ? `${number}. ${titleIn(id)}` : titleIn(id);
  };

  const can = {
    add: placeFor(drawing),
    connect: one ? actions.connect.enabled(drawing) : way !== undefined,
    attach: actions.attach.enabled(drawing),
    earlier: actions.earlier.enabled(drawing),
    later: actions.later.enabled(drawing),
    cut: one !== undefined && outgoing(definition, one.id).length + incoming(definition, one.id).length > 0,
    remove: actions.remove.enabled(drawing),
  };
  const cannot = () => onSay(t('said.cannot'));

  const add = () => (can.add ? setAsking({ what: 'add' }) : cannot());
  const connect = () => (can.connect ? setAsking({ what: way ? 'lead' : 'connect' }) : cannot());
  const cut = () => (can.cut ? setAsking({ what: 'cut' }) : cannot());
  const attach = () => {
    if (!one || !can.attach) return cannot();
    run('attach', { host: one.id });
    onSay(t('said.attached'));
    focusChosen();
  };
  const shift = (to: 'earlier' | 'later') => {
    if (!one || !can[to]) return cannot();
    run(to, { id: one.id });
    onSay(t(`said.${to}`));
    focusChosen();
  };
  const remove = () => {
    if (!can.remove) return cannot();
    const at = chosen ? rows.indexOf(chosen) : -1;
    const next = rows[at - 1] ?? rows[at + 1];
    together((now) => {
      const after = perform(now, 'remove', undefined);
      if (!next || after === now) return after;
      const wanted =
        next.kind === 'step'
          ? { elements: [next.element.id], flows: [] }
          : { elements: [], flows: [next.flow] };
      return perform(after, 'select', wanted);
    });
    onSay(t('said.removed'));
    focusChosen();
  };
  const back = (to: 'undo' | 'redo') => {
    editor[to]();
    onSay(t(to === 'undo' ? 'said.undone' : 'said.redone'));
    focusChosen();
  };
  const rename = () => {
    const input = document.getElementById(NAME);
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.select();
    } else cannot();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const at = roving ? rows.indexOf(roving) : -1;
    const doing = keyed(event, {
      'mod+z': () => back(event.shiftKey ? 'redo' : 'undo'),
      'mod+y': () => back('redo'),
      'alt+arrowup': () => shift('earlier'),
      'alt+arrowdown': () => shift('later'),
      arrowdown: () => goTo(rows[at + 1]),
      arrowup: () => goTo(rows[at - 1]),
      arrowleft: () => goTo(roving?.above === undefined ? undefined : byId.get(roving.above)),
      arrowright: () => goTo(rows[at + 1]?.above === roving?.id ? rows[at + 1] : undefined),
      home: () => goTo(rows[0]),
      end: () => goTo(rows.at(-1)),
      enter: onProperties,
      ' ': () => goTo(roving),
      f2: rename,
      a: add,
      c: connect,
      x: cut,
      m: attach,
      delete: remove,
      backspace: remove,
    })[key];
    if (!doing) return;
    event.preventDefault();
    event.stopPropagation();
    doing();
  };

  const asked = asking && choices();
  function choices(): { title: string; choices: Choice[]; pick(id: string): void } | undefined {
    const place = placeFor(drawing);
    if (asking?.what === 'add' && place) {
      const name = titleIn('part' in place ? place.part : selection.elements[0]);
      return {
        title: place.kind === 'between' ? t('between') : t(place.kind, { name }),
        choices: BLOCK_IDS.filter((id) => id !== 'start').map((id) => blockChoice(id, language)),
        pick: (block) => {
          const before = fresh.current.definition;
          const next = together((now) => broughtTo(now, place, block as BlockId));
          onSay(
            next.definition === before
              ? t('said.cannot')
              : t('said.added', { name: blocks[block as BlockId].name[language] }),
          );
        },
      };
    }
    if ((asking?.what === 'connect' && one) || (asking?.what === 'lead' && way)) {
      const from = one?.id ?? (way?.from as string);
      return {
        title: t('whereTo', { name: titleIn(from) }),
        choices: rows.flatMap((row) => {
          if (row.kind !== 'step' || !mayConnect(definition, from, row.element.id, way?.outcome, way?.id).ok)
            return [];
          return [{ ...elementChoice(row.element.id), id: row.element.id }];
        }),
        pick: (to) => {
          if (way) run('reconnect', { flow: way.id, to });
          else
            together((now) => {
              const next = perform(now, 'connect', { from, to });
              return perform(next, 'select', { elements: [from], flows: [] });
            });
          onSay(t('said.connected', { name: stepName(to) }));
        },
      };
    }
    if (asking?.what === 'cut' && one)
      return {
        title: t('whichCut'),
        choices: [
          ...outgoing(definition, one.id).map(({ id, to }) => ({
            ...elementChoice(to),
            id,
            label: t('fromHere', { name: stepName(to) }),
          })),
          ...incoming(definition, one.id).map(({ id, from }) => ({
            ...elementChoice(from),
            id,
            label: t('toHere', { name: stepName(from) }),
          })),
        ],
        pick: (flow) => {
          together((now) => {
            const next = perform(
              perform(now, 'select', { elements: [], flows: [flow] }),
              'remove',
              undefined,
            );
            return perform(next, 'select', { elements: [one.id], flows: [] });
          });
          onSay(t('said.cut'));
        },
      };
    return undefined;
  }
  function elementChoice(id: string): Omit<Choice, 'id'> {
    const element = elementOf(definition, id);
    const Icon = blockIcons[element ? blockOf(element) : 'task'];
    return { label: stepName(id), icon: <Icon size={18} stroke={1.75} aria-hidden="true" />, words: id };
  }

  return (
    <div className={styles.outline}>
      <OutlineTools
        editor={editor}
        element={one}
        way={way}
        nameId={NAME}
        can={can}
        onAdd={add}
        onConnect={connect}
        onAttach={attach}
        onShift={shift}
        onCut={cut}
        onRemove={remove}
        onProperties={onProperties}
        onBack={back}
        onLeave={focusChosen}
      />
      <p id="outline-hint" className={styles.hint}>
        {t('hint')}
      </p>
      <div
        ref={tree}
        role="tree"
        aria-label={t('tree')}
        aria-describedby="outline-hint"
        className={styles.tree}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (!chosen && roving) choose(roving);
        }}
      >
        {rows.map((row) => (
          <RowLine
            key={row.id}
            row={row}
            conflict={marks.conflicts?.get(row.kind === 'step' ? row.element.id : row.flow)}
            findings={marks.findings?.get(row.kind === 'step' ? row.element.id : row.flow)?.length ?? 0}
            isChosen={row === chosen}
            isRoving={row === roving}
            onChoose={choose}
            onOpen={onProperties}
          />
        ))}
      </div>
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsking(undefined)}
        withCloseButton={false}
        returnFocus={false}
      >
        {asked ? (
          <PickMenu
            title={asked.title}
            choices={asked.choices}
            empty={t('noTargets')}
            onClose={() => {
              setAsking(undefined);
              setTimeout(focusChosen, BACK_MS);
            }}
            onPick={(id) => {
              asked.pick(id);
              setAsking(undefined);
              setTimeout(focusChosen, BACK_MS);
            }}
          />
        ) : null}
      </Modal>
    </div>
  );
}

/** The dialog keeps the cursor while it is there. */
const BACK_MS = 30;

function rowOf({ definition, selection }: Drawing, byId: ReadonlyMap<string, Row>): Row | undefined {
  const [element] = selection.elements;
  if (element !== undefined) return byId.get(stepRow(element));
  const flow = flowOf(definition, selection.flows[0]);
  return flow && (byId.get(wayRow(flow.id)) ?? byId.get(stepRow(flow.from)));
}

function blockChoice(id: BlockId, language: 'nl' | 'en'): Choice {
  const Icon = blockIcons[id];
  const { name, hint } = blocks[id];
  return {
    id,
    label: name[language],
    hint: hint[language],
    icon: <Icon size={20} stroke={1.75} aria-hidden="true" />,
    words: `${name.nl} ${name.en}`,
  };
}

/** What a key does, by key; those held with others are told apart by what is held. */
function keyed(
  { ctrlKey, metaKey, altKey }: KeyboardEvent,
  doing: Record<string, () => void>,
): Record<string, (() => void) | undefined> {
  const held = ctrlKey || metaKey ? 'mod+' : altKey ? 'alt+' : '';
  return Object.fromEntries(
    Object.entries(doing).flatMap(([keys, act]) => {
      const plain = !keys.includes('+');
      if (held === '') return plain ? [[keys, act]] : [];
      return keys.startsWith(held) ? [[keys.slice(held.length), act]] : [];
    }),
  );
}
