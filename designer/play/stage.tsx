/** A story being played: the drawing with where it is, the clock, what is open, what was promised and mailed. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClock, IconPlayerSkipForward, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rejection, Text } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { nameOf as elementName, roleName, said as saidIn } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { writtenMoment } from '../../core/texts/index.ts';
import { NOT_HERE, type Places } from '../../core/trying/index.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { ProcessMap } from '../canvas/process-map.tsx';
import { announce } from '../shared/announce.tsx';
import { Begin } from './begin.tsx';
import { Commitments } from './commitments.tsx';
import { FrameTrail } from './frame-trail.tsx';
import { Jump } from './jump.tsx';
import { KeepStory } from './keep-story.tsx';
import { Mails } from './mails.tsx';
import styles from './play.module.css';
import { incidentWords, refusalWords } from './refusal-words.ts';
import { Rehearse } from './rehearse.tsx';
import type { FrameSeen, Opened, OpenTask, PlaySession } from './session.ts';
import { StoryAhead } from './story-ahead.tsx';
import { TaskCard } from './task-card.tsx';
import type { Called } from './use-called.ts';
import type { Runs } from './use-runs.ts';
import { Work } from './work.tsx';

interface StageProps {
  session: PlaySession;
  day: string;
  cast: Record<string, string>;
  tabs: ReactNode;
  opened: Opened | undefined;
  places: Places;
  runs: Runs;
  /** What is called and is not in use. */
  missing: Called['missing'];
  onDay(day: string): void;
  onAgain(): void;
  onClose(): void;
}

export function Stage({
  session,
  day,
  cast,
  tabs,
  opened,
  places,
  runs,
  missing,
  onDay,
  onAgain,
  onClose,
}: StageProps) {
  const { t } = useTranslation('play');
  const trying = useTranslation('trying').t;
  const refusal = useTranslation('refusal').t;
  const said = useSaid();
  const language = useLanguage();
  const { definition } = session;
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [problem, setProblem] = useState<string>();
  /** The process that was chosen to look at; every step leads to where it happens. */
  const [looked, setLooked] = useState<string>();
  const nameOf = useCallback(
    (person: string) => session.nameOf(person) ?? roleName(definition, person, language),
    [session, definition, language],
  );
  const moment = (at: string) => writtenMoment(language, dutchCalendar.zone, at, session.today);
  const words = { definition, language, t: refusal };
  const why = (rejection: Rejection) => refusalWords(rejection, session.tried, words);
  const tell = (rejection: Rejection | undefined) => {
    setLooked(undefined);
    setProblem(rejection && why(rejection));
    changed();
  };
  const both = (words: string): Text => words;
  const frames = session.frames();
  const [own] = frames as [FrameSeen];
  const frame =
    frames.find(({ key }) => key === looked) ?? frames.findLast((one) => one.present.length > 0) ?? own;
  const { standstill, goesRoundAt } = session;
  const isThere = (id: string) => frame.definition.elements.some((one) => one.id === id);
  const present = [
    ...frame.present,
    ...(standstill === undefined || !isThere(standstill) ? [] : [standstill]),
  ];
  const walkedKey = frame.walked.join(' ');
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
  const openIn: Record<string, number> = {};
  for (const one of [...tasks, ...waiting]) openIn[one.frame] = (openIn[one.frame] ?? 0) + 1;
  /** Of what is open in a called process one sees in which. */
  const inProcess = (key: string) =>
    key === '' ? undefined : said(frames.find((one) => one.key === key)?.definition.name);
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
        <FrameTrail frames={frames} open={openIn} looked={frame.key} onLook={setLooked} />
        <ProcessMap
          key={frame.key}
          definition={frame.definition}
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
              setProblem(rejection ? trying('storyStops', { why: why(rejection) }) : undefined);
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
        {missing.length > 0 ? (
          <p className="quiet">
            {trying('calledMissing', {
              what: missing.map(({ process, tag }) => (tag ? `${process} (${tag})` : process)).join(', '),
            })}
          </p>
        ) : null}
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
                {incident.code === NOT_HERE
                  ? trying('calledNotHere', { what: elementName(definition, incident.element, language) })
                  : incidentWords(incident, words)}
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
                  within={inProcess(task.frame)}
                  nameOf={nameOf}
                  onComplete={complete}
                />
              ))}
              {waiting.map(({ element, frame: key, title, until, message }) => (
                <li key={`${key} ${element}`} className={styles.task}>
                  {key === '' ? null : (
                    <p className={styles.line}>{trying('within', { what: inProcess(key) ?? '' })}</p>
                  )}
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
            <Commitments session={session} nameOf={nameOf} onDone={tell} />
            <Mails session={session} nameOf={nameOf} />
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
