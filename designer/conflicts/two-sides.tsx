/** Yours beside theirs, each in words, with a button to choose it. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Artifact, Definition, Element, Form, MessageText, Role, Text } from '../../contract/index.ts';
import { difference } from '../../core/difference/index.ts';
import { said } from '../../core/prose/say.ts';
import { sentence } from '../../core/prose/sentence.ts';
import { useLanguage } from '../app/i18n.ts';
import { inOneLine, tell } from '../differences/words.ts';
import type { Conflict, Hand } from '../processes/merge.ts';
import type { Clash } from './clash.ts';
import styles from './conflicts.module.css';

interface Props {
  conflict: Conflict;
  clash: Clash;
  mine: Definition;
  /** What it is called, and what both hands are called. */
  title: string;
  names: Record<Hand, string>;
  chosen: Hand | undefined;
  onChoose(hand: Hand): void;
}

export function TwoSides({ conflict, clash, mine, title, names, chosen, onChoose }: Props) {
  const { t } = useTranslation('conflicts');
  return (
    <div className={styles.two}>
      {(['mine', 'theirs'] as const).map((hand) => {
        const is = chosen === hand;
        return (
          <div key={hand} className={styles.one} data-chosen={is || undefined}>
            <h4>{names[hand]}</h4>
            <Told
              conflict={conflict}
              value={conflict[hand]}
              base={clash.base}
              definition={hand === 'mine' ? mine : clash.theirs}
            />
            <Button
              size="compact-sm"
              variant={is ? 'filled' : 'default'}
              aria-pressed={is}
              aria-label={t(is ? 'chosenOf' : 'keepOf', { which: names[hand], what: title })}
              {...(is ? { leftSection: <IconCheck size={16} aria-hidden /> } : {})}
              onClick={() => onChoose(hand)}
            >
              {is ? t('chosen') : t('keep')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}

/** What this hand made of it: in a sentence what it is, and line by line what is other than it was. */
function Told({
  conflict,
  value,
  base,
  definition,
}: {
  conflict: Conflict;
  value: unknown;
  base: Definition;
  definition: Definition;
}) {
  const { t } = useTranslation('conflicts');
  const language = useLanguage();
  const { kind, id } = conflict;
  const lines = useMemo(() => {
    const change = difference(base, definition).find((one) => one.kind === kind && one.id === id);
    return change ? tell(change, { before: base, after: definition, language }).lines : undefined;
  }, [base, definition, kind, id, language]);
  if (value === undefined) return <p>{t('removed')}</p>;
  if (lines === undefined) return <p>{t('builtOn')}</p>;
  if (lines.length === 0) return <p>{wholeWords(kind, value, definition, language)}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={inOneLine(line)}>
          {line.words}
          {line.from === undefined || line.to === undefined ? null : (
            <>
              : <del>{line.from}</del> → <strong>{line.to}</strong>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const isText = (value: unknown): value is Text =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'nl' in value);

/** Of what is new on both sides there is no difference to tell: what it is. */
function wholeWords(
  kind: Conflict['kind'],
  value: unknown,
  definition: Definition,
  language: 'nl' | 'en',
): string {
  switch (kind) {
    case 'element': {
      const element = value as Element;
      const words = sentence(definition, element, language).map((one) =>
        typeof one === 'string' ? one : one.strong,
      );
      return `${said(element.name, language)} ${words.join('')}`.trim();
    }
    case 'form':
      return (value as Form).fields.map(({ label }) => said(label, language)).join(', ');
    case 'text':
      return said((value as MessageText).subject, language);
    case 'role':
    case 'ladder':
    case 'decision':
      return said((value as Pick<Role, 'name'>).name, language);
    case 'artifact': {
      const one = value as Artifact;
      return said(one.type === 'annotation' ? one.text : one.name, language) || one.id;
    }
    default:
      return isText(value) ? said(value, language) : '';
  }
}
