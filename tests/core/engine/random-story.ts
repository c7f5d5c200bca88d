// Plays a random story on a world: somebody answers, a job succeeds or fails, time passes; until the process has ended.

import type { Definition, Fact } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { outstanding } from '../../../core/engine/queries.ts';
import { World } from '../../../core/simulator/world.ts';
import type { State } from '../../../core/state.ts';
import type { RandomProcess } from './random-process.ts';

export const people = {
  ada: { id: 'ada', name: 'Ada', mail: 'ada@example.org' },
  bo: { id: 'bo', name: 'Bo', mail: 'bo@example.org' },
  cor: { id: 'cor', name: 'Cor', mail: 'cor@example.org' },
  max: { id: 'max', name: 'Max', mail: 'max@example.org' },
  pam: { id: 'pam', name: 'Pam', mail: 'pam@example.org' },
  vic: { id: 'vic', name: 'Vic', mail: 'vic@example.org' },
  wil: { id: 'wil', name: 'Wil' },
};
export const roles = {
  initiator: ['ada'],
  supporter: ['bo'],
  coordinator: ['cor'],
  manager: ['max'],
  partner: ['pam'],
  volunteer: ['vic', 'wil'],
};

/** Elements whose work a story answers itself. */
export const jobsOf = (definitions: Definition[]): string[] =>
  definitions.flatMap(({ elements }) => elements.filter((e) => e.type === 'serviceTask').map((e) => e.id));

export interface Played {
  world: World;
  state: State;
  facts: Fact[];
  steps: number;
}

export interface StoryOptions {
  /** Numbers between 0 and 1 that decide what happens first; a fixed sequence goes on from there. */
  dice: number[];
  /** Called after every event. */
  after?: (world: World, instance: string) => void;
  most?: number;
  /** A story that was begun before. */
  from?: { world: World; instance: string };
}

function startIn(world: World, definition: Definition, pick: number): string {
  const started = world.start({ definition, by: 'cor', data: { pick } });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return started.instance;
}

export function play(
  { definition, called }: Pick<RandomProcess, 'definition' | 'called'>,
  { dice, after, most = 600, from }: StoryOptions,
): Played {
  let thrown = 0;
  let failures = 0;
  let rest = 1 + Math.floor((dice[0] ?? 0) * 1e6);
  const throwDie = () => {
    const given = dice[thrown++];
    if (given !== undefined) return given;
    rest = (rest * 48271) % 2147483647;
    return rest / 2147483647;
  };
  const pick = <T>(from: T[]): T =>
    from[Math.min(from.length - 1, Math.floor(throwDie() * from.length))] as T;
  const jobs = jobsOf([definition, ...called]);
  const world =
    from?.world ??
    new World({
      at: '2026-03-02T09:00:00.000Z',
      calendar: dutchCalendar,
      people,
      roles,
      definitions: [definition, ...called],
      ownedJobs: jobs,
    });
  const instance = from?.instance ?? startIn(world, definition, Math.floor(throwDie() * 3));
  after?.(world, instance);
  let steps = 0;
  const must = (r: { ok: true } | { rejection: { message: string } }) => {
    if ('rejection' in r) throw new Error(r.rejection.message);
  };
  while (world.state(instance).status === 'running' && steps < most) {
    steps += 1;
    const open = outstanding(world.state(instance));
    const waits = Object.values(world.state(instance).subscriptions ?? {});
    const answerable = open.jobs.filter((j) => j.element !== undefined && j.jobType === 'work');
    const roll = throwDie();
    const incident = open.incidents[0];
    if (incident) must(world.act(instance, { type: 'retry', incident: incident.key }));
    else if (answerable.length > 0 && roll < 0.5) {
      const job = pick(answerable);
      must(
        world.deliver(
          instance,
          throwDie() < 0.2 && failures++ < 3
            ? { type: 'jobFailed', job: job.key, error: 'no line', retries: job.retries - 1 }
            : { type: 'jobCompleted', job: job.key },
        ),
      );
    } else if (open.tasks.length > 0 && roll < 0.7) {
      const t = pick(open.tasks);
      const outcomes = (t.task.outcomes ??
        (world.definitionsOf(instance)[t.d]?.elements.get(t.element) as
          | { outcomes?: { id: string }[] }
          | undefined)) as { id: string }[] | { outcomes?: { id: string }[] } | undefined;
      const list = Array.isArray(outcomes) ? outcomes : (outcomes?.outcomes ?? []);
      // "Rest" and "stop" are told elsewhere; a random story goes on.
      const going = list.filter((o) => !['rest', 'stop', 'change'].includes(o.id));
      must(
        world.act(instance, {
          type: 'complete',
          task: t.key,
          ...(going.length > 0 ? { outcome: pick(going).id } : {}),
          ...(/(^|_)a\d+$/.test(t.element)
            ? {
                data: {
                  commitments: [
                    { text: 'ask around', owner: 'initiator', due: world.at.slice(0, 10) },
                    { text: 'make a map', owner: 'supporter', due: world.at.slice(0, 10) },
                  ],
                },
              }
            : {}),
        }),
      );
    } else if (waits.length > 0 && roll < 0.78) {
      const { kind, name, key } = pick(waits);
      if (kind !== 'condition') world.send({ kind, name, ...(key === undefined ? {} : { key }) });
    } else if (open.commitments.length > 0 && roll < 0.85) {
      must(world.act(instance, { type: 'done', commitment: pick(open.commitments).id }));
    } else if (
      world.advanceNext() === undefined &&
      open.tasks.length === 0 &&
      answerable.length === 0 &&
      waits.length === 0 &&
      open.commitments.length === 0
    ) {
      throw new Error(
        `Nothing can happen any more, but the process runs: ${JSON.stringify(world.state(instance).elements)}`,
      );
    }
    after?.(world, instance);
  }
  return { world, state: world.state(instance), facts: world.facts, steps };
}
