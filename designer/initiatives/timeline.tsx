/** One time line: what was done and by whom, now, and dashed what happens if nobody acts. */
import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { type ForecastView, forecastQuery, type TimelineEntry, timelineQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { DueChip } from '../shared/due-chip.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import type { WorkItem } from '../work/item.ts';
import type { Names } from './names.ts';
import { type Foreseen, futureOf, pastOf, toldKey } from './story.ts';
import styles from './timeline.module.css';

interface Props {
  initiative: string;
  /** Instances whose future is foreseen; none when all have ended. */
  running: readonly string[];
  open: readonly WorkItem[];
  names: Names;
}

/** Shown at first; the rest on request. */
const SHOWN = 8;

export function Timeline({ initiative, running, open, names }: Props) {
  const { t } = useTranslation('initiatives');
  const { data: entries } = useQuery(timelineQuery(initiative));
  const forecasts = useQueries({ queries: running.map(forecastQuery), combine: answered });
  const [all, setAll] = useState(false);
  const past = pastOf(entries ?? []);
  const shown = all ? past : past.slice(-SHOWN);
  const before = past.length - shown.length;
  return (
    <section aria-labelledby="story" className={styles.story}>
      <h2 id="story">{t('page.timeline')}</h2>
      {before > 0 ? (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          {t('page.earlier', { count: before })}
        </Button>
      ) : null}
      <ol className={styles.past}>
        {shown.map((entry, index) => (
          <Past key={entry.id} entry={entry} before={shown[index - 1]} names={names} />
        ))}
      </ol>
      <Now open={open} />
      {forecasts.length > 0 ? <Future forecasts={forecasts} open={open} names={names} /> : null}
    </section>
  );
}

interface PastProps {
  entry: TimelineEntry;
  /** The moment above it: a day is named once. */
  before: TimelineEntry | undefined;
  names: Names;
}

const answered = (results: { data: ForecastView | undefined }[]): ForecastView[] =>
  results.flatMap(({ data }) => (data ? [data] : []));

function Past({ entry, before, names }: PastProps) {
  const { t } = useTranslation('initiatives');
  const days = useDays();
  const sentence = useSentence();
  const { words, onBehalfOf, channel } = entry;
  const name = useNames();
  return (
    <li data-type={names.isTheirs(entry.instance, entry.item ?? entry.element) ? undefined : entry.type}>
      <time
        dateTime={entry.at}
        className={before && days.dateOf(before.at) === days.dateOf(entry.at) ? 'unseen' : undefined}
      >
        {days.day(days.dateOf(entry.at))}
      </time>
      <p>
        {sentence(entry, names)}
        {onBehalfOf ? `, ${t('told.onBehalf', { who: name(onBehalfOf) })}` : ''}
        {onBehalfOf && channel ? ` ${t(`told.channel.${channel as 'phone'}`)}` : ''}
      </p>
      {/* What exactly is wrong stands with what got stuck, for whom it may help. */}
      {words && entry.type !== 'commitment.made' && entry.type !== 'incident.raised' ? <q>{words}</q> : null}
    </li>
  );
}

/** A fact in a sentence, with names and days. */
function useSentence(): (entry: TimelineEntry, names: Names) => string {
  const { t, i18n } = useTranslation('initiatives');
  const language = useLanguage();
  const said = useSaid();
  const days = useDays();
  const name = useNames();
  return (entry, names) => {
    const { type, by, person, item, element, date, instance, words } = entry;
    const made = type === 'commitment.made' ? words : undefined;
    const isLate = type === 'task.late' || type === 'commitment.late';
    const key =
      isLate && names.isTheirs(instance, item ?? element) ? 'told.dayWent' : `told.${toldKey(type)}`;
    const values = {
      by: by === undefined ? t('told.system') : name(by),
      person: name(person),
      item: made ?? names.item(instance, item ?? element),
      process: said(names.definition(instance)?.name),
      date: date === undefined ? '' : date.length > 10 ? days.moment(date) : days.day(date),
    };
    // A type of fact that is younger than this page is named by what it is about.
    const told = i18n.exists(key, { ns: 'initiatives' }) ? (key as 'told.instanceEnded') : 'told.other';
    const sentence = t(told, values);
    return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
  };
}

function Now({ open }: { open: readonly WorkItem[] }) {
  const { t } = useTranslation('initiatives');
  const { t: tWork } = useTranslation('work');
  const name = useNames();
  return (
    <div className={styles.now}>
      <h3>{t('page.now')}</h3>
      {open.length === 0 ? <p className="quiet">{t('page.nothingNow')}</p> : null}
      <ul>
        {open.map((item) => (
          <li key={item.id}>
            <SideMark side={item.side} />
            <span>
              <Link to={`/?item=${encodeURIComponent(item.id)}`}>{item.what}</Link>{' '}
              <span className="quiet">
                {name(item.owner)}
                {item.about ? `, ${tWork('about', { what: item.about })}` : ''}
              </span>
            </span>
            {item.due ? <DueChip due={item.due} late={item.late} withTime={item.kind === 'task'} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FutureProps {
  forecasts: readonly ForecastView[];
  /** For the reason why something happens then: what is due, and when. */
  open: readonly WorkItem[];
  names: Names;
}

function Future({ forecasts, open, names }: FutureProps) {
  const { t } = useTranslation('initiatives');
  const days = useDays();
  const [all, setAll] = useState(false);
  const future = forecasts
    .flatMap((forecast) => futureOf(forecast).map((moment) => ({ ...moment, instance: forecast.instance })))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  const shown = all ? future : future.slice(0, SHOWN);
  const isSameDay = (one: Foreseen, other: Foreseen | undefined) =>
    other !== undefined && days.dateOf(one.at) === days.dateOf(other.at);
  const after = future.length - shown.length;
  return (
    <div className={styles.future}>
      <h3>{t('page.future')}</h3>
      {future.length === 0 ? <p className="quiet">{t('page.futureNone')}</p> : null}
      <ol>
        {shown.map((moment, index) => (
          <li
            key={keyOf(moment)}
            data-kind={
              moment.kind === 'late' && names.isTheirs(moment.instance, moment.item) ? undefined : moment.kind
            }
          >
            <time dateTime={moment.at} className={isSameDay(moment, shown[index - 1]) ? 'unseen' : undefined}>
              {days.day(days.dateOf(moment.at))}
            </time>
            <Coming moment={moment} instance={moment.instance} open={open} names={names} />
          </li>
        ))}
      </ol>
      {after > 0 ? (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          {t('page.futureMore', { count: after })}
        </Button>
      ) : null}
    </div>
  );
}

const keyOf = (moment: Foreseen & { instance: string }) =>
  `${moment.instance} ${moment.at} ${moment.kind} ${'item' in moment ? moment.item : ''} ${'to' in moment ? moment.to : ''}`;

interface ComingProps extends Omit<FutureProps, 'forecasts'> {
  moment: Foreseen;
  instance: string;
}

function Coming({ moment, instance, open, names }: ComingProps) {
  const { t } = useTranslation('initiatives');
  const days = useDays();
  const name = useNames();
  const isGentle = moment.kind === 'late' && names.isTheirs(instance, moment.item);
  const sentence = () => {
    if (moment.kind === 'message') return t('page.message', { to: name(moment.to), subject: moment.subject });
    if (moment.kind === 'raised')
      return t('page.raised', { to: name(moment.to), what: names.item(instance, moment.item) });
    if (moment.kind === 'late' || moment.kind === 'opens')
      return t(isGentle ? 'page.dayGoes' : `page.${moment.kind}`, {
        what: names.item(instance, moment.item),
      });
    return t(`page.${moment.kind}`);
  };
  const [about] = moment.kind === 'message' ? moment.about : [];
  const due = dueOf(about, open, instance);
  return (
    <>
      <p>{sentence()}</p>
      {about && due ? (
        <p className="quiet">
          {t('page.because', {
            what: names.item(instance, about),
            when: days.day(due.date ?? days.dateOf(due.at)),
          })}
        </p>
      ) : null}
    </>
  );
}

/** When the open work or promise of a name is due. */
function dueOf(name: string | undefined, open: readonly WorkItem[], instance: string) {
  return open.find(
    (item) =>
      item.instance === instance &&
      name !== undefined &&
      (item.kind === 'task' ? item.view.name : item.kind === 'commitment' ? item.view.commitment : '') ===
        name,
  )?.due;
}
