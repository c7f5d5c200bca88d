/** A rehearsal world on the server and the simulated world in core tell one story with equal facts and messages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Act, Definition, type Fact } from '../../contract/index.ts';
import { Capacities } from '../../core/simulator/capacities.ts';
import { World } from '../../core/simulator/world.ts';
import { templateFiles } from '../../templates/index.ts';
import { pinnedDefinition } from '../../worker/client.ts';
import { type Due, rehearsalWorld, type WorldRecord } from '../../worker/world.ts';
import { accepted, type Engine, people, startEngine, surroundings } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { oneTask } from './support/processes.ts';

const [T1, T2] = templateFiles().map((file) => Definition.parse(file)) as [Definition, Definition];

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Step = { at: string } & (
  | { start: Definition; id: string; data?: object }
  | { in: string; act: Act }
  | object
);

/** Nobody acts for long, so that ladders run to their ends; then somebody does. */
const story = (prefix: string): Step[] => [
  { at: '2026-08-31T08:00:00.000Z', start: T2, id: `${prefix}-pilot` },
  { at: '2026-09-01T08:00:00.000Z', start: T2, id: `${prefix}-second` },
  { at: '2026-09-20T08:00:00.000Z' },
  {
    at: '2026-09-21T08:30:00.000Z',
    in: `${prefix}-pilot`,
    act: {
      type: 'complete',
      task: 'n1',
      by: 'p-bo',
      onBehalfOf: 'p-ada',
      channel: 'phone',
      data: {
        question: 'Do people come back?',
        smallestStart: 'one table',
        startCount: 5,
        start: '2026-10-05',
        months: 3,
        goodEnough: 'when five come back',
      },
    },
  },
  {
    at: '2026-09-22T09:00:00.000Z',
    in: `${prefix}-pilot`,
    act: {
      type: 'complete',
      task: 'n2',
      by: 'p-bo',
      outcome: 'sent',
      data: { commitments: [{ text: 'open the hall', owner: 'initiator', due: '2026-10-01' }] },
    },
  },
  {
    at: '2026-10-20T10:00:00.000Z',
    in: `${prefix}-second`,
    act: { type: 'pause', until: '2026-11-02', by: 'p-bo' },
  },
  { at: '2027-02-01T10:00:00.000Z' },
  { at: '2027-02-01T10:00:00.000Z', in: `${prefix}-pilot`, act: { type: 'stop', why: 'enough', by: 'p-bo' } },
  { at: '2027-03-01T10:00:00.000Z' },
];

interface Told {
  facts: Map<string, Fact[]>;
  messages: string[];
}

function simulated(steps: Step[]): Told {
  const first = steps[0] as Step;
  const world = new World({ at: first.at, roles: people, people: mailable(), definitions: [T1, T2] });
  for (const step of steps) {
    world.advanceTo(step.at);
    if ('start' in step) {
      const started = world.start({ definition: step.start, instance: step.id, people });
      if ('rejection' in started) throw new Error(started.rejection.message);
    } else if ('act' in step) {
      const acted = world.act(step.in, step.act);
      if ('rejection' in acted) throw new Error(acted.rejection.message);
    }
  }
  const facts = new Map<string, Fact[]>();
  for (const fact of world.facts) facts.set(fact.instance, [...(facts.get(fact.instance) ?? []), fact]);
  return { facts, messages: world.messages.map(({ key, to, channel }) => `${key} ${to} ${channel}`) };
}

const mailable = () =>
  Object.fromEntries(
    Object.values(people)
      .flat()
      .map((id) => [id, { id, name: id, mail: `${id}@example.org` }]),
  );

async function rehearsed(id: string, steps: Step[]): Promise<Told & { record: WorldRecord }> {
  const first = steps[0] as Step;
  const record = { id, org: engine.org, clock: first.at, instances: [], mailrooms: [] };
  const world = rehearsalWorld(engine.client, record, surroundings, async () => {});
  const before = engine.messages.length;
  for (const [i, step] of steps.entries()) {
    await world.jumpTo(step.at);
    if ('start' in step) {
      const start = { instance: step.id, hash: '', at: step.at, people };
      accepted(await world.start({ start, definitions: [pinnedDefinition(step.start)] }));
    } else if ('act' in step) accepted(await world.act(step.in, step.act, `${id}-${i}`));
  }
  const facts = new Map(
    world.record.instances.map((instance) => [instance, engine.facts.get(instance) ?? []]),
  );
  const messages = engine.messages.slice(before).map(({ key, to, channel }) => `${key} ${to} ${channel}`);
  return { facts, messages, record: world.record };
}

describe('a rehearsal world', () => {
  it('gives the facts and messages of the simulated world, months of them, in the same order', async () => {
    const capacities = new Capacities([]);
    engine.activities.runJob = async ({ instance, key, jobType, input }) => {
      const done = capacities.run(instance, { do: 'job', key, jobType, input, retries: 3 });
      return done === 'waits' ? { waiting: true } : { result: done[0]?.result ?? {} };
    };
    const steps = story(engine.org);

    const expected = simulated(steps);
    const told = await rehearsed(`world-${engine.org}`, steps);

    expect([...expected.facts.values()].flat().length).toBeGreaterThan(100);
    for (const [instance, facts] of expected.facts) expect(told.facts.get(instance)).toEqual(facts);
    expect(told.messages.length).toBeGreaterThan(10);
    expect(told.messages).toEqual(expected.messages);
  });

  it('arms no timer: nothing happens by itself, however long something is overdue', async () => {
    const steps: Step[] = [{ at: '2020-01-06T08:00:00.000Z', start: oneTask, id: `${engine.org}-still` }];
    const { record } = await rehearsed(`still-${engine.org}`, steps);
    const id = record.instances[0] as string;
    const before = engine.facts.get(id)?.length;

    await new Promise((resolve) => setTimeout(resolve, 500));

    expect(engine.facts.get(id)?.length).toBe(before);
    const events = (await historiesOf(engine.client, id)).flatMap((history) => history.events ?? []);
    expect(events.filter((event) => event.timerStartedEventAttributes)).toEqual([]);
  });

  it('goes moment by moment to the next due thing, also by another driver that takes over its record', async () => {
    const steps: Step[] = [{ at: '2026-08-31T08:00:00.000Z', start: oneTask, id: `${engine.org}-next` }];
    const { record } = await rehearsed(`next-${engine.org}`, steps);
    const world = rehearsalWorld(engine.client, structuredClone(record), surroundings, async () => {});
    const twin = new World({ at: '2026-08-31T08:00:00.000Z', roles: people, people: mailable() });
    twin.start({ definition: oneTask, instance: `${engine.org}-next`, people });

    const [moments, expected] = [[] as unknown[], [] as unknown[]];
    for (let i = 0; i < 6; i++) {
      moments.push(await world.jumpNext());
      expected.push(twin.advanceNext());
    }

    await world.close();
    expect(await engine.client.pulse(`${engine.org}-next`)).toBeUndefined();
    expect(moments).toEqual(expected);
    expect(engine.facts.get(`${engine.org}-next`)).toEqual(twin.facts);
  });

  it('a jump to what is next that is asked again, by another driver too, is the same jump', async () => {
    const name = `${engine.org}-again`;
    const steps: Step[] = [{ at: '2026-08-31T08:00:00.000Z', start: oneTask, id: name }];
    const { record } = await rehearsed(`again-${engine.org}`, steps);
    const driver = () =>
      rehearsalWorld(engine.client, structuredClone(record), surroundings, async ({ clock }) => {
        record.clock = clock;
      });
    let found: Due | undefined;
    const asked = () => ({
      id: 'the same press',
      ...(found ? { before: found } : {}),
      keep: async (due: Due) => {
        found = due;
      },
    });

    const first = await driver().jumpNext(asked());
    const facts = engine.facts.get(name)?.length;
    const again = await driver().jumpNext(asked());

    expect(first).toBeDefined();
    expect(again).toBe(first);
    expect(engine.facts.get(name)?.length).toBe(facts);
    const next = await driver().jumpNext({ ...asked(), id: 'another press', before: undefined });
    expect((next as string) >= (first as string)).toBe(true);
  });

  it('does not leak into another world: each has its own clock and its own mailrooms', async () => {
    const at = '2026-08-31T08:00:00.000Z';
    const one = await rehearsed(`one-${engine.org}`, [{ at, start: oneTask, id: `${engine.org}-one` }]);
    const two = await rehearsed(`two-${engine.org}`, [
      { at, start: oneTask, id: `${engine.org}-two` },
      { at: '2026-12-01T08:00:00.000Z' },
    ]);

    expect(one.record.clock).toBe(at);
    expect(engine.typesOf(`${engine.org}-one`)).not.toContain('chase.fired');
    expect(engine.typesOf(`${engine.org}-two`)).toContain('chase.fired');
    expect(two.record.mailrooms.length).toBeGreaterThan(0);
  });

  it('is refused to real work: nobody can tick an instance that lives in real time', async () => {
    const real = await engine.start(oneTask);
    const answer = await engine.client.tick(real, '2030-01-01T00:00:00.000Z');
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'INVALID_STATE' } });
  });
});
