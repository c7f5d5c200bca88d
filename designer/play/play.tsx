/** Playing a process in the browser: the production engine, a clock that jumps, made-up people, the mails as they look. */
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconClock,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconRefresh,
  IconServer2,
  IconWand,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Rejection, Text } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { InvalidDefinition } from '../../core/engine/compile.ts';
import { validateForm } from '../../core/forms/index.ts';
import { nameOf as elementName, roleName, said as saidIn } from '../../core/prose/say.ts';
import { InvalidScenario } from '../../core/scenario/index.ts';
import type { Variables } from '../../core/state.ts';
import { writtenDate, writtenMoment } from '../../core/texts/index.ts';
import {
  type Broken,
  coverageOf,
  type Places,
  placesOf,
  type StoryItem,
  stageOfKept,
} from '../../core/trying/index.ts';
import { send } from '../app/api.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { go } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { ProcessMap } from '../canvas/process-map.tsx';
import { FormFields } from '../form/form-fields.tsx';
import { announce } from '../shared/announce.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { BreakPanel, useHunt } from './break-panel.tsx';
import { KeepStory } from './keep-story.tsx';
import styles from './play.module.css';
import { sampleData } from './sample-data.ts';
import { type Kept, scenariosQuery } from './scenarios-api.ts';
import { ScenariosPanel } from './scenarios-panel.tsx';
import { type Opened, type OpenTask, PlaySession } from './session.ts';
import { TaskCard } from './task-card.tsx';
import { toldSteps } from './told-steps.ts';
import { type Runs, useRuns } from './use-runs.ts';

type CastKey =
  | 'initiator'
  | 'coordinator'
  | 'supporter'
  | 'backup'
  | 'manager'
  | 'director'
  | 'volunteer'
  | 'partner'
  | 'issuer'
  | 'deputy'
  | 'guide';
const CAST: CastKey[] = [
  'initiator',
  'coordinator',
  'supporter',
  'backup',
  'manager',
  'director',
  'volunteer',
  'partner',
  'issuer',
  'deputy',
  'guide',
];

type Tab = 'play' | 'scenarios' | 'breaking';

export function Play({ definition }: { definition: Definition }) {
  const { t } = useTranslation('play');
  const trying = useTranslation('trying').t;
  const language = useLanguage();
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const [run, setRun] = useState(0);
  const [tab, setTab] = useState<Tab>('play');
  const [opened, setOpened] = useState<Opened>();
  const { data: scenarios } = useQuery(scenariosQuery(definition.id));
  const runs = useRuns(definition, scenarios);
  const hunt = useHunt(definition);
  const places = useMemo(() => placesOf(definition), [definition]);
  const coverage = useMemo(
    () =>
      coverageOf(
        places,
        [...runs.results.values()].map(({ seen }) => seen),
      ),
    [places, runs.results],
  );
  const covered = useMemo(() => {
    const missed = new Set(coverage.missed);
    return [...places.elements, ...places.flows].filter((id) => !missed.has(id));
  }, [places, coverage]);
  const cast = useMemo(() => Object.fromEntries(CAST.map((role) => [role, t(`people.${role}`)])), [t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: beginning again makes a new world of the same things
  const session = useMemo(() => {
    try {
      const begun = new PlaySession(definition, day, language, cast, opened);
      if (opened) begun.goOn();
      return begun;
    } catch (error) {
      if (error instanceof InvalidDefinition) return undefined;
      throw error;
    }
  }, [definition, day, language, cast, opened, run]);
  const open = (story: Opened | undefined) => {
    setOpened(story);
    setRun(run + 1);
    setTab('play');
  };
  const openKept = ({ scenario }: Kept) => {
    const items = scenario.steps as StoryItem[];
    try {
      open({
        title: scenario.scenario,
        stage: stageOfKept(definition, scenario as Parameters<typeof stageOfKept>[1]),
        items,
        labels: toldSteps(items, definition, language),
      });
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error;
      // It names what is gone: as far as it goes, with the people of here.
      open({ title: scenario.scenario, items, labels: toldSteps(items, definition, language) });
    }
  };
  const openBroken = ({ story }: Broken, title: string) => {
    const [date] = String(story[0]?.at ?? day).split('T');
    if (date) setDay(date);
    open({ title, items: story, labels: toldSteps(story, definition, language) });
  };
  if (!session) return <p className={styles.broken}>{t('broken')}</p>;
  const tabs = (
    <SegmentedControl
      fullWidth
      size="sm"
      aria-label={trying('tabs')}
      value={tab}
      onChange={(value) => setTab(value as Tab)}
      data={[
        { value: 'play', label: trying('play') },
        {
          value: 'scenarios',
          label: scenarios?.length ? `${trying('scenarios')} (${scenarios.length})` : trying('scenarios'),
        },
        { value: 'breaking', label: trying('breaking') },
      ]}
    />
  );
  if (tab === 'play')
    return (
      <Stage
        key={`${run} ${day} ${language}`}
        session={session}
        day={day}
        tabs={tabs}
        opened={opened}
        places={places}
        runs={runs}
        onDay={setDay}
        onAgain={() => setRun(run + 1)}
        onClose={() => open(undefined)}
        cast={cast}
      />
    );
  return (
    <div className={styles.play}>
      <div className={tab === 'scenarios' ? `${styles.map} ${styles.missed}` : styles.map}>
        {tab === 'scenarios' ? (
          <ProcessMap definition={definition} walked={covered} label={trying('coverageMap')} />
        ) : (
          <ProcessMap definition={definition} />
        )}
      </div>
      <section className={styles.panel} aria-label={trying(tab)}>
        {tabs}
        {tab === 'scenarios' ? (
          <ScenariosPanel
            definition={definition}
            scenarios={scenarios ?? []}
            runs={runs}
            coverage={coverage}
            onOpen={openKept}
          />
        ) : (
          <BreakPanel definition={definition} hunt={hunt} onOpen={openBroken} />
        )}
      </section>
    </div>
  );
}

interface StageProps {
  session: PlaySession;
  day: string;
  cast: Record<string, string>;
  tabs: ReactNode;
  opened: Opened | undefined;
  places: Places;
  runs: Runs;
  onDay(day: string): void;
  onAgain(): void;
  onClose(): void;
}

function Stage({ session, day, cast, tabs, opened, places, runs, onDay, onAgain, onClose }: StageProps) {
  const { t } = useTranslation('play');
  const trying = useTranslation('trying').t;
  const said = useSaid();
  const language = useLanguage();
  const { definition } = session;
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [problem, setProblem] = useState<string>();
  const nameOf = useCallback(
    (person: string) => session.nameOf(person) ?? roleName(definition, person, language),
    [session, definition, language],
  );
  const moment = (at: string) => writtenMoment(language, dutchCalendar.zone, at, session.today);
  const tell = (rejection: Rejection | undefined) => {
    setProblem(rejection ? t('refused', { why: rejection.message }) : undefined);
    changed();
  };
  const both = (words: string): Text => words;
  const view = session.view();
  const walked = view ? [...Object.keys(view.walked.elements), ...Object.keys(view.walked.flows)] : [];
  const { standstill, goesRoundAt } = session;
  const present = [
    ...(view?.active.map(({ element }) => element) ?? []),
    ...(standstill === undefined ? [] : [standstill]),
  ];
  const walkedKey = walked.join(' ');
  const presentKey = present.join(' ');
  const story = useMemo(
    () => ({ walked: walkedKey.split(' '), present: presentKey.split(' ') }),
    [walkedKey, presentKey],
  );
  const complete = (task: OpenTask, outcome: string | undefined, data: Variables, by: string) => {
    const what = saidIn(task.title, language) || task.name;
    tell(
      session.complete(
        task,
        { by, ...(outcome ? { outcome } : {}), ...(task.form ? { data } : {}) },
        both(t('stepDone', { who: nameOf(by), what })),
      ),
    );
  };
  const timeWords = (at: string): Text => t('stepTime', { when: moment(at) });
  /** An outcome is called as its end is drawn. */
  const outcomeName = (outcome: string) => {
    const end = definition.elements.find((one) => one.type === 'endEvent' && one.outcome === outcome);
    return (end && saidIn(end.name, language)) || outcome;
  };
  const tasks = session.tasks();
  const waiting = session.waiting();
  const commitments = session.commitments();
  const ended = session.ended;
  const begun = session.instance !== undefined;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
    // On a telephone it is the whole that scrolls.
    if (begun) panel.current?.scrollIntoView({ block: 'start' });
  }, [begun]);
  return (
    <div className={styles.play}>
      <div className={styles.map}>
        <ProcessMap
          definition={definition}
          {...(begun ? { walked: story.walked, present: story.present } : {})}
          follow
        />
      </div>
      <section ref={panel} className={styles.panel} aria-label={t('title')}>
        {tabs}
        <div className={styles.clock}>
          <IconClock size={22} stroke={1.75} aria-hidden="true" />
          <div>
            <span className="quiet">{t('startDay')}</span>
            <strong aria-live="polite">{moment(session.at)}</strong>
          </div>
        </div>
        {opened && begun ? (
          <StoryAhead
            session={session}
            opened={opened}
            onGone={(rejection) => {
              setProblem(rejection ? trying('storyStops', { why: rejection.message }) : undefined);
              changed();
            }}
            onClose={onClose}
          />
        ) : null}
        {begun ? (
          <>
            <div className={styles.buttons}>
              <Button
                variant={session.nextOfStory === undefined ? 'filled' : 'default'}
                leftSection={<IconPlayerSkipForward size={18} aria-hidden />}
                onClick={() => {
                  if (!session.next(timeWords)) announce(t('nothingNext'));
                  tell(undefined);
                }}
              >
                {t('nextThing')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={18} aria-hidden />}
                disabled={!session.canGoBack}
                onClick={() => {
                  session.back();
                  tell(undefined);
                }}
              >
                {t('back')}
              </Button>
              <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={onAgain}>
                {t('again')}
              </Button>
            </div>
            <Jump
              today={session.today}
              onJump={(to) => {
                session.jump(to, timeWords);
                tell(undefined);
              }}
            />
          </>
        ) : (
          <Begin session={session} day={day} onDay={onDay} onBegun={tell} />
        )}
        {problem ? (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        ) : null}
        {begun ? (
          <>
            {ended ? (
              <p className={styles.ended}>
                {ended.outcomes.length > 0
                  ? t('ended', { outcome: ended.outcomes.map(outcomeName).join(', ') })
                  : t('endedPlain')}
              </p>
            ) : null}
            {session.incidents().map((incident) => (
              <p key={incident.key} className={styles.problem}>
                {t('incident', { why: incident.message })}
              </p>
            ))}
            {goesRoundAt === undefined ? null : (
              <p className={styles.problem}>
                {trying('trouble.round', { what: elementName(definition, goesRoundAt, language) })}
              </p>
            )}
            {standstill === undefined ? null : (
              <p className={styles.problem}>
                {trying('trouble.standstill', { what: elementName(definition, standstill, language) })}
              </p>
            )}
            <h2>{t('open')}</h2>
            {tasks.length + waiting.length === 0 && !ended ? (
              <p className="quiet">{t('nothingOpen')}</p>
            ) : null}
            <ul className={styles.list}>
              {tasks.map((task) => (
                <TaskCard
                  key={`${task.key} ${task.name}`}
                  task={task}
                  session={session}
                  nameOf={nameOf}
                  onComplete={complete}
                />
              ))}
              {waiting.map(({ element, title, until, message }) => (
                <li key={element} className={styles.task}>
                  <strong>{said(title) || elementName(definition, element, language)}</strong>
                  {until ? <p className={styles.line}>{t('waiting', { when: moment(until) })}</p> : null}
                  {message ? (
                    <div className={styles.buttons}>
                      <Button
                        size="sm"
                        variant="default"
                        onClick={() => tell(session.message(element, both(t('press', { name: message }))))}
                      >
                        {message === 'wake' ? t('wake') : t('press', { name: message })}
                      </Button>
                    </div>
                  ) : null}
                </li>
              ))}
            </ul>
            <Work session={session} onAnswered={tell} />
            {commitments.length > 0 ? (
              <>
                <h2>{t('commitments')}</h2>
                <ul className={styles.list}>
                  {commitments.map((one) => (
                    <li key={one.id} className={styles.task} data-side={one.side}>
                      <div className={styles.taskHead}>
                        <SideMark side={one.side} size={12} />
                        <strong>{one.text}</strong>
                      </div>
                      <p className={styles.line}>
                        {nameOf(one.owner)} ·{' '}
                        {t('due', { when: writtenDate(language, one.due, session.today) })}
                      </p>
                      <div className={styles.buttons}>
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`${t('commitmentDone')}: ${one.text}`}
                          onClick={() =>
                            tell(
                              session.done(
                                one.id,
                                one.owner,
                                both(t('stepDone', { who: nameOf(one.owner), what: one.text })),
                              ),
                            )
                          }
                        >
                          {t('commitmentDone')}
                        </Button>
                      </div>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            <h2>{t('mails')}</h2>
            {session.messages.length === 0 ? <p className="quiet">{t('noMails')}</p> : null}
            <ul className={styles.list}>
              {session.messages.toReversed().map((message, index) => {
                const words = session.words(message);
                return (
                  <li key={`${message.key} ${message.at}`}>
                    <details className={styles.mail} open={index === 0}>
                      <summary>
                        <SideMark side={session.side(message.role)} size={11} />{' '}
                        {t('mail', { to: nameOf(message.to) })}: <strong>{words.subject}</strong>
                        <span className="quiet"> · {moment(message.at)}</span>
                      </summary>
                      <p>{words.text}</p>
                    </details>
                  </li>
                );
              })}
            </ul>
            <h2>{t('happened')}</h2>
            <ol className={styles.steps}>
              {session.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added at the end
                <li key={index}>{said(step)}</li>
              ))}
            </ol>
            <KeepStory session={session} places={places} runs={runs} title={opened?.title} />
            <Rehearse session={session} cast={cast} />
          </>
        ) : null}
      </section>
    </div>
  );
}

/** The story that was opened: what comes next in it, one step at a time or all at once. */
function StoryAhead({
  session,
  opened,
  onGone,
  onClose,
}: {
  session: PlaySession;
  opened: Opened;
  onGone(rejection: Rejection | undefined): void;
  onClose(): void;
}) {
  const { t } = useTranslation('trying');
  const said = useSaid();
  const next = session.nextOfStory;
  return (
    <div className={styles.story}>
      <strong>{t('story', { title: opened.title })}</strong>
      <p className={styles.line} aria-live="polite">
        {next === undefined ? t('storyOver') : t('storyComing', { step: said(next) })}
      </p>
      <div className={styles.buttons}>
        {next === undefined ? null : (
          <>
            <Button
              leftSection={<IconPlayerTrackNext size={18} aria-hidden />}
              onClick={() => onGone(session.goOn())}
            >
              {t('storyNext')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                let refused: Rejection | undefined;
                while (!refused && session.nextOfStory !== undefined) refused = session.goOn();
                onGone(refused);
              }}
            >
              {t('storyAll')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onClose}>
          {t('storyClose')}
        </Button>
      </div>
    </div>
  );
}

/** Automatic work of which whoever plays chooses how it goes. */
function Work({
  session,
  onAnswered,
}: {
  session: PlaySession;
  onAnswered(rejection: Rejection | undefined): void;
}) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const { definition } = session;
  const work = session.work();
  if (work.length === 0) return null;
  return (
    <>
      <h2>{t('work')}</h2>
      <ul className={styles.list}>
        {work.map(({ element, answers }) => {
          const what = elementName(definition, element, language);
          return (
            <li key={element} className={styles.task}>
              <strong>{what}</strong>
              <div className={styles.buttons}>
                {answers.map((answer) => {
                  const values = Object.entries(answer.result ?? {})
                    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
                    .join(', ');
                  const words = answer.error
                    ? t('workWrong', { code: answer.error })
                    : values
                      ? t('workDoneWith', { values })
                      : t('workDone');
                  const told = answer.error
                    ? t('workSaidWrong', { what, code: answer.error })
                    : t('workSaid', { what });
                  return (
                    <Button
                      key={words}
                      size="sm"
                      variant="default"
                      aria-label={`${what}: ${words}`}
                      onClick={() => onAnswered(session.answer(answer, told))}
                    >
                      {words}
                    </Button>
                  );
                })}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Jump({ today, onJump }: { today: string; onJump(day: string): void }) {
  const { t } = useTranslation('play');
  const [to, setTo] = useState('');
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault();
        if (to > today) onJump(to);
      }}
    >
      <TextInput
        size="sm"
        type="date"
        label={t('jumpTo')}
        min={today}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button size="sm" variant="default" type="submit">
        {t('jump')}
      </Button>
    </form>
  );
}

function Begin({
  session,
  day,
  onDay,
  onBegun,
}: {
  session: PlaySession;
  day: string;
  onDay(day: string): void;
  onBegun(rejection: Rejection | undefined): void;
}) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const { definition } = session;
  const starts = session.starts();
  const [element, setElement] = useState(starts[0]?.id ?? '');
  const start = starts.find(({ id }) => id === element);
  const by = start?.by?.length ? start.by : ['coordinator'];
  const [who, setWho] = useState(by[0] as string);
  const form = session.form(start?.form);
  const [data, setData] = useState<Variables>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const now = useMemo(() => ({ at: session.at, zone: dutchCalendar.zone }), [session.at]);
  const begin = () => {
    if (!start) return;
    let kept: Variables = data;
    if (form) {
      const checked = validateForm(
        form,
        session.asSent(form, data),
        definition.variables as Variables,
        now,
        undefined,
        session.people,
      );
      if (!checked.ok) {
        setProblems(Object.fromEntries(checked.problems.map(({ path, text }) => [path, text[language]])));
        return;
      }
      kept = checked.data;
    }
    onBegun(session.start(start.id, who, kept, t('stepStart')));
  };
  return (
    <form
      className={styles.begin}
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <p style={{ margin: 0 }}>{t('lead')}</p>
      <TextInput
        size="sm"
        type="date"
        label={t('startDay')}
        value={day}
        onChange={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
      />
      {starts.length > 1 ? (
        <NativeSelect
          size="sm"
          label={t('startWay')}
          value={element}
          data={starts.map(({ id }) => ({ value: id, label: elementName(definition, id, language) }))}
          onChange={(event) => setElement(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        size="sm"
        label={t('beginAs')}
        value={who}
        data={by.map((value) => ({ value, label: roleName(definition, value, language) }))}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      {form ? (
        <>
          <Button
            variant="light"
            leftSection={<IconWand size={18} aria-hidden />}
            onClick={() =>
              setData(
                sampleData(form, { today: session.today, at: session.at, language, words: t('sampleText') }),
              )
            }
          >
            {t('sample')}
          </Button>
          <FormFields
            form={form}
            name="play-start"
            data={data}
            outcome={undefined}
            now={now}
            problems={problems}
            onChange={(key, value) => setData((before) => ({ ...before, [key]: value }))}
          />
        </>
      ) : null}
      <Button type="submit" leftSection={<IconPlayerPlay size={18} aria-hidden />} disabled={!start}>
        {t('begin')}
      </Button>
    </form>
  );
}

/** The same on the real server: a rehearsal world with the published version, at the same moment. */
function Rehearse({ session, cast }: { session: PlaySession; cast: Record<string, string> }) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const may = useMay();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!may('world.write')) return null;
  const rehearse = async () => {
    setBusy(true);
    try {
      const { definition } = session;
      const start = session.starts()[0];
      const people = Object.fromEntries(
        Object.entries(cast).map(([role, name]) => [role, [{ name, side: session.side(role) }]]),
      );
      const world = await send<{ id: string; name: string }>('/worlds', {
        name: saidIn(definition.name, language),
        at: session.at,
        people,
      });
      await send(`/worlds/${world.id}/instances`, {
        process: definition.id,
        ...(start ? { element: start.id, by: start.by?.[0] ?? 'coordinator' } : {}),
        data: startData(session),
      });
      announce(t('rehearsed', { name: world.name }));
      go(`/rehearsals/${world.id}`);
    } catch (error) {
      setSaid(t('rehearseNot', { why: error instanceof Error ? error.message : String(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.rehearse}>
      <p className="quiet" style={{ margin: 0 }}>
        {t('rehearseLead')}
      </p>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconServer2 size={18} aria-hidden />}
        onClick={() => void rehearse()}
      >
        {t('rehearse')}
      </Button>
      {said ? <p role="status">{said}</p> : null}
    </div>
  );
}

/** What it was begun with; in another world the same roles are other people. */
function startData(session: PlaySession): Record<string, unknown> {
  const first = session.facts.find(({ type }) => type === 'instance.started');
  const data = first?.type === 'instance.started' ? (first.data ?? {}) : {};
  return session.playing.inRoles(data as Variables) as Variables;
}
