/** What the drawn process asks of people: a few figures, where they come from, and the change against the published version. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Side } from '../../contract/index.ts';
import { about, type Burden, rangeWords, type Weighed } from '../../core/burden/index.ts';
import { nameOf } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './burden.module.css';
import { useBurden, usePublishedBurden } from './use-burden.ts';

interface Props {
  definition: Definition;
  onShow(place: { element: string }): void;
}

export function BurdenShown({ definition, onShow }: Props) {
  const { t } = useTranslation('burden');
  const burden = useBurden(definition);
  const published = usePublishedBurden(definition.id);
  if (!burden) return null;
  return (
    <section className={styles.burden} aria-labelledby="burden">
      <h2 id="burden">{t('title')}</h2>
      <p className={styles.quiet}>{t('lead')}</p>
      <ul className={styles.figures}>
        <Help definition={definition} onShow={onShow} burden={burden} published={published} />
        <Questions definition={definition} onShow={onShow} burden={burden} published={published} />
        <Messages definition={definition} onShow={onShow} burden={burden} published={published} />
        <Turns definition={definition} onShow={onShow} burden={burden} published={published} />
      </ul>
      {published && weighsTheSame(burden, published.burden) ? (
        <p className={styles.quiet}>{t('same', { version: published.version })}</p>
      ) : null}
    </section>
  );
}

interface FigureProps extends Props {
  burden: Burden;
  published: { version: number; burden: Burden } | undefined;
}

function Help({ burden, published, ...place }: FigureProps) {
  const { t } = useTranslation('burden');
  const language = useLanguage();
  const { untilHelp: now } = burden;
  const before = published?.burden.untilHelp;
  const range = now && rangeWords(now.shortest.span, now.longest.span, language);
  const rangeBefore = before && rangeWords(before.shortest.span, before.longest.span, language);
  const version = published?.version;
  const change =
    version === undefined || range === rangeBefore
      ? undefined
      : rangeBefore === undefined
        ? t('noHelpWas', { version })
        : t('was', { before: rangeBefore, version });
  const apart = now && about(now.shortest.span) !== about(now.longest.span);
  return (
    <Figure
      what={t('help')}
      figure={range ?? t('noHelp')}
      changes={change ? [change] : []}
      lists={
        now
          ? [
              ...(apart ? [{ title: t('shortest'), elements: now.shortest.elements }] : []),
              { title: apart ? t('longest') : '', elements: now.longest.elements },
              ...(now.open.length > 0 ? [{ title: t('open'), elements: now.open }] : []),
            ]
          : []
      }
      {...place}
    />
  );
}

function Questions({ burden, published, ...place }: FigureProps) {
  const { t } = useTranslation('burden');
  const { questions, required } = burden;
  const changes = [
    useChange('questions', questions, published?.burden.questions, published?.version),
    useChange('required', required, published?.burden.required, published?.version),
  ];
  return (
    <Figure
      what={t('questions')}
      figure={questions.total === 0 ? '0' : `${questions.total}, ${t('required', { count: required.total })}`}
      changes={changes.filter((change) => change !== undefined)}
      lists={[{ title: '', elements: questions.elements }]}
      {...place}
    />
  );
}

function Messages({ burden, published, ...place }: FigureProps) {
  const { t } = useTranslation('burden');
  const { onTime, atMost } = burden.messages;
  const before = published?.burden.messages;
  const changes = [
    useChange('messages', onTime, before?.onTime, published?.version),
    useChange('atMost', atMost, before?.atMost, published?.version),
  ];
  return (
    <Figure
      what={t('messages')}
      figure={`${t('messagesOnTime', { count: onTime.total })}, ${t('messagesAtMost', { count: atMost.total })}`}
      changes={changes.filter((change) => change !== undefined)}
      lists={[{ title: '', elements: atMost.elements }]}
      {...place}
    />
  );
}

function Turns({ burden, published, ...place }: FigureProps) {
  const { t } = useTranslation('burden');
  const { turns } = burden;
  const changeOf = useChangeWords();
  const sides = new Set<Side>([...turns, ...(published?.burden.turns ?? [])].map(({ side }) => side));
  const of = (all: Burden['turns'], side: Side) => all.find((one) => one.side === side)?.weighed.total ?? 0;
  const changes = published
    ? [...sides].flatMap((side) => {
        const by = of(turns, side) - of(published.burden.turns, side);
        return changeOf('turns', by, published.version, t(`sides.${side}`)) ?? [];
      })
    : [];
  return (
    <Figure
      what={t('turns')}
      figure={
        turns.map(({ side, weighed }) => `${t(`sides.${side}`)} ${weighed.total}`).join(' · ') || t('nobody')
      }
      changes={changes}
      lists={turns.map(({ side, weighed }) => ({ title: t(`sides.${side}`), elements: weighed.elements }))}
      {...place}
    />
  );
}

type Kind = 'questions' | 'required' | 'messages' | 'atMost' | 'turns';

function useChangeWords() {
  const { t } = useTranslation('burden');
  return (kind: Kind, by: number, version: number, side = ''): string | undefined =>
    by === 0 ? undefined : t(`${by > 0 ? 'more' : 'fewer'}.${kind}`, { count: Math.abs(by), version, side });
}

function useChange(kind: Kind, now: Weighed, before: Weighed | undefined, version: number | undefined) {
  const words = useChangeWords();
  return before && version !== undefined ? words(kind, now.total - before.total, version) : undefined;
}

interface FigureOf extends Props {
  what: string;
  figure: ReactNode;
  changes: string[];
  lists: { title: string; elements: readonly string[] }[];
}

function Figure({ what, figure, changes, lists, definition, onShow }: FigureOf) {
  const { t } = useTranslation('burden');
  const language = useLanguage();
  return (
    <li>
      <h3>{what}</h3>
      <p className={styles.figure}>{figure}</p>
      {changes.map((change) => (
        <p key={change} className={styles.change}>
          {change}
        </p>
      ))}
      {lists.some(({ elements }) => elements.length > 0) ? (
        <details className={styles.where}>
          <summary aria-label={t('whereOf', { what })}>{t('where')}</summary>
          {lists.map(({ title, elements }) => (
            <div key={title}>
              {title ? <h4>{title}</h4> : null}
              <ul>
                {elements.map((element) => (
                  <li key={element}>
                    <button type="button" className={styles.place} onClick={() => onShow({ element })}>
                      {nameOf(definition, element, language)}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ) : null}
    </li>
  );
}

const figuresOf = ({ untilHelp, questions, required, messages, turns }: Burden) =>
  JSON.stringify([
    untilHelp && [untilHelp.shortest.span, untilHelp.longest.span],
    questions.total,
    required.total,
    messages.onTime.total,
    messages.atMost.total,
    turns.map(({ side, weighed }) => [side, weighed.total]),
  ]);

const weighsTheSame = (a: Burden, b: Burden) => figuresOf(a) === figuresOf(b);
