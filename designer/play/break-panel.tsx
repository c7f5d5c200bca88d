/** Tries to break the process with random stories while somebody waits, and tells what it found as small stories to play. */
import { Button } from '@mantine/core';
import { IconHammer, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { InvalidDefinition } from '../../core/engine/compile.ts';
import { nameOf, said } from '../../core/prose/say.ts';
import { type Broken, breaking, sameTrouble, type Trouble } from '../../core/trying/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { inSlices } from './in-slices.ts';
import styles from './play.module.css';
import { toldSteps } from './told-steps.ts';

/** As many as somebody can wait for. */
const STORIES = 60;

export interface Hunt {
  busy: boolean;
  /** Of this turn. */
  done: number;
  /** Of all turns. */
  stories: number;
  broken: readonly Broken[];
  impossible: boolean;
  go(): void;
  stop(): void;
}

/** What was found stays while one plays it; every turn has stories of its own. */
export function useHunt(definition: Definition, called: readonly Definition[]): Hunt {
  const [state, setState] = useState({ busy: false, done: 0, stories: 0, impossible: false });
  const [broken, setBroken] = useState<readonly Broken[]>([]);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  async function go() {
    turn.current += 1;
    const mine = turn.current;
    let done = 0;
    let shown = 0;
    setState({ ...state, busy: true, done: 0 });
    try {
      const work = breaking(definition, {
        seed: state.stories + 1,
        stories: STORIES,
        called,
        onStory(n) {
          done = n;
          // Not every one: the screen has better things to do.
          if (n - shown < 5 && n !== STORIES) return;
          shown = n;
          if (mine === turn.current) setState((before) => ({ ...before, done: n }));
        },
      });
      const tried = await inSlices(work, () => mine === turn.current);
      if (!tried) return;
      setBroken((before) => [
        ...before,
        ...tried.broken.filter((one) => !before.some((known) => sameTrouble(known.trouble, one.trouble))),
      ]);
      setState((before) => ({ ...before, busy: false, stories: before.stories + done }));
    } catch (error) {
      if (!(error instanceof InvalidDefinition)) throw error;
      setState({ busy: false, done: 0, stories: 0, impossible: true });
    }
  }
  return {
    ...state,
    broken,
    go: () => void go(),
    stop() {
      turn.current += 1;
      setState((before) => ({ ...before, busy: false }));
    },
  };
}

interface Props {
  definition: Definition;
  /** Processes that it calls; they play along. */
  called: readonly Definition[];
  hunt: Hunt;
  onOpen(broken: Broken, title: string): void;
}

export function BreakPanel({ definition, called, hunt, onOpen }: Props) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const title = (trouble: Trouble): string => {
    const inside = called.findLast(({ id }) => id === trouble.process);
    const element = nameOf(inside ?? definition, trouble.element.replace(/\.confirm$/, ''), language);
    const what = inside ? t('whatInside', { what: element, process: said(inside.name, language) }) : element;
    if (trouble.kind === 'defect') return t('trouble.defect', { why: trouble.message });
    if (trouble.kind !== 'incident') return t(`trouble.${trouble.kind}`, { what });
    const kind =
      trouble.code === 'CONDITION_ERROR'
        ? 'noWayOn'
        : trouble.code === 'UNHANDLED_ERROR_EVENT'
          ? 'uncaught'
          : trouble.code === 'ENDLESS_LOOP'
            ? 'endless'
            : 'incident';
    return t(`trouble.${kind}`, { what });
  };
  return (
    <>
      <p style={{ margin: 0 }}>{t('breakLead')}</p>
      <div className={styles.buttons}>
        {hunt.busy ? (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={18} aria-hidden />}
            onClick={hunt.stop}
          >
            {t('breakStop')}
          </Button>
        ) : (
          <Button leftSection={<IconHammer size={18} aria-hidden />} onClick={hunt.go}>
            {t(hunt.stories > 0 ? 'breakMore' : 'breakGo')}
          </Button>
        )}
      </div>
      <p role="status" className={styles.line}>
        {hunt.impossible
          ? t('breakImpossible')
          : hunt.busy
            ? t('breakBusy', { done: hunt.done, all: STORIES })
            : hunt.stories === 0
              ? ''
              : hunt.broken.length > 0
                ? t('breakFound', { count: hunt.stories, found: hunt.broken.length })
                : t('breakNone', { count: hunt.stories })}
      </p>
      <ul className={styles.list}>
        {hunt.broken.map((one) => (
          <li
            key={`${one.trouble.kind} ${one.trouble.process} ${one.trouble.element} ${one.seed}`}
            className={styles.scenario}
            data-state="red"
          >
            <strong>{title(one.trouble)}</strong>
            <details>
              <summary>{t('howTo')}</summary>
              <ol className={styles.steps}>
                {toldSteps(one.story, [definition, ...called], language).map((step, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one story stay in their places
                  <li key={i}>{step}</li>
                ))}
              </ol>
              <p className={styles.line}>{t('seed', { seed: one.seed })}</p>
            </details>
            <div className={styles.buttons}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('openOf', { name: title(one.trouble) })}
                leftSection={<IconPlayerPlay size={16} aria-hidden />}
                onClick={() => onOpen(one, title(one.trouble))}
              >
                {t('open')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
