import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Activities, createActivities, type Engine } from '../../activities/index.ts';
import { publicOnly } from '../../activities/outside/addresses.ts';
import { asking } from '../../activities/outside/ask.ts';
import type { Definition, Note } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import { liveServers } from '../../servers/in-tests.ts';
import { openStore, prepareStore, type Registration, type Store } from '../../store/index.ts';
import type { EventRequest } from '../../workflows/messages.ts';

const ORG = 'org_test';
const AT = '2026-09-07T08:00:00.000Z';

let store: Store;
let activities: Activities;

/** Instances that keep what they were brought, once per id; the rest of an engine needs no Temporal to be told apart. */
const running = new Map<string, EventRequest[]>();
const refusing = new Set<string>();
const posted: Parameters<Engine['postToMailroom']>[0][] = [];
const logged: string[] = [];
const engine: Engine = {
  async deliver(instance, request) {
    const got = running.get(instance);
    if (!got) return { ok: false, rejection: { code: 'INVALID_STATE', message: 'ended', path: 'instance' } };
    if (refusing.has(instance))
      return { ok: false, rejection: { code: 'NOT_FOUND', message: 'no job', path: 'job' } };
    if (!got.some(({ id }) => id === request.id)) got.push(request);
    return { ok: true };
  },
  holds: async (instance, keys) => (running.has(instance) ? keys.filter((key) => key !== 'gone') : []),
  async postToMailroom(input) {
    posted.push(input);
  },
};

const definition = (id: string, roles: Definition['roles']): Definition => ({
  v: 1,
  id,
  name: id,
  roles,
  elements: [{ id: 'n1', type: 'startEvent' }],
  flows: [],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
});

const publish = (process: string, hash: string, more: { pins?: Record<string, string>; tag?: string } = {}) =>
  store.versions.publish({
    org: ORG,
    process,
    hash,
    revision: 1,
    pins: {},
    publishedAt: AT,
    definition: definition(process, [
      { id: 'supporter', name: 'Supporter', side: 'us' },
      { id: 'partner', name: 'Partner', side: 'partner' },
    ]),
    ...more,
  });

let count = 0;
async function instance(more: Partial<Registration> = {}): Promise<string> {
  const id = `pi_${++count}`;
  await store.instances.register({
    org: ORG,
    instance: id,
    process: 'T1',
    hash: 'h1',
    registeredAt: AT,
    ...more,
  });
  running.set(id, []);
  return id;
}
const delivered = (id: string) => running.get(id)?.map(({ event }) => event);

beforeAll(async () => {
  store = await openStore(liveServers().mongoUri, { secretKey: 'a secret for tests, long enough' });
  await prepareStore(store);
  const log = (about: object, message: string) => void logged.push(`${message} ${JSON.stringify(about)}`);
  activities = createActivities({
    store,
    engine,
    log: { info: log, warn: log, error: log },
    clock: () => AT,
    send: async () => ({ status: 'already' }),
    outside: asking(publicOnly()),
  });
  await store.organisations.create({
    id: ORG,
    name: 'Buurtkracht',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    calendar: dutchCalendar,
    settings: defaultSettings,
    roles: { manager: ['per_max'], director: ['per_dirk'] },
    teams: [{ id: 'team_a', name: 'A', roles: { coordinator: ['per_cor'], manager: ['per_mia'] } }],
  });
  for (const [id, more] of Object.entries({
    per_ada: { side: 'initiator', mail: 'ada@example.org', phone: '06', channel: 'sms' },
    per_post: { side: 'initiator', post: 'Dorpsstraat 1' },
    per_bo: { deputy: 'per_dee' },
    per_dee: {},
    per_cor: {},
    per_max: {},
    per_mia: {},
    per_dirk: {},
    per_gone: {},
    per_actor: { world: 'wld_1' },
  } as Record<string, object>))
    await store.people.create({ id, org: ORG, side: 'us', language: 'nl', name: id, ...more });
  await store.people.erase('per_gone');
  await store.initiatives.create({
    id: 'ini_1',
    org: ORG,
    team: 'team_a',
    roles: { initiator: ['per_ada', 'per_post'], supporter: ['per_bo'], volunteer: ['per_gone'] },
    createdAt: AT,
    words: { title: 'Kring' },
  });
  await store.initiatives.create({
    id: 'ini_bare',
    org: ORG,
    roles: {},
    createdAt: AT,
    words: { title: 'Kaal' },
  });
  await store.worlds.create({
    id: 'wld_1',
    org: ORG,
    name: 'try',
    at: '2027-01-04T08:00:00.000Z',
    roles: { supporter: ['per_actor'] },
  });
  await publish('T1', 'h1', { pins: { Called: 'c1' } });
  await publish('Called', 'c1', { tag: 'stable' });
  await publish('Called', 'c2');
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});
beforeEach(() => {
  posted.length = 0;
  logged.length = 0;
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => {
      if (!(error instanceof ApplicationFailure)) throw error;
      return { type: error.type, nonRetryable: error.nonRetryable, message: error.message };
    },
  );

describe('resolving a role', () => {
  const resolve = async (
    role: string,
    more: { initiative?: string; world?: string } = { initiative: 'ini_1' },
  ) => activities.resolve({ instance: await instance(more), role, ...more });

  test.each<[string, string[], string[]]>([
    ['initiator', ['per_ada', 'per_post'], ['initiative']],
    ['supporter', ['per_bo'], ['initiative']],
    ['coordinator', ['per_cor'], ['team']],
    ['manager', ['per_mia'], ['team']],
    ['director', ['per_dirk'], ['organisation']],
  ])('%s is looked for from the initiative outward', async (role, people, reasons) => {
    expect(await resolve(role)).toEqual({ people, reasons });
  });

  test('a role of ours that nobody holds falls to the coordinator, else to the manager', async () => {
    expect(await resolve('backup')).toEqual({
      people: ['per_cor'],
      reasons: ['standIn:coordinator', 'team'],
    });
    expect(await resolve('backup', { initiative: 'ini_bare' })).toEqual({
      people: ['per_max'],
      reasons: ['standIn:manager', 'organisation'],
    });
  });

  test.each(['partner', 'initiator'])('%s, whom nobody is, is not played by us', async (role) => {
    expect(await resolve(role, { initiative: 'ini_bare' })).toEqual({ people: [], reasons: [] });
  });

  test('somebody erased is left out, and it is said', async () => {
    expect(await resolve('volunteer')).toMatchObject({ people: ['per_cor'] });
    await store.initiatives.create({
      id: 'ini_e',
      org: ORG,
      roles: { partner: ['per_gone'] },
      createdAt: AT,
      words: { title: 'x' },
    });
    expect(await resolve('partner', { initiative: 'ini_e' })).toEqual({
      people: [],
      reasons: ['erased:per_gone'],
    });
  });

  test('who is away is replaced by the deputy until the day they are back', async () => {
    await store.people.change('per_bo', { away: { until: '2026-09-07' } });
    expect(await resolve('supporter')).toEqual({
      people: ['per_dee'],
      reasons: ['initiative', 'deputyOf:per_bo'],
    });

    await store.people.change('per_bo', { away: { until: '2026-09-06' } });
    expect(await resolve('supporter')).toMatchObject({ people: ['per_bo'] });
    await store.people.clearAway('per_bo');
  });

  test('in a rehearsal only its own people take part', async () => {
    expect(await resolve('supporter', { initiative: 'ini_1', world: 'wld_1' })).toEqual({
      people: ['per_actor'],
      reasons: ['world'],
    });
    expect(await resolve('director', { initiative: 'ini_bare', world: 'wld_1' })).toEqual({
      people: [],
      reasons: [],
    });
  });
});

describe('projecting', () => {
  const begin = {
    n: 1,
    at: AT,
    type: 'instance.started',
    process: 'T1',
    hash: 'h1',
    engine: 1,
    element: 'n1',
  } as const;

  test('a gap is a failure that trying again cannot help, written to the audit trail and the log', async () => {
    const id = await instance();
    const facts = [{ ...begin, n: 2, instance: id }];

    const failure = await refused(activities.project({ instance: id, facts, view: { status: 'running' } }));

    expect(failure).toMatchObject({ type: 'FACTS_GAP', nonRetryable: true });
    expect(await store.audit.list({ org: ORG, about: id })).toMatchObject([
      { action: 'facts.gap', detail: { missing: 1, recorded: 0 } },
    ]);
    expect(logged.join()).toContain('facts are missing');
  });

  test('of an erased initiative fails for good', async () => {
    await store.keys.destroy(ORG, 'ini_erased');
    const id = await instance({ initiative: 'ini_erased' });

    const failure = await refused(
      activities.project({ instance: id, facts: [{ ...begin, instance: id }], view: { status: 'running' } }),
    );

    expect(failure).toMatchObject({ type: 'KEY_DESTROYED', nonRetryable: true });
  });

  test('of somebody nobody registered fails for good', async () => {
    const input = {
      instance: 'pi_nobody',
      facts: [{ ...begin, instance: 'pi_nobody' }],
      view: { status: 'running' },
    };

    expect(await refused(activities.project(input))).toMatchObject({
      type: 'UNKNOWN_INSTANCE',
      nonRetryable: true,
    });
  });
});

describe('jobs', () => {
  const job = (id: string, jobType: string, input: object, more: { key?: string } = {}) =>
    ({ instance: id, key: 'j1', jobType, input, ...more }) as Parameters<Activities['runJob']>[0];
  const room = async (total: number, world?: string) => {
    const name = `room ${++count}`;
    await store.capacities.define({ org: ORG, world, name, total, at: AT });
    return name;
  };

  test('a place is taken once per instance, given back once, and above the total only when forced', async () => {
    const capacity = await room(1);
    const [a, b] = [await instance(), await instance()];
    const run = async (id: string, jobType: string, more: object = {}) =>
      activities.runJob(job(id, jobType, { capacity, ...more }));

    expect(await run(a, 'capacity.take')).toEqual({ result: { taken: true, above: false } });
    expect(await run(a, 'capacity.take')).toEqual({ result: { taken: true, above: false } });
    expect(await run(b, 'capacity.take')).toEqual({ result: { taken: false, above: false } });
    expect(await run(b, 'capacity.take', { force: true })).toEqual({ result: { taken: true, above: true } });
    expect(await store.capacities.get({ org: ORG, name: capacity })).toMatchObject({ left: -1, used: 2 });
    expect(await run(b, 'capacity.release')).toEqual({ result: { released: true } });
    expect(await run(b, 'capacity.release')).toEqual({ result: { released: false } });
  });

  test('a capacity that nobody has set has no limit', async () => {
    const id = await instance();
    const run = async (jobType: string) => activities.runJob(job(id, jobType, { capacity: 'nobody set it' }));

    expect(await run('capacity.take')).toEqual({ result: { taken: true, above: false } });
    expect(await run('capacity.queue')).toEqual({ result: { taken: true, above: false } });
    expect(await run('capacity.release')).toEqual({ result: { released: false } });
    await activities.cancelJob(job(id, 'capacity.queue', { capacity: 'nobody set it' }));
  });

  test('who waits for a place is answered when one comes free, in order, once', async () => {
    const capacity = await room(1);
    const [a, b, c] = [await instance(), await instance(), await instance()];
    await activities.runJob(job(a, 'capacity.take', { capacity }));

    expect(await activities.runJob(job(b, 'capacity.queue', { capacity }, { key: 'jb' }))).toEqual({
      waiting: true,
    });
    expect(await activities.runJob(job(c, 'capacity.queue', { capacity }))).toEqual({ waiting: true });
    await activities.runJob(job(a, 'capacity.release', { capacity }));
    await activities.runJob(job(a, 'capacity.release', { capacity }));

    expect(delivered(b)).toEqual([
      { type: 'jobCompleted', job: 'jb', result: { taken: true, above: false } },
    ]);
    expect(delivered(c)).toEqual([]);
    expect(await activities.runJob(job(b, 'capacity.take', { capacity }))).toMatchObject({
      result: { taken: true },
    });
  });

  test('with a place free, queueing answers at once', async () => {
    const [a, capacity] = [await instance(), await room(1)];

    expect(await activities.runJob(job(a, 'capacity.queue', { capacity }))).toEqual({
      result: { taken: true, above: false },
    });
    expect(delivered(a)).toEqual([]);
  });

  test('a place for somebody who ended or refuses goes on to the next, and is never lost', async () => {
    const capacity = await room(1);
    const [a, ended, refuses, next] = [
      await instance(),
      await instance(),
      await instance(),
      await instance(),
    ];
    await activities.runJob(job(a, 'capacity.take', { capacity }));
    for (const id of [ended, refuses, next]) await activities.runJob(job(id, 'capacity.queue', { capacity }));
    running.delete(ended);
    refusing.add(refuses);

    await activities.runJob(job(a, 'capacity.release', { capacity }));

    expect(delivered(next)).toHaveLength(1);
    expect(await store.capacities.get({ org: ORG, name: capacity })).toMatchObject({
      left: 0,
      waiters: [],
      bookings: [{ booking: next }],
    });
  });

  test('a job taken back leaves the queue, and gives back a place that came too late', async () => {
    const capacity = await room(1);
    const [a, b, c] = [await instance(), await instance(), await instance()];
    await activities.runJob(job(a, 'capacity.take', { capacity }));
    for (const id of [b, c]) await activities.runJob(job(id, 'capacity.queue', { capacity }));
    await activities.runJob(job(a, 'capacity.release', { capacity }));
    expect(delivered(b)).toHaveLength(1);

    await activities.cancelJob(job(b, 'capacity.queue', { capacity }));
    expect(delivered(c)).toHaveLength(1);
    await activities.cancelJob(job(c, 'capacity.queue', { capacity }));

    expect(await store.capacities.get({ org: ORG, name: capacity })).toMatchObject({
      left: 1,
      waiters: [],
      bookings: [],
    });
  });

  test('twenty givers and twenty who wait, all at once: everybody is told and no place is lost', async () => {
    const capacity = await room(20);
    const holders = await Promise.all(Array.from({ length: 20 }, () => instance()));
    const waiters = await Promise.all(Array.from({ length: 20 }, () => instance()));
    for (const id of holders) await activities.runJob(job(id, 'capacity.take', { capacity }));

    const answers = await Promise.all([
      ...waiters.map((id) => activities.runJob(job(id, 'capacity.queue', { capacity }))),
      ...holders.map((id) => activities.runJob(job(id, 'capacity.release', { capacity }))),
    ]);

    const atOnce = answers.slice(0, 20).map((answer) => ('waiting' in answer ? 0 : 1));
    // Answered at once, told later, or (when both crossed) the same answer by both ways.
    for (const [i, id] of waiters.entries())
      expect((atOnce[i] ?? 0) + (delivered(id)?.length ?? 0)).toBeGreaterThan(0);
    expect(await store.capacities.get({ org: ORG, name: capacity })).toMatchObject({ left: 0, waiters: [] });
    expect(await store.capacities.untold({ org: ORG, name: capacity })).toEqual([]);
  });

  test('in a rehearsal the places of its world are used, at its own time', async () => {
    const capacity = await room(1, 'wld_1');
    const [a, b] = [await instance({ world: 'wld_1' }), await instance({ world: 'wld_1' })];
    const at = { world: 'wld_1' };
    await activities.runJob({ ...job(a, 'capacity.take', { capacity }), ...at });
    await activities.runJob({ ...job(b, 'capacity.queue', { capacity }), ...at });

    await activities.runJob({ ...job(a, 'capacity.release', { capacity }), ...at });

    expect(running.get(b)).toMatchObject([{ at: '2027-01-04T08:00:00.000Z' }]);
  });

  test('in a rehearsal work that is not built in succeeds without data, as in the simulator', async () => {
    const id = await instance({ world: 'wld_1' });

    expect(await activities.runJob({ ...job(id, 'launch.rocket', {}), world: 'wld_1' })).toEqual({
      result: {},
    });
  });

  test('what is to be kept is recorded once, with its kind', async () => {
    const id = await instance({ initiative: 'ini_1' });
    const work = job(id, 'record', { kind: 'learning', bump: 'no water tap', consent: 'anonymous' });

    for (let i = 0; i < 3; i++) expect(await activities.runJob(work)).toEqual({ result: {} });

    expect(await store.results.list({ org: ORG, instance: id })).toMatchObject([
      { kind: 'learning', initiative: 'ini_1', data: { bump: 'no water tap', consent: 'anonymous' } },
    ]);
  });

  test.each<[string, string, object, string, string]>([
    ['of an unknown type', 'launch.rocket', {}, 'UNKNOWN_JOB', 'launch.rocket'],
    ['of a type that every object has', 'constructor', {}, 'UNKNOWN_JOB', 'constructor'],
    ['without what it needs', 'capacity.take', {}, 'INVALID_INPUT', 'capacity'],
    ['with half a place', 'capacity.take', { capacity: 'x', amount: 0.5 }, 'INVALID_INPUT', 'amount'],
  ])('a job %s fails for good and says what was wrong', async (_, jobType, input, type, named) => {
    const failure = await refused(activities.runJob(job(await instance(), jobType, input)));

    expect(failure).toMatchObject({ type, nonRetryable: true });
    expect(failure?.message).toContain(named);
  });
});

describe('loading a called process', () => {
  const load = async (binding: 'latest' | 'pinned' | 'tag', more: object = {}) =>
    activities.load({ instance: await instance(), process: 'Called', binding, ...more });

  test('gives the latest, the tagged one, the one that was there when the caller was published, or else the first', async () => {
    expect(await load('latest')).toMatchObject({ hash: 'c2', definition: { id: 'Called' } });
    expect(await load('tag', { tag: 'stable' })).toMatchObject({ hash: 'c1' });
    expect(await load('pinned')).toMatchObject({ hash: 'c1' });
    expect(await load('pinned', { caller: 'c2' })).toMatchObject({ hash: 'c1' });
    expect(await load('pinned', { process: 'Nowhere' })).toEqual({ missing: true });
    expect(await load('latest', { process: 'Nowhere' })).toEqual({ missing: true });
  });
});

describe('posting', () => {
  const post = async (to: string, more: object = {}) => {
    const id = await instance();
    await activities.post({
      instance: id,
      to,
      notes: [],
      announce: [],
      withdraw: ['n1'],
      ended: [],
      at: AT,
      id: `${id}/4`,
      ...more,
    });
    return id;
  };

  test('hands the mailroom how somebody can be reached and no address', async () => {
    await post('per_ada');
    await post('per_post', { notes: [{ key: 'k' } as Note] });

    expect(posted.map(({ post: { reach } }) => reach)).toEqual([
      { side: 'initiator', channels: ['mail'], preferred: 'sms' },
      { side: 'initiator', channels: ['post'] },
    ]);
    expect(posted[0]).toMatchObject({
      org: ORG,
      person: 'per_ada',
      surroundings: { calendar: dutchCalendar, settings: defaultSettings },
    });
    expect(posted[0]?.surroundings).toBe(posted[1]?.surroundings);
    expect(JSON.stringify(posted)).not.toContain('example.org');
  });

  test('tells nothing to somebody erased, and fails for somebody who never was', async () => {
    await post('per_gone');
    expect(posted).toEqual([]);

    expect(await refused(post('per_nobody'))).toMatchObject({ type: 'UNKNOWN_PERSON', nonRetryable: true });
  });
});

describe('asking and delivering', () => {
  test('an ended instance stands behind nothing and is left alone', async () => {
    const id = await instance();
    expect(await activities.ask({ instance: id, keys: ['a', 'gone'] })).toEqual(['a']);
    running.delete(id);

    expect(await activities.ask({ instance: id, keys: ['a'] })).toEqual([]);
    await activities.deliver({ instance: id, event: { type: 'resume' }, id: 'x' });
    expect(logged).toEqual([]);
  });

  test('an event that does not fit any more is logged by its type and not tried for ever', async () => {
    const id = await instance();
    refusing.add(id);

    await activities.deliver({ instance: id, event: { type: 'jobCompleted', job: 'j9' }, id: 'y' });

    expect(logged).toEqual([expect.stringContaining('jobCompleted')]);
  });
});

describe('publishing', () => {
  test('a message reaches the one who waits for its name and key, once; a signal reaches all', async () => {
    const [from, a, b] = [await instance({ initiative: 'ini_1' }), await instance(), await instance()];
    for (const [id, key] of [
      [a, '"k1"'],
      [b, '"k2"'],
    ] as const) {
      await store.subscriptions.subscribe(
        { id: `${id}/m`, org: ORG, kind: 'message', name: 'paid', key, instance: id, at: AT },
        AT,
      );
      await store.subscriptions.subscribe(
        { id: `${id}/s`, org: ORG, kind: 'signal', name: 'storm', instance: id, at: AT },
        AT,
      );
    }
    const message = {
      instance: from,
      kind: 'message',
      name: 'paid',
      key: '"k2"',
      data: { amount: 1 },
      id: `${from}/7`,
    } as const;

    await activities.publish(message);
    await activities.publish(message);
    await activities.publish({ instance: from, kind: 'signal', name: 'storm', id: `${from}/8` });

    expect(delivered(a)).toEqual([{ type: 'bpmnSignal', name: 'storm' }]);
    expect(delivered(b)).toEqual([
      { type: 'message', name: 'paid', key: 'k2', data: { amount: 1 }, id: `${from}/7` },
      { type: 'bpmnSignal', name: 'storm' },
    ]);
  });
});
