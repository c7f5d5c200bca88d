/** An initiative: its own words, where it stands, its story, what was agreed, its people, and the process it walks. */
import { IconArrowLeft, IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { writtenList } from '../../core/texts/index.ts';
import { Refused } from '../app/api.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { commitmentsQuery, initiativeQuery, tasksQuery, type WholeInitiative } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import { commitmentItem, nextOf, taskItem, type WorkItem, withAbout } from '../work/item.ts';
import { Agreement } from './agreement.tsx';
import { Moves } from './moves.tsx';
import { type Names, useItemNames } from './names.ts';
import styles from './page.module.css';
import { Stuck } from './stuck.tsx';
import { Timeline } from './timeline.tsx';

const ProcessMap = lazy(async () => ({ default: (await import('../canvas/process-map.tsx')).ProcessMap }));

export function Page({ params }: PageProps) {
  const { t } = useTranslation('initiatives');
  const id = params.initiative ?? '';
  const { data, error } = useQuery(initiativeQuery(id));
  if (error instanceof Refused) return <Empty whole title={t('page.missing')} />;
  if (!data) return <Failed error={error} />;
  return <Shown initiative={data} />;
}

const ENDED = new Set(['ended', 'stopped']);

function Shown({ initiative }: { initiative: WholeInitiative }) {
  const { t } = useTranslation('initiatives');
  const { id, words, instances } = initiative;
  const names = useItemNames(id);
  const open = useOpen(id);
  const allRunning = instances.filter(({ status }) => status !== undefined && !ENDED.has(status));
  // The oldest that runs is the one everything began with: new promises are added there.
  const running = allRunning.at(-1);
  const status = running?.status ?? instances[0]?.status ?? 'ended';
  return (
    <article className={styles.page}>
      <p className={styles.back}>
        <Link to="/initiatives">
          <IconArrowLeft size={18} aria-hidden /> {t('page.back')}
        </Link>
      </p>
      <header className={styles.header}>
        {words?.motto ? <p className={styles.motto}>{words.motto}</p> : null}
        <h1>{words?.title || t('erased')}</h1>
        {words?.place ? <p className={styles.place}>{words.place}</p> : null}
        {words?.idea ? <blockquote className={styles.idea}>{words.idea}</blockquote> : null}
        <Line initiative={initiative} status={status} open={open} until={running?.pausedUntil} />
      </header>
      {allRunning.map((one) =>
        (one.open?.incidents.length ?? 0) > 0 ? (
          <Stuck key={one.id} instance={one.id} initiative={id} definition={names.definition(one.id)} />
        ) : null,
      )}
      {running ? <Moves initiative={initiative} isPaused={status === 'paused'} /> : null}
      <div className={styles.columns}>
        <Timeline initiative={id} running={allRunning.map(({ id: one }) => one)} open={open} names={names} />
        <div className={styles.side}>
          <Agreement initiative={id} running={running?.id} />
          <People initiative={initiative} />
          {allRunning.map((one) => (
            <WalkedMap key={one.id} initiative={initiative} instance={one.id} names={names} />
          ))}
        </div>
      </div>
    </article>
  );
}

/** Open work and promises, the earliest due first. */
function useOpen(initiative: string): WorkItem[] {
  const language = useLanguage();
  const { data: tasks = [] } = useQuery(tasksQuery({ initiative }));
  const { data: commitments = [] } = useQuery(commitmentsQuery({ initiative, open: true }));
  return withAbout([
    ...tasks.map((view) => taskItem(view, language)),
    ...commitments.map(commitmentItem),
  ]).sort((a, b) => ((a.due?.at ?? '9') < (b.due?.at ?? '9') ? -1 : 1));
}

interface LineProps {
  initiative: WholeInitiative;
  status: string;
  open: readonly WorkItem[];
  until: string | undefined;
}

/** In one line: where it stands, who is the contact, what happens next and when. */
function Line({ initiative, status, open, until }: LineProps) {
  const { t } = useTranslation('initiatives');
  const days = useDays();
  const name = useNames();
  const contact = initiative.roles.supporter?.[0] ?? initiative.roles.coordinator?.[0];
  const next = nextOf(open, days.today);
  const dueOn = next?.due && (next.due.date ?? days.dateOf(next.due.at));
  const stands =
    status === 'paused' && until
      ? t('page.stands.pausedUntil', { date: days.day(until) })
      : t(`page.stands.${status as 'running'}`);
  const parts = [
    next ? `${stands}: ${next.what}` : stands,
    ...(dueOn
      ? [t(dueOn < days.today ? 'page.line.wasDue' : 'page.line.due', { when: days.day(dueOn) })]
      : []),
    ...(contact === undefined ? [] : [t('page.line.contact', { who: name(contact) })]),
  ];
  return <p className={styles.line}>{parts.join(' · ')}</p>;
}

function People({ initiative }: { initiative: WholeInitiative }) {
  const { t, i18n } = useTranslation('initiatives');
  const rolesOf = (person: string) =>
    Object.entries(initiative.roles)
      .filter(([, people]) => people.includes(person))
      .map(([role]) =>
        i18n.exists(`page.roles.${role}`, { ns: 'initiatives' })
          ? t(`page.roles.${role as 'initiator'}`)
          : role,
      );
  const rank = (side: string) => (side === 'initiator' ? 0 : 1);
  const people = [...initiative.people].sort((a, b) => rank(a.side) - rank(b.side));
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{t('page.people')}</h2>
      <ul className={styles.people}>
        {people.map(({ id, name, side, mail, phone }) => (
          <li key={id}>
            <SideMark side={side as 'us'} />
            <span>
              <b>{name ?? t('erased')}</b> <span className="quiet">{rolesOf(id).join(', ')}</span>
              <span className={styles.reach}>
                {phone ? (
                  <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                    <IconPhone size={16} aria-hidden /> {phone}
                  </a>
                ) : null}
                {mail ? (
                  <a href={`mailto:${mail}`}>
                    <IconMail size={16} aria-hidden /> {mail}
                  </a>
                ) : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where people are at work, each once; where nobody is, what it waits for. */
function placesOf({ elements }: Definition, present: readonly string[]): string[] {
  const here = [...new Set(present)].filter(
    (id) => elements.find((one) => one.id === id)?.type !== 'subProcess',
  );
  const isWork = (id: string) => {
    const type = elements.find((one) => one.id === id.replace(/\.confirm$/, ''))?.type;
    return type === 'userTask' || type === 'agreement';
  };
  const work = here.filter(isWork);
  return work.length > 0 ? work : here;
}

function WalkedMap({
  initiative,
  instance,
  names,
}: {
  initiative: WholeInitiative;
  instance: string;
  names: Names;
}) {
  const { t } = useTranslation('initiatives');
  const said = useSaid();
  const language = useLanguage();
  const may = useMay();
  const definition = names.definition(instance);
  const view = initiative.instances.find(({ id }) => id === instance);
  if (!definition || !view?.walked) return null;
  const walked = [
    ...Object.entries(view.walked.elements).flatMap(([id, { activated }]) => (activated > 0 ? [id] : [])),
    ...Object.keys(view.walked.flows),
  ];
  const present = (view.active ?? []).map(({ element }) => element);
  const where = placesOf(definition, present).map((element) => names.item(instance, element));
  return (
    // Two processes of one kind are told apart by where each stands.
    <section className="card no-print" aria-labelledby={`map-${instance} map-now-${instance}`}>
      <h2 id={`map-${instance}`}>
        {t('page.map')}: {said(definition.name)}
      </h2>
      <p id={`map-now-${instance}`}>
        {t('page.mapNow', {
          present: writtenList(
            language,
            where.map((one) => `“${one}”`),
          ),
        })}
      </p>
      <p className="quiet">{t('page.mapHelp')}</p>
      <div className={styles.map}>
        {/* The sentence above says the same to who cannot see it; the link lies over the whole picture. */}
        <div className={styles.picture} aria-hidden="true" inert>
          <Suspense>
            <ProcessMap definition={definition} walked={walked} present={present} follow still />
          </Suspense>
        </div>
        <Link to={`/processes/${definition.id}`}>{t('page.mapOpen')}</Link>
      </div>
      {may('instance.repair') && !ENDED.has(view.status ?? 'ended') ? (
        <p className={styles.repair}>
          <Link to={`/repair/${instance}`}>{t('page.repair')}</Link>
        </p>
      ) : null}
    </section>
  );
}
