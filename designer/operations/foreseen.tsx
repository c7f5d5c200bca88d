/** What would begin, end, change and move, in sentences. */
import { useTranslation } from 'react-i18next';
import { useDays } from '../shared/today.ts';
import styles from './operations.module.css';
import { counted, type Previewed } from './repair.ts';

interface Props {
  preview: Previewed;
  names(element: string): string;
  /** Elements that are tried again afterwards. */
  after: readonly string[];
}

export function Foreseen({ preview, names, after }: Props) {
  const { t } = useTranslation('operations');
  const { begins, ends, rescheduled, variables } = preview;
  const list = (found: Previewed['begins']) =>
    counted(found.map(({ element }) => names(element))).map(({ name, times }) =>
      times > 1 ? `${name} (${times}×)` : name,
    );
  if (begins.length + ends.length + rescheduled.length + variables.length + after.length === 0)
    return <p>{t('repair.foreseenNothing')}</p>;
  const rows: [string, string[]][] = [
    [t('repair.ends'), list(ends)],
    [t('repair.begins'), list(begins)],
  ];
  return (
    <dl className={styles.effects}>
      {rows.map(([what, which]) =>
        which.length > 0 ? (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{which.join(', ')}</dd>
          </div>
        ) : null,
      )}
      {variables.length > 0 ? (
        <div>
          <dt>{t('repair.values')}</dt>
          {variables.map(({ name, from, to }) => (
            <dd key={name}>
              {t('repair.valueFromTo', { name, from: JSON.stringify(from), to: JSON.stringify(to) })}
            </dd>
          ))}
        </div>
      ) : null}
      {rescheduled.length > 0 ? (
        <div>
          <dt>{t('dates.title')}</dt>
          <Moved rescheduled={rescheduled} names={names} />
        </div>
      ) : null}
      {after.length > 0 ? (
        <div>
          <dt>{t('repair.after')}</dt>
          <dd>{after.map(names).join(', ')}</dd>
        </div>
      ) : null}
    </dl>
  );
}

interface MovedProps {
  rescheduled: Previewed['rescheduled'];
  names(element: string): string;
  /** What it stands in: a list of terms, or a plain one. */
  as?: 'dd' | 'li';
}

/** Moments that change, appear or go. */
export function Moved({ rescheduled, names, as: Item = 'dd' }: MovedProps) {
  const { t } = useTranslation('operations');
  const days = useDays();
  return rescheduled.map(({ item, from, to }, i) => {
    const what = names(item);
    const words =
      from === undefined
        ? t('dates.new', { what, to: days.moment(to ?? '') })
        : to === undefined
          ? t('dates.gone', { what, from: days.moment(from) })
          : t('dates.moved', { what, from: days.moment(from), to: days.moment(to) });
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never reordered
    return <Item key={i}>{words}</Item>;
  });
}
