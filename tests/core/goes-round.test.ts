// Work that is answered at once and leads to itself has no end: a world that plays it stands still and says where.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { modelOf } from '../../core/check/index.ts';
import { explore } from '../../core/explore/index.ts';
import { World } from '../../core/simulator/world.ts';
import { catches, decide, draw, end, job, start, throws, wait } from './check/drawing.ts';

const hours = (amount: number) => ({ triggers: { timer: { term: { amount, unit: 'hours' } } } });
const days = (amount: number) => ({ triggers: { timer: { term: { amount, unit: 'days' } } } });
const longAgo = { triggers: { timer: { term: { moment: '2026-01-01T00:00:00Z' } } } };
const jobs = draw([start(), job('a'), decide('g'), end()], 'start > a > g; g > a {true}; g > end *');
const moments = draw(
  [start(), wait('w', longAgo), decide('g'), end()],
  'start > w > g; g > w {true}; g > end *',
);

function begun(definition: typeof jobs) {
  const world = new World({ at: '2026-06-01T08:00:00.000Z', definitions: [definition], roles: {} });
  const started = world.start({ definition });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return { world, instance: started.instance };
}

describe('a circle in which no time passes', () => {
  it('of automatic work: that is an incident of the process, and time goes on beside it', () => {
    const { world, instance } = begun(jobs);
    world.advanceTo('2026-07-01T08:00:00.000Z');

    expect(Object.values(world.state(instance).incidents)).toMatchObject([
      { code: 'ENDLESS_LOOP', element: 'a' },
    ]);
    expect(world.at).toBe('2026-07-01T08:00:00.000Z');
    expect(world.goesRoundAt).toBeUndefined();
  });

  it('of two that answer one another: that is an incident of one of them', () => {
    const answers = (id: string, hears: string, says: string) =>
      draw(
        [start(), catches('c', { message: { name: hears } }), throws('t', { message: { name: says } })],
        'start > c > t > c',
        { id },
      );
    const first = answers('first', 'ping', 'pong');
    const world = new World({ at: '2026-06-01T08:00:00.000Z', definitions: [first], roles: {} });
    world.start({ definition: first });
    world.start({ definition: answers('second', 'pong', 'ping') });
    world.send({ kind: 'message', name: 'ping' });

    const stuck = world.members.filter((id) => Object.keys(world.state(id).incidents).length > 0);
    expect(stuck).toHaveLength(1);
    expect(world.goesRoundAt).toBeUndefined();
  });

  const beginsItself = (kind: 'message' | 'signal', id: string) => {
    const what = kind === 'message' ? { message: { name: 'go' } } : { signal: 'go' };
    return draw([start('start', { triggers: what }), throws('t', what), end()], 'start > t > end', { id });
  };
  const sent = (kind: 'message' | 'signal', ...definitions: Definition[]) => {
    const world = new World({ at: '2026-06-01T08:00:00.000Z', definitions, roles: {} });
    world.send({ kind, name: 'go' });
    return world;
  };
  const stuckIn = (world: World) =>
    world.members.flatMap((id) => Object.values(world.state(id).incidents).map(({ code }) => code));

  it.each(['message', 'signal'] as const)(
    'of processes that begin one another by a %s: the hundred and first throws no more',
    (kind) => {
      const world = sent(kind, beginsItself(kind, 'self'));

      expect(stuckIn(world)).toEqual(['ENDLESS_LOOP']);
      expect(world.members).toHaveLength(101);
      expect(world.goesRoundAt).toBeUndefined();
    },
  );

  it('of a row that somebody sets going again: it goes as far once more', () => {
    const world = sent('message', beginsItself('message', 'self'));
    const last = world.members.at(-1) as string;
    const [incident] = Object.keys(world.state(last).incidents);
    expect(world.act(last, { type: 'retry', incident: incident as string, by: 'p' })).toEqual({ ok: true });

    expect(world.members).toHaveLength(201);
    expect(stuckIn(world)).toEqual(['ENDLESS_LOOP']);
  });

  it('of a row in which an hour passes now and then: it goes on', () => {
    const hourly = draw(
      [
        start('start', { triggers: { message: { name: 'go' } } }),
        wait('w', hours(1)),
        throws('t', { message: { name: 'go' } }),
        end(),
      ],
      'start > w > t > end',
    );
    const world = sent('message', hourly);
    world.advanceTo('2026-06-10T08:00:00.000Z');

    expect(stuckIn(world)).toEqual([]);
    expect(world.members.length).toBeGreaterThan(200);
  });

  it('of processes that begin one another in ever greater number: the world stands still there, and the clock with it', () => {
    const world = sent('signal', beginsItself('signal', 'one'), beginsItself('signal', 'other'));
    const { at } = world;
    world.advanceTo('2026-07-01T08:00:00.000Z');

    expect(world.goesRoundAt).toBe('end');
    expect(world.at).toBe(at);
    expect(world.nextDue()).toBeUndefined();
  });

  it('of waits for what is past: that is an incident of the process', () => {
    const { world, instance } = begun(moments);

    expect(Object.values(world.state(instance).incidents)).toMatchObject([
      { code: 'ENDLESS_LOOP', element: 'w' },
    ]);
  });

  it('does not hold up what is foreseen if nobody acts', () => {
    const later = draw(
      [start(), wait('w', days(3)), job('a'), decide('g'), end()],
      'start > w > a > g; g > a {true}; g > end *',
    );
    const { world } = begun(later);

    const { facts } = world.ifNobodyActs('2026-07-01T08:00:00.000Z');
    expect(facts.some((fact) => fact.type === 'element.activated' && fact.element === 'a')).toBe(true);
    expect(world.goesRoundAt).toBeUndefined();
  });

  it('is found by exploring, which comes to an end', () => {
    expect(explore(modelOf(jobs)).findings.map(({ rule }) => rule)).toContain('never-ends');
  });
});

describe('work again and again with a wait between', () => {
  it('goes on as long as time does', () => {
    const daily = draw(
      [start(), wait('w', days(1)), job('a'), decide('g'), end()],
      'start > w > a > g; g > w {true}; g > end *',
    );
    const { world } = begun(daily);
    world.advanceTo('2027-06-01T08:00:00.000Z');

    expect(world.goesRoundAt).toBeUndefined();
    expect(
      world.facts.filter((fact) => fact.type === 'element.completed' && fact.element === 'a').length,
    ).toBeGreaterThan(200);
  });
});
