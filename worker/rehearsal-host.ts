/** A story's world on a real server: a rehearsal with a worker, a database and people of its own, as the host of a scenario. */
import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { ulid } from 'ulid';
import type { MessageStart } from '../activities/deps.ts';
import { createActivities } from '../activities/index.ts';
import type { LinksPort } from '../activities/mail/ports.ts';
import { publicOnly } from '../activities/outside/addresses.ts';
import { asking } from '../activities/outside/ask.ts';
import { places } from '../activities/place.ts';
import { sendTo } from '../activities/publish-message.ts';
import { createSend } from '../activities/send-message.ts';
import type { Activities } from '../activities/types.ts';
import type { Definition, Fact, OutgoingMessage } from '../contract/index.ts';
import { type Compiled, compile, contentHash, type State } from '../core/index.ts';
import { reachedBy } from '../core/reached-by.ts';
import { foreseenNow, foreseenSoon } from '../core/scenario/core-host.ts';
import type { Answer as HostAnswer, RemoteHost, SentMessage, Setup } from '../core/scenario/index.ts';
import { holdersIn } from '../core/simulator/holders.ts';
import { sentMessage } from '../core/simulator/sent-message.ts';
import { World } from '../core/simulator/world.ts';
import type { TemporalConnection } from '../servers/index.ts';
import { keyIdOf, openStore, prepareStore, type Store } from '../store/index.ts';
import { mailroomId } from '../workflows/ids.ts';
import { type InstanceView, queries } from '../workflows/messages.ts';
import { type Answer, engineClient, pinnedDefinition } from './client.ts';
import { createWorker, type Log, type RunningWorker } from './create-worker.ts';
import { dataConverter } from './data-converter.ts';
import { ownStarts } from './own-starts.ts';
import { rehearsalWorld, type WorldRecord } from './world.ts';

export interface RehearsalServers {
  temporal: { connection: TemporalConnection; namespace: string };
  /** A database of its own is made there, and removed at the end. */
  mongoUri: string;
  /** What the worker says of itself; nothing is said without it. */
  log?: Log;
}

/** Stands for "no limit" in the store, which counts all capacities. */
const UNLIMITED = 1_000_000_000;

/** Opens the world of a story. `close` leaves nothing behind on the servers. */
export async function rehearsalHost(
  { temporal, mongoUri, log = nothing }: RehearsalServers,
  setup: Setup,
): Promise<RemoteHost & { close(): Promise<void> }> {
  const world = `rehearsal-${ulid().toLowerCase()}`;
  // Instances are called as in the simulator; on the server their ids must be nobody else's.
  const prefix = `${world}-`;
  const org = world;
  const stops: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const secretKey = randomBytes(32).toString('base64url');
    const store = await openStore(databaseAt(mongoUri, world), { secretKey });
    stops.push(
      () => store.close(),
      () => store.connection.dropDatabase(),
    );
    await prepareStore(store);
    await furnish(store, org, world, setup);

    const converter = dataConverter(store.codec);
    const connection = await Connection.connect(temporal.connection);
    stops.push(() => connection.close());
    const { namespace } = temporal;
    const engine = engineClient({ connection, namespace, taskQueue: world, dataConverter: converter });
    // What has ended may be asked here how it stood: a story looks back.
    const past = new Client({ connection, namespace, dataConverter: converter });

    const facts: Fact[] = [];
    const outgoing: { message: OutgoingMessage; words?: SentMessage }[] = [];
    const clock = () => new Date().toISOString();
    /** Instances that a message or signal began, by the id of that start. */
    const begun = new Map<string, string>();
    const members = new Set<string>();
    const base = {
      store,
      engine,
      clock,
      sms: true,
      log: quiet,
      startInstance: (input: MessageStart) => beginBy(input),
    };
    const send = createSend({
      store,
      links: nowhere,
      sender: { address: 'speelruimte@example.org' },
    });
    const real = createActivities({ ...base, ...send, outside: asking(publicOnly()) });
    const activities: Activities = {
      ...real,
      async project(input) {
        await real.project(input);
        const last = facts.findLast(({ instance }) => instance === input.instance)?.n ?? 0;
        facts.push(...input.facts.filter(({ n }) => n > last));
      },
      async send(input) {
        const sent = await real.send(input);
        if (!outgoing.some(({ message }) => message.key === input.message.key))
          outgoing.push({ message: input.message });
        return sent;
      },
      async resolve({ role }) {
        const found = holdersIn(setup.roles, role);
        for (const id of found.people) if (!setup.people[id]) await meet(store, org, id);
        return found;
      },
      runJob: async (input) =>
        input.element !== undefined && setup.ownedJobs.includes(input.element)
          ? { waiting: true }
          : real.runJob(input),
    };
    const work = (): Promise<RunningWorker> =>
      createWorker({
        connection: temporal.connection as NativeConnectionOptions,
        namespace,
        taskQueue: world,
        activities,
        dataConverter: converter,
        log,
      });
    let worker = await work();
    stops.push(() => worker.stop());

    const { surroundings } = places(base);
    const record: WorldRecord = { id: world, org, clock: setup.at, instances: [], mailrooms: [] };
    let shown = setup.at;
    const rehearsal = rehearsalWorld(
      engine,
      record,
      await surroundings(org, world),
      async ({ clock: at }) => {
        // Activities read the clock in the store.
        if (at > shown) await store.worlds.advance(world, shown, at);
        shown = at;
      },
      ownStarts({
        calendar: setup.calendar,
        startable: async () =>
          [...new Map(published.map((one) => [one.id, one]))]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([process, definition]) => ({ process, hash: contentHash(definition), definition })),
        begin: (process, element, at) =>
          beginBy({ id: `${process.process}/${element}/${at}`, ...process, element }),
        soFar: {},
        save: async () => {},
      }),
    );
    stops.push(async () => {
      const rooms = rehearsal.record.mailrooms.map((person) => mailroomId({ org, person, world }));
      for (const id of [...rehearsal.record.instances, ...rooms])
        await past.workflow.getHandle(id).terminate('the story is told').catch(nothing);
    });

    const published: Definition[] = [];
    const compiled = new Map<string, Compiled>();
    const publish = async (definition: Definition, together: Definition[] = []) => {
      const hash = contentHash(definition);
      compiled.set(hash, compile(definition, hash));
      published.push(definition);
      const pins = Object.fromEntries(
        [...published, ...together, definition].map((one) => [one.id, contentHash(one)]),
      );
      const version = { org, process: definition.id, hash, revision: published.length, pins };
      await store.versions.publish({ ...version, publishedAt: clock(), definition });
      return hash;
    };
    for (const definition of setup.definitions) await publish(definition);

    /** A member that nobody of the story started. */
    async function beginBy({
      id,
      process,
      hash,
      element,
      data,
      by,
      hops,
    }: Pick<MessageStart, 'id' | 'process' | 'hash' | 'element' | 'data' | 'by' | 'hops'>): Promise<string> {
      const known = begun.get(id);
      if (known) return known;
      const { clock: at } = rehearsal.record;
      const instance = nextMember();
      begun.set(id, instance);
      await store.instances.register({ org, instance, world, process, hash, registeredAt: at });
      const start = { instance, world, hash, at, people: setup.roles, by, element, data, hops };
      const definition = (await compiledOf(hash)).definition;
      const answer = await engine.startInstance({
        org,
        surroundings: await surroundings(org, world),
        start: given(start),
        definitions: [pinnedDefinition(definition, hash)],
      });
      if (!answer.ok) throw new Error(answer.rejection.message);
      return instance;
    }

    /** How somebody wants to be reached from now on stands in their own record, as it does outside rehearsals. */
    async function writeTo(person: string, to: string): Promise<void> {
      const channel = reachedBy(to);
      if (channel) await store.people.change(person, { channel });
    }

    /** The id that the next instance gets, as in the simulator. */
    function nextMember(): string {
      for (const one of rehearsal.record.instances) members.add(one);
      const instance = inside(`i${members.size + 1}`);
      members.add(instance);
      return instance;
    }

    const outside = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(prefix, '')) as T;
    const inside = (instance: string) => `${prefix}${instance}`;
    const stateOf = async (id: string): Promise<State> =>
      (await past.workflow.getHandle(id).query<InstanceView, []>(queries.view)).state;
    const compiledOf = async (hash: string): Promise<Compiled> => {
      const definition = compiled.has(hash) ? undefined : await store.versions.definition(hash);
      if (definition) compiled.set(hash, compile(definition, hash));
      return compiled.get(hash) as Compiled;
    };
    const capacities = async () => {
      const all = await store.capacities.list(org, world);
      return Object.fromEntries(
        all.map(({ name, used, total }) => [name, { used, ...(total < UNLIMITED ? { total } : {}) }]),
      );
    };
    let acts = 0;

    return {
      close,
      now: async () => rehearsal.record.clock,
      advanceTo: (at) => rehearsal.jumpTo(at),
      advanceNext: () => rehearsal.jumpNext(),

      async start({ definition, by, element, data }) {
        const hash = await publish(definition);
        const instance = nextMember();
        const { clock: at } = rehearsal.record;
        await store.instances.register({
          org,
          instance,
          world,
          process: definition.id,
          hash,
          registeredAt: at,
        });
        const start = { instance, hash, at, people: setup.roles, by, element, data };
        const answer = await rehearsal.start({
          start: given(start),
          definitions: [pinnedDefinition(definition, hash)],
        });
        if (answer.ok) return { instance: outside(instance) };
        await store.instances.forget(instance);
        members.delete(instance);
        return { rejection: outside(answer.rejection) };
      },
      async act(instance, act) {
        const answer = await rehearsal.act(inside(instance), act, `${world}/${++acts}`);
        if (act.type === 'changeChannel' && answer.ok) await writeTo(act.person, act.to);
        return answerOf(outside(answer));
      },
      async send({ kind, name, key, data, until, id, by }) {
        const sent = await rehearsal.send((at) =>
          sendTo(
            { ...base, ...real },
            given({
              org,
              world,
              kind,
              name,
              key,
              data,
              until,
              by,
              id: id === undefined ? `${world}/sent/${++acts}` : `${world}/message/${id}`,
              at,
              keyId: keyIdOf({ instance: world }),
            }),
          ),
        );
        return outside(sent);
      },
      answerJob: async (instance, answer) =>
        answerOf(outside(await rehearsal.deliver(inside(instance), answer, `${world}/${++acts}`))),

      state: async (instance) => outside(await stateOf(inside(instance))),
      processes: async (instance) =>
        Promise.all((await stateOf(inside(instance))).definitions.map(compiledOf)),
      facts: async () => outside(facts),
      async messages() {
        for (const one of outgoing) one.words ??= outside(await wordsOf(one.message));
        return outgoing.flatMap(({ words }) => words ?? []);
      },
      capacities,
      async forecast(instance, until) {
        const twin = await twinOf(setup, rehearsal.record, stateOf, published, await capacities());
        return outside([
          ...foreseenNow(twin, inside(instance)),
          ...foreseenSoon(twin, inside(instance), until),
        ]);
      },

      // On a server each answer takes its time: there it goes round as long as somebody lets it.
      goesRoundAt: async () => undefined,
      async restartWorker() {
        await worker.stop();
        worker = await work();
      },
      publish: async (definition, together) => void (await publish(definition, together)),
      async migrate(instance, to, how) {
        const hash = contentHash(to);
        compiled.set(hash, compile(to, hash));
        const pinned = pinnedDefinition(to, hash);
        return answerOf(
          outside(await rehearsal.migrate(inside(instance), pinned, how, `${world}/${++acts}`)),
        );
      },
    };

    async function wordsOf(message: OutgoingMessage): Promise<SentMessage> {
      const ids = [...new Set(message.notes.map((note) => note.instance))];
      const states = new Map(await Promise.all(ids.map(async (id) => [id, await stateOf(id)] as const)));
      return sentMessage(message, {
        people: setup.people as Parameters<typeof sentMessage>[1]['people'],
        org: { name: ORGANISATION },
        calendar: setup.calendar,
        stateOf: (id) => states.get(id),
        process: (hash) => compiled.get(hash),
      });
    }
  } catch (error) {
    await close();
    throw error;
  }
}

const ORGANISATION = 'Speelruimte';

/** Everything that exists before the story: the organisation, its world, its people and capacities. */
async function furnish(store: Store, org: string, world: string, setup: Setup): Promise<void> {
  const { at, zone, calendar, settings, roles, people, capacities, definitions } = setup;
  await store.organisations.create({
    id: org,
    name: ORGANISATION,
    zone,
    language: 'nl',
    calendar,
    settings,
    roles: {},
    teams: [],
  });
  await store.worlds.create({ id: world, org, name: 'A story', at, roles });
  const sides = new Map(definitions.flatMap((one) => one.roles.map(({ id, side }) => [id, side] as const)));
  for (const { phone: _phone, ...person } of Object.values(people)) {
    const role = Object.keys(roles).find((one) => roles[one]?.includes(person.id)) ?? '';
    const side = sides.get(role) ?? 'us';
    await store.people.create({ language: 'nl', ...person, org, side } as Parameters<
      typeof store.people.create
    >[0]);
  }
  for (const { name, total = UNLIMITED, used } of capacities)
    await store.capacities.define({ org, world, name, total, used, at });
}

/** Somebody the story does not name, who holds a role. */
async function meet(store: Store, org: string, id: string): Promise<void> {
  await store.people.create({
    id,
    org,
    side: 'partner',
    language: 'nl',
    name: id,
    mail: `${id}@example.org`,
  });
}

/** The world in memory as it stands now, to look ahead in. Mailrooms change no date, so they stay behind. */
async function twinOf(
  setup: Setup,
  { clock: at, instances }: WorldRecord,
  stateOf: (id: string) => Promise<State>,
  published: Definition[],
  places: Record<string, { used: number; total?: number }>,
): Promise<World> {
  const twin = new World({ ...setup, definitions: published } as ConstructorParameters<typeof World>[0]);
  const states = await Promise.all(instances.map(async (id) => ({ id, state: await stateOf(id) })));
  const capacities = Object.entries(places).map(([name, place]) => ({
    name,
    ...place,
    bookings: {},
    waiting: [],
  }));
  twin.restore(JSON.stringify({ at, instances: states, mailrooms: [], capacities }));
  return twin;
}

function databaseAt(uri: string, name: string): string {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.href;
}

function answerOf(answer: Answer<unknown>): HostAnswer {
  return answer.ok ? {} : { rejection: answer.rejection };
}

/** Without what is undefined. */
function given<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** A story has no pages: what is pressed in it goes to the engine directly. */
const nowhere: LinksPort = {
  async forMessage() {
    const page = (noteKey: string) => `https://voorbeeld.nl/${noteKey}`;
    return { page, button: (noteKey, button) => `${page(noteKey)}?${button}` };
  },
};

const nothing = () => {};
const quiet = { info: nothing, warn: nothing, error: nothing };
