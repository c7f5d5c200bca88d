/** Holds that an act on an initiative reaches each of its instances once, even when it is repeated; and that erasing leaves no words. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

/** An initiative with its own instance and a second one. */
async function withTwo() {
  const { initiative, instance } = (await app.ask('supporter', 'POST', '/initiatives', registration())).body;
  const second = await app.ask('supporter', 'POST', '/instances', { process: 'T2', initiative });
  expect(second.status).toBe(201);
  return { initiative, instances: [instance, second.body.instance] as string[] };
}

const factsOf = async (instance: string): Promise<{ type: string }[]> =>
  (await app.ask('supporter', 'GET', `/instances/${instance}/facts`)).body.items;
const count = async (instance: string, type: string) =>
  (await factsOf(instance)).filter((fact) => fact.type === type).length;

describe('an act on an initiative', () => {
  test('reaches all its instances once, even when repeated', async () => {
    const { initiative, instances } = await withTwo();
    const key = { 'Idempotency-Key': `pause-${initiative}` };
    const pause = () =>
      app.ask(
        'supporter',
        'POST',
        `/initiatives/${initiative}/acts`,
        { type: 'pause', why: 'holidays' },
        key,
      );

    const first = await pause();
    const again = await pause();

    expect([first.status, first.body.done]).toEqual([202, true]);
    expect(again.body).toEqual(first.body);
    expect(first.body.deliveries.map(({ state }: { state: string }) => state)).toEqual([
      'confirmed',
      'confirmed',
    ]);
    for (const instance of instances) expect(await count(instance, 'instance.paused')).toBe(1);
    const acts = await app.ask('supporter', 'GET', `/initiatives/${initiative}/acts`);
    expect(acts.body.items).toHaveLength(1);
  });

  test('is told apart per instance: one that has ended, one that refuses', async () => {
    const { initiative, instances } = await withTwo();
    const [first = '', second = ''] = instances;
    await app.ask('supporter', 'POST', `/instances/${first}/acts`, { type: 'pause' });

    const paused = await app.ask('supporter', 'POST', `/initiatives/${initiative}/acts`, { type: 'pause' });
    const states = Object.fromEntries(
      paused.body.deliveries.map(({ instance, state }: { instance: string; state: string }) => [
        instance,
        state,
      ]),
    );
    expect(states).toEqual({ [first]: 'refused', [second]: 'confirmed' });

    await app.ask('coordinator', 'POST', `/instances/${first}/acts`, { type: 'stop', why: 'test' });
    const resumed = await app.ask('supporter', 'POST', `/initiatives/${initiative}/acts`, { type: 'resume' });
    expect(resumed.body.deliveries).toEqual([{ instance: second, state: 'confirmed' }]);
  });

  test('that assigns a role holds for what starts later too', async () => {
    const { initiative } = await withTwo();

    await app.ask('coordinator', 'POST', `/initiatives/${initiative}/acts`, {
      type: 'assign',
      role: 'supporter',
      people: ['per_noor'],
    });

    const { body } = await app.ask('supporter', 'GET', `/initiatives/${initiative}`);
    expect(body.roles.supporter).toEqual(['per_noor']);
  });

  test('of a kind that concerns one instance only is refused', async () => {
    const { initiative } = await withTwo();

    const answer = await app.ask('coordinator', 'POST', `/initiatives/${initiative}/acts`, {
      type: 'claim',
      task: 'n3',
    });

    expect(answer.body).toMatchObject({ status: 400, path: 'type' });
  });
});

describe('erasing an initiative', () => {
  test('ends what runs in it, leaves no word of it, and cannot be done by whoever works with it', async () => {
    const words = 'Quokka meadow behind the station';
    const asked = registration({ idea: words });
    const { initiative, instance, initiator } = (await app.ask('supporter', 'POST', '/initiatives', asked))
      .body;
    const body = { why: 'asked for it', confirm: 'erase' };

    expect((await app.ask('supporter', 'POST', `/initiatives/${initiative}/erasure`, body)).status).toBe(403);
    const erased = await app.ask('manager', 'POST', `/initiatives/${initiative}/erasure`, body);

    expect(erased.body).toEqual({ initiative, stopped: [instance], people: [initiator] });
    const seen = await Promise.all(
      [
        `/initiatives/${initiative}`,
        `/initiatives/${initiative}/timeline`,
        `/instances/${instance}/facts`,
        `/tasks?instance=${instance}`,
        '/people',
      ].map((path) => app.ask('manager', 'GET', path)),
    );
    expect(JSON.stringify(seen.map((answer) => answer.body))).not.toContain('Quokka');
    expect(JSON.stringify(seen.at(-1)?.body)).not.toContain(asked.data.contact);
    expect(seen[0]?.body.status).toBe('erased');
    const act = await app.ask('manager', 'POST', `/initiatives/${initiative}/acts`, { type: 'pause' });
    expect(act.body.code).toBe('INVALID_STATE');
    const move = await app.ask('administrator', 'POST', `/instances/${instance}/migration`, {
      to: 1,
      why: 'x',
    });
    expect([move.status, move.body.code]).toEqual([409, 'INVALID_STATE']);
  });
});

test('initiatives are found by their ids, wherever they stand in the list', async () => {
  const [one, , two] = [await withTwo(), await withTwo(), await withTwo()].map(
    ({ initiative }) => initiative,
  );

  const { body } = await app.ask('supporter', 'GET', `/initiatives?ids=${one},${two},ini_none`);
  const tooMany = await app.ask('supporter', 'GET', `/initiatives?ids=${Array(101).fill(one).join()}`);

  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([two, one]);
  expect([tooMany.status, tooMany.body.path]).toEqual([400, 'ids']);
});

test('of instances, those that are stuck are found', async () => {
  const { initiative } = await withTwo();
  for (const role of ['initiator', 'supporter'])
    await app.ask('supporter', 'POST', `/initiatives/${initiative}/acts`, {
      type: 'assign',
      role,
      people: [],
    });
  const { body } = await app.ask('supporter', 'POST', '/instances', { process: 'T2', initiative });

  const stuck = (await app.ask('supporter', 'GET', `/instances?incidents=true&initiative=${initiative}`))
    .body;

  expect(stuck.items.map(({ instance }: { instance: string }) => instance)).toEqual([body.instance]);
});

test('the timeline tells what happened, the newest first', async () => {
  const { initiative, instances } = await withTwo();
  await app.ask('coordinator', 'POST', `/tasks/${instances[0]}/n3/complete`, { outcome: 'reached' });

  const { items } = (await app.ask('supporter', 'GET', `/initiatives/${initiative}/timeline`)).body;

  const done = items.find(
    (entry: { type: string; item: string }) => entry.type === 'task.completed' && entry.item === 'n3',
  );
  expect(done).toMatchObject({ by: 'per_noor', outcome: 'reached' });
  expect([...items].sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at }) => at)).toEqual(
    items.map(({ at }: { at: string }) => at),
  );
});
