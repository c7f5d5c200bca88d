/** What was played as a scenario: its steps, and after each what is then true, taken from playing it again. */
import type { Definition } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import { localDate } from '../calendar/index.ts';
import { waitingElements } from '../scenario/expectations/open.ts';
import type { Stage } from '../scenario/index.ts';
import type { Json, State } from '../state.ts';
import { calledName } from './called.ts';
import { Playing, type StoryItem } from './playing.ts';

/** A scenario as it is kept and written to a file (docs/scenarios.md). */
export interface WrittenScenario {
  scenario: string;
  process: string;
  zone: string;
  calendar: 'nl';
  people: { [role: string]: Json };
  given?: { [key: string]: Json };
  steps: StoryItem[];
}

export interface ToWrite {
  title: string;
  /** How the file names its process: a path, or the id of one that is loaded. */
  process: string;
  stage: Stage;
  items: readonly StoryItem[];
}

/** Elements whose automatic work a story answers itself. */
export function answeredIn(items: readonly StoryItem[]): string[] {
  return items.flatMap(({ job }) =>
    typeof job === 'object' && job !== null && !Array.isArray(job) && typeof job.element === 'string'
      ? [job.element]
      : [],
  );
}

/** The steps are played once more, and what comes of them is what is expected. */
export function writeScenario({ title, process, stage, items }: ToWrite): WrittenScenario {
  const playing = new Playing(stage, answeredIn(items));
  const steps: StoryItem[] = [];
  let before: string | undefined;
  for (const [i, item] of items.entries()) {
    const { expect: _, ...told } = item;
    const step = playing.inRoles(told) as StoryItem;
    // What can no longer be done is no part of it.
    if (playing.play(step)) continue;
    const last = i === items.length - 1;
    const open = openNow(playing.state);
    const expect: Json[] = [
      ...(open.join() === before && !last ? [] : [{ open }]),
      ...(onlyTime(step) ? mailsSince(playing) : []),
      ...(last ? asItStands(playing) : []),
    ];
    before = open.join();
    steps.push({ ...timed(playing, step), ...(expect.length > 0 ? { expect } : {}) });
  }
  const at = steps[0]?.at ?? null;
  const published = playing.called
    .filter((one) => usedBy(playing).includes(one))
    .map((one): StoryItem => ({ at, publish: { process: calledName(one, playing.called) } }));
  const { people, roles } = stage.cast;
  const { capacities, zone } = stage.scenario;
  return {
    scenario: title,
    process,
    zone,
    calendar: 'nl',
    people: Object.fromEntries(
      Object.entries(roles).map(([role, ids]): [string, Json] => {
        const names = ids.map((id) => people[id]?.name ?? id);
        return [role, names.length === 1 ? (names[0] as string) : names];
      }),
    ),
    ...(capacities.length > 0
      ? {
          given: {
            capacities: Object.fromEntries(
              capacities.map(({ name, total, used }) => [
                name,
                { ...(total === undefined ? {} : { total }), used },
              ]),
            ),
          },
        }
      : {}),
    steps: [...published, ...steps],
  };
}

/** Definitions that it called. */
function usedBy({ instance, world }: Playing): Definition[] {
  return instance === undefined ? [] : world.definitionsOf(instance).map(({ definition }) => definition);
}

const onlyTime = (step: StoryItem): boolean => Object.keys(step).every((key) => key === 'at' || key === 'in');

/** Every step says when it is, so that it can be read by itself. */
const timed = ({ now }: Playing, step: StoryItem): StoryItem => ('at' in step ? step : { at: now, ...step });

/** Open tasks, one that is open twice is listed twice. */
export function openNow(state: State | undefined): string[] {
  return Object.values(state?.elements ?? {}).flatMap(({ task, parts }) =>
    task && !parts?.length ? [task.name] : [],
  );
}

/** Whom the last step had written to, and about what. */
function mailsSince(playing: Playing): Json[] {
  const { zone } = playing.stage.scenario;
  const from = playing.before(playing.items.length - 1).messages;
  const seen = new Set<string>();
  return playing.messages.slice(from).flatMap(({ to, about, at }): Json[] => {
    const mail = { to: playing.named(to), about: [...about], on: localDate(zone, at as Instant) };
    const key = JSON.stringify(mail);
    if (about.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ mail }];
  });
}

/** How it stands in the end: over, or where it is, who is to do what and by when, what was promised, what went wrong. */
function asItStands(playing: Playing): Json[] {
  const { state } = playing;
  if (!state) return [];
  const where = waitingElements({ state });
  const outcome = state.status === 'stopped' ? 'stopped' : state.outcomes.at(-1);
  const reached = playing.facts.some(({ type }) => type === 'end.reached');
  const isOver = where.length === 0 && (state.status !== 'running' || reached);
  const tasks = Object.values(state.elements).flatMap(({ task, parts }): Json[] =>
    task && !parts?.length
      ? [
          {
            task: {
              name: task.name,
              ...(task.owner === undefined ? {} : { owner: playing.named(task.owner) }),
              ...(task.dueDate === undefined ? {} : { due: task.dueDate }),
            },
          },
        ]
      : [],
  );
  const commitments = Object.values(state.commitments).map(({ id }) => id);
  const incidents = Object.values(state.incidents).map(({ element, code }) => ({
    incident: { element, code },
  }));
  return [
    ...(isOver ? [{ ended: outcome ?? true }] : [{ running: state.status === 'running' }, { where }]),
    ...tasks,
    ...(commitments.length > 0 ? [{ commitments }] : []),
    ...incidents,
  ];
}
