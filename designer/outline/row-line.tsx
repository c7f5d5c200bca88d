/** One row of the list: seen as a line, heard as a sentence. */
import { IconAlertCircle, IconArrowNarrowRight, IconCornerDownRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/i18n.ts';
import { blockIcons } from '../canvas/icons.tsx';
import type { ConflictMark } from '../conflicts/clash.ts';
import { ConflictBadge } from '../conflicts/conflict-badge.tsx';
import { markAloud } from '../conflicts/conflicts-texts.ts';
import { SideShape } from '../shared/side-mark.tsx';
import styles from './outline.module.css';
import type { Row } from './rows.ts';

interface Props {
  row: Row;
  findings: number;
  conflict?: ConflictMark | undefined;
  isChosen: boolean;
  isRoving: boolean;
  onChoose(row: Row): void;
  onOpen(): void;
}

export const RowLine = memo(function RowLine({
  row,
  findings,
  conflict,
  isChosen,
  isRoving,
  onChoose,
  onOpen,
}: Props) {
  const aloud = useAloud(row, findings, conflict);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-selected={isChosen}
      tabIndex={isRoving ? 0 : -1}
      data-row={row.id}
      data-kind={row.kind}
      {...(row.kind === 'step' && row.facts.side ? { 'data-side': row.facts.side } : {})}
      className={styles.row}
      style={{ '--level': row.level - 1 } as React.CSSProperties}
      onClick={() => onChoose(row)}
      onDoubleClick={onOpen}
    >
      <span className="unseen">{aloud}</span>
      <span className={styles.line} aria-hidden="true">
        {row.kind === 'step' ? <StepLine row={row} /> : <WayLine row={row} />}
        {conflict ? <ConflictBadge mark={conflict} inLine /> : null}
        {findings > 0 ? (
          <span className={styles.findings}>
            <IconAlertCircle size={16} stroke={1.75} /> {findings}
          </span>
        ) : null}
      </span>
    </div>
  );
});

function StepLine({ row }: { row: Extract<Row, { kind: 'step' }> }) {
  const { t } = useTranslation('outline');
  const { facts, number, to, isLoose } = row;
  const Icon = blockIcons[facts.block];
  return (
    <>
      <span className={styles.number}>{number}</span>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.title}>{facts.title}</span>
        {facts.people.length > 0 ? (
          <span className={styles.people}>
            {facts.people.map(({ role, name, side }) => (
              <span key={role}>
                <SideShape side={side} size={9} /> {name}
              </span>
            ))}
          </span>
        ) : null}
        {facts.term ? <span className={styles.term}>{facts.term}</span> : null}
        {isLoose ? <span className={styles.loose}>{t('leadsNowhere')}</span> : null}
      </span>
      {to === undefined ? null : <Leads to={to} />}
    </>
  );
}

function WayLine({ row }: { row: Extract<Row, { kind: 'way' }> }) {
  return (
    <>
      <span className={styles.number} />
      <IconCornerDownRight size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>{row.words}</span>
      {row.to === undefined ? null : <Leads to={row.to} />}
    </>
  );
}

function Leads({ to }: { to: string }) {
  return (
    <span className={styles.leads}>
      <IconArrowNarrowRight size={18} stroke={1.75} aria-hidden="true" /> {to}
    </span>
  );
}

/** "Step 3, call the resident, coordinator, within 2 working days, leads to step 4." */
function useAloud(row: Row, findings: number, conflict: ConflictMark | undefined): string {
  const { t } = useTranslation('outline');
  const language = useLanguage();
  const named = (place: string) => (/^\d/.test(place) ? t('step', { number: place }) : place);
  const attention = [
    ...(conflict ? [markAloud[conflict][language]] : []),
    ...(findings > 0 ? [t('findings', { count: findings })] : []),
  ];
  if (row.kind === 'way') {
    const to = row.to === undefined ? [] : [t('goesTo', { to: named(row.to) })];
    return sentence([row.words, ...to, ...attention], language);
  }
  const { number, facts, to, ways, isLoose } = row;
  return sentence(
    [
      ...(number ? [t('step', { number })] : []),
      facts.aloud,
      ...(ways > 0 ? [t('splits', { count: ways })] : []),
      ...(to === undefined ? [] : [t('leadsTo', { to: named(to) })]),
      ...(isLoose ? [t('leadsNowhere')] : []),
      ...attention,
    ],
    language,
  );
}

const sentence = (parts: string[], language: string): string => {
  // A title that asks needs no comma.
  const words = parts.join(', ').replace(/([?!]), /g, '$1 ');
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
};
