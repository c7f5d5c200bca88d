/** What waits for a decision, by how long: bars by age, and the list itself as a table. */
import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dutchCalendar, workingDaysBetween } from '../../core/calendar/index.ts';
import { said, useLanguage } from '../app/i18n.ts';
import { commitmentsQuery, type Raised, raisedQuery, tasksQuery, useInitiatives } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useDays } from '../shared/today.ts';
import styles from './page.module.css';

export const AGES = ['fresh', 'older', 'oldest'] as const;
export type Age = (typeof AGES)[number];

/** By working days waited: up to 5, up to 10, longer. */
export const ageOf = (workingDays: number): Age =>
  workingDays <= 5 ? 'fresh' : workingDays <= 10 ? 'older' : 'oldest';

export function RaisedItems() {
  const { t, i18n } = useTranslation('monitor');
  const days = useDays();
  const aboutOf = useAbout();
  const narrow = useMediaQuery('screen and (max-width: 48rem)', false, {
    getInitialValueInEffect: false,
  });
  const { data = [] } = useQuery(raisedQuery({ state: 'open' }));
  const initiatives = useInitiatives(data.map(({ initiative }) => initiative));
  const waited = data
    .map((item) => ({
      item,
      days: Math.max(
        0,
        workingDaysBetween({ ...dutchCalendar, zone: days.zone }, days.dateOf(item.at), days.today),
      ),
    }))
    .sort((a, b) => b.days - a.days);
  const written = (count: number) => (count === 0 ? t('raised.today') : t('raised.days', { count }));
  const counts = AGES.map((age) => ({ age, count: waited.filter((one) => ageOf(one.days) === age).length }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const levelOf = (level: string) =>
    i18n.exists(`raised.level.${level}`, { ns: 'monitor' }) ? t(`raised.level.${level as 'manager'}`) : level;
  return (
    <section className="card" aria-labelledby="raised">
      <h2 id="raised">{t('raised.title')}</h2>
      <p>
        {data.length === 0
          ? t('raised.none')
          : t('raised.some', { count: data.length, oldest: written(waited[0]?.days ?? 0) })}
      </p>
      {data.length === 0 ? null : (
        <>
          <dl className={styles.ages} aria-label={t('raised.bars')}>
            {counts.map(({ age, count }) => (
              <div key={age}>
                <dt>{t(`raised.ages.${age}`)}</dt>
                <dd>
                  <span
                    className={styles.age}
                    style={{ width: `${(100 * count) / most}%` }}
                    aria-hidden="true"
                  />
                  {count}
                </dd>
              </div>
            ))}
          </dl>
          {narrow ? (
            <ul className={styles.asList}>
              {waited.map(({ item, days: count }) => {
                const initiative = initiatives.get(item.initiative ?? '');
                return (
                  <li key={item.id}>
                    <p>
                      <b>{aboutOf(item)}</b>
                    </p>
                    <p>
                      {initiative ? (
                        <Link to={`/initiatives/${initiative.id}`}>{initiative.words?.title}</Link>
                      ) : (
                        t('gone')
                      )}
                    </p>
                    <p className="quiet">
                      {t('raised.with', { level: levelOf(item.level), age: written(count) })}
                    </p>
                  </li>
                );
              })}
            </ul>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {(['what', 'initiative', 'level', 'age'] as const).map((column) => (
                    <Table.Th key={column}>{t(`raised.columns.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {waited.map(({ item, days: count }) => {
                  const initiative = initiatives.get(item.initiative ?? '');
                  return (
                    <Table.Tr key={item.id}>
                      <Table.Td>{aboutOf(item)}</Table.Td>
                      <Table.Td>
                        {initiative ? (
                          <Link to={`/initiatives/${initiative.id}`}>{initiative.words?.title}</Link>
                        ) : (
                          t('gone')
                        )}
                      </Table.Td>
                      <Table.Td>{levelOf(item.level)}</Table.Td>
                      <Table.Td>{written(count)}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          )}
        </>
      )}
    </section>
  );
}

/** What an item is about: its own words, else the task or commitment it names. */
function useAbout(): (item: Raised) => string {
  const language = useLanguage();
  const { data: tasks = [] } = useQuery(tasksQuery({}));
  const { data: commitments = [] } = useQuery(commitmentsQuery({ open: true }));
  return ({ instance, item, text }) => {
    if (text) return text;
    const task = tasks.find((one) => one.instance === instance && one.name === item);
    if (task?.title) return said(task.title, language);
    return (
      commitments.find((one) => one.instance === instance && one.commitment === item)?.text ?? item ?? ''
    );
  };
}
