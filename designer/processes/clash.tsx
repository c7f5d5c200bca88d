/** Two people changed the same: both are laid side by side, and one is chosen for each. */
import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Artifact,
  Decision,
  Definition,
  Element,
  Flow,
  Form,
  MessageText,
  Role,
  Text,
} from '../../contract/index.ts';
import { difference } from '../../core/difference/index.ts';
import { nameOf, said } from '../../core/prose/say.ts';
import { sentence } from '../../core/prose/sentence.ts';
import { useLanguage } from '../app/i18n.ts';
import { usePeople } from '../app/queries.ts';
import { inOneLine, tell } from '../differences/words.ts';
import { useDays } from '../shared/today.ts';
import type { Conflict } from './merge.ts';
import styles from './process-page.module.css';
import type { Clash } from './use-draft.ts';

export function ClashDialog({
  clash,
  mine,
  onSettle,
}: {
  clash: Clash;
  mine: Definition;
  onSettle(choose: Record<string, 'mine' | 'theirs'>): void;
}) {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const people = usePeople();
  const days = useDays();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const who = (clash.by && people.get(clash.by)?.name) || t('conflict.someone');
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
      title={t('conflict.title')}
    >
      <p style={{ marginTop: 0 }}>{t('conflict.lead', { who, at: days.time(clash.at) })}</p>
      <ul className={styles.conflicts}>
        {clash.conflicts.map((conflict) => {
          const key = `${conflict.kind} ${conflict.id}`;
          return (
            <li key={key}>
              <Radio.Group
                label={`${t(`conflict.what.${conflict.kind}`)}: ${nameIn(conflict, mine, clash.theirs, language)}`}
                value={chosen[key] ?? 'mine'}
                onChange={(value) =>
                  setChosen((before) => ({ ...before, [key]: value as 'mine' | 'theirs' }))
                }
              >
                <div className={styles.two}>
                  <Radio
                    value="mine"
                    label={t('conflict.mine')}
                    description={
                      <Shown conflict={conflict} which="mine" definition={mine} base={clash.base} />
                    }
                  />
                  <Radio
                    value="theirs"
                    label={t('conflict.theirs', { who })}
                    description={
                      <Shown conflict={conflict} which="theirs" definition={clash.theirs} base={clash.base} />
                    }
                  />
                </div>
              </Radio.Group>
            </li>
          );
        })}
      </ul>
      <Button onClick={() => onSettle(chosen)}>{t('conflict.use')}</Button>
    </Modal>
  );
}

function nameIn({ kind, id }: Conflict, mine: Definition, theirs: Definition, language: 'nl' | 'en'): string {
  if (kind === 'element')
    return nameOf(mine.elements.some((one) => one.id === id) ? mine : theirs, id, language);
  if (kind === 'form')
    return said([...mine.forms, ...theirs.forms].find((form) => form.id === id)?.name, language) || id;
  return id;
}

function Shown({
  conflict,
  which,
  definition,
  base,
}: {
  conflict: Conflict;
  which: 'mine' | 'theirs';
  definition: Definition;
  /** What both began with. */
  base: Definition;
}) {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const value = conflict[which];
  if (value === undefined) return <em>{t('conflict.removed')}</em>;
  if (conflict.kind === 'element') {
    const element = value as Element;
    const pieces = sentence(definition, element, language).map((piece) =>
      typeof piece === 'string' ? piece : piece.strong,
    );
    return (
      <>
        <strong>{said(element.name, language)}</strong> {pieces.join('')}
        <ChangedIn base={base} definition={definition} conflict={conflict} />
      </>
    );
  }
  return (
    <>
      {wordsOf(conflict, value, definition, language)}
      <ChangedIn base={base} definition={definition} conflict={conflict} />
    </>
  );
}

/** What this hand changed of it, property by property. */
function ChangedIn({
  base,
  definition,
  conflict,
}: {
  base: Definition;
  definition: Definition;
  conflict: Conflict;
}) {
  const language = useLanguage();
  const change = difference(base, definition).find(
    ({ kind, id }) => kind === conflict.kind && id === conflict.id,
  );
  const lines = change ? tell(change, { before: base, after: definition, language }).lines : [];
  if (lines.length === 0) return null;
  return (
    <span style={{ display: 'block', marginTop: 4 }}>
      {lines.map((line) => (
        <span key={inOneLine(line)} style={{ display: 'block' }}>
          {inOneLine(line)}
        </span>
      ))}
    </span>
  );
}

const isText = (value: unknown): value is Text =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'nl' in value);

/** What somebody made of it, as far as words say it. */
function wordsOf({ kind }: Conflict, value: unknown, definition: Definition, language: 'nl' | 'en'): string {
  switch (kind) {
    case 'flow': {
      const { from, to } = value as Flow;
      return `${nameOf(definition, from, language)} → ${nameOf(definition, to, language)}`;
    }
    case 'form':
      return (value as Form).fields.map(({ label }) => said(label, language)).join(', ');
    case 'role':
    case 'ladder':
      return said((value as Role).name, language);
    case 'text':
      return said((value as MessageText).subject, language);
    case 'decision':
      return said((value as Decision).name, language) || (value as Decision).id;
    case 'artifact': {
      const one = value as Artifact;
      return said(one.type === 'annotation' ? one.text : one.name, language) || one.id;
    }
    default:
      return isText(value) ? said(value, language) : Object.keys(value as object).join(', ');
  }
}
