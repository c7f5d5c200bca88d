/** Running pilots as bars on a calendar with their look-back windows, and the same as a table. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/index.ts';
import { type Pilot, pilotsQuery, useInitiatives } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { type Days, useDays } from '../shared/today.ts';
import { scaleOf } from './bars.ts';
import styles from './page.module.css';

interface Shown {
  pilot: Pilot;
  title: string;
  to: string | undefined;
}

export function Pilots() {
  const { t } = useTranslation('monitor');
  const days = useDays();
  const { data: pilots = [] } = useQuery(pilotsQuery());
  const initiatives = useInitiatives(pilots.map(({ initiative }) => initiative));
  const [table, setTable] = useState(false);
  const shown = pilots.map((pilot) => ({
    pilot,
    title: initiatives.get(pilot.initiative ?? '')?.words?.title ?? t('gone'),
    to: pilot.initiative === undefined ? undefined : `/initiatives/${pilot.initiative}`,
  }));
  const looking = pilots.filter(({ state }) => state === 'lookingBack').length;
  const overdue = pilots.filter(({ state }) => state === 'overdue').length;
  return (
    <section className="card" aria-labelledby="pilots">
      <h2 id="pilots">{t('pilots.title')}</h2>
      <p>
        {[
          pilots.length === 0 ? t('pilots.none') : t('pilots.some', { count: pilots.length }),
          looking > 0 ? t('pilots.looking', { count: looking }) : '',
          overdue > 0 ? t('pilots.overdue', { count: overdue }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {pilots.length === 0 ? null : (
        <>
          {table ? null : <Bars shown={shown} days={days} />}
          <div className={table ? undefined : styles.onlyPrint}>
            <AsTable shown={shown} days={days} />
          </div>
          <Button className="no-print" variant="subtle" size="compact-md" onClick={() => setTable(!table)}>
            {t(table ? 'pilots.chart' : 'pilots.table')}
          </Button>
        </>
      )}
    </section>
  );
}

/** `mrt`, `Mar`: as calendars write months. */
const monthOf = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace('.', '');

interface Props {
  shown: readonly Shown[];
  days: Days;
}

function Bars({ shown, days }: Props) {
  const { t } = useTranslation('monitor');
  const dates = shown.flatMap(({ pilot }) => [pilot.start, pilot.lookBackUntil]);
  const scale = scaleOf(dates, days.today);
  const span = (from: string, to: string) => ({
    left: `${scale.at(from)}%`,
    width: `${scale.at(to) - scale.at(from)}%`,
  });
  return (
    <div className={styles.chart}>
      <div className={styles.months} aria-hidden="true">
        {scale.months.map(({ date, at }) => (
          <span key={date} style={{ left: `${at}%` }}>
            {monthOf(days.language, date)}
          </span>
        ))}
      </div>
      <ul>
        {shown.map(({ pilot, title, to }) => (
          <li key={`${pilot.instance}${pilot.round}`}>
            <p>
              {to ? <Link to={to}>{title}</Link> : title}{' '}
              <span className="quiet">
                {t('pilots.round', { n: pilot.round })} · {t(`pilots.state.${pilot.state}`)}
              </span>
            </p>
            <div
              className={styles.track}
              role="img"
              aria-label={t('pilots.bar', {
                title,
                start: days.day(pilot.start),
                end: days.day(pilot.end),
                from: days.day(pilot.lookBackFrom),
                until: days.day(pilot.lookBackUntil),
                state: t(`pilots.state.${pilot.state}`),
              })}
            >
              <span className={styles.window} style={span(pilot.lookBackFrom, pilot.lookBackUntil)} />
              <span className={styles.bar} data-state={pilot.state} style={span(pilot.start, pilot.end)} />
              <span className={styles.today} style={{ left: `${scale.at(days.today)}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.windowKey} /> {t('pilots.window')} <span className={styles.todayKey} />{' '}
        {t('pilots.today')}
      </p>
    </div>
  );
}

function AsTable({ shown, days }: Props) {
  const { t } = useTranslation('monitor');
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['initiative', 'round', 'start', 'end', 'lookBack', 'state'] as const).map((column) => (
              <Table.Th key={column}>{t(`pilots.columns.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ pilot, title, to }) => (
            <Table.Tr key={`${pilot.instance}${pilot.round}`}>
              <Table.Td>{to ? <Link to={to}>{title}</Link> : title}</Table.Td>
              <Table.Td>{pilot.round}</Table.Td>
              <Table.Td>{days.short(pilot.start)}</Table.Td>
              <Table.Td>{days.short(pilot.end)}</Table.Td>
              <Table.Td>
                {days.short(pilot.lookBackFrom)} – {days.short(pilot.lookBackUntil)}
              </Table.Td>
              <Table.Td>{t(`pilots.state.${pilot.state}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
