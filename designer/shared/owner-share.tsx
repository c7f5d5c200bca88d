/** The monkey meter: the four colours in proportion, with the numbers in words beneath. */
import { useTranslation } from 'react-i18next';
import type { Side } from '../../contract/index.ts';
import styles from './owner-share.module.css';
import { SideMark } from './side-mark.tsx';

const ORDER: readonly Side[] = ['initiator', 'volunteer', 'partner', 'us'];
/** More open promises of ours than this in one initiative asks for a look (P11). */
const MANY = 5;

export interface Share {
  counts: Record<Side, number>;
  all: number;
  /** Whole percent with initiators and volunteers together; undefined when nothing is open. */
  theirs?: number;
}

/** Counts the open commitments of each side. */
export function shareOf(owners: readonly Side[]): Share {
  const counts: Record<Side, number> = { initiator: 0, us: 0, partner: 0, volunteer: 0 };
  for (const side of owners) counts[side] += 1;
  const all = owners.length;
  const theirs = all === 0 ? undefined : Math.round((100 * (counts.initiator + counts.volunteer)) / all);
  return { counts, all, ...(theirs === undefined ? {} : { theirs }) };
}

export function OwnerShare({ owners }: { owners: readonly Side[] }) {
  const { t } = useTranslation('shared');
  const { counts, all, theirs } = shareOf(owners);
  if (all === 0) return <p className="quiet">{t('share.none')}</p>;
  const present = ORDER.filter((side) => counts[side] > 0);
  return (
    <div className={styles.share}>
      <div className={styles.bar} aria-hidden="true">
        {present.map((side) => (
          <span key={side} style={{ flexGrow: counts[side], background: `var(--${side})` }} />
        ))}
      </div>
      <ul>
        {present.map((side) => (
          <li key={side}>
            <SideMark side={side} word /> {counts[side]}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('share.theirs', { percent: theirs ?? 0 })}</p>
      {counts.us > MANY ? <p className={styles.warning}>{t('share.warning')}</p> : null}
    </div>
  );
}
