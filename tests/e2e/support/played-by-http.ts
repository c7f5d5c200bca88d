/** A story's world in a running application, played over HTTP; what a story looks at is read from the store and from Temporal. */
import { Client, type Connection } from '@temporalio/client';
import type { Act, Definition, Fact } from '../../../contract/index.ts';
import { compile, contentHash, type State } from '../../../core/index.ts';
import { foreseenNow, foreseenSoon } from '../../../core/scenario/core-host.ts';
import type { Answer, RemoteHost, SentMessage, Setup } from '../../../core/scenario/index.ts';
import { sentMessage } from '../../../core/simulator/sent-message.ts';
import { World } from '../../../core/simulator/world.ts';
import type { Store } from '../../../store/index.ts';
import { dataConverter } from '../../../worker/data-converter.ts';
import { type InstanceView, queries } from '../../../workflows/messages.ts';
import type { Answered, Application } from './application.ts';
import { type Hands, httpHands } from './hands.ts';

/** What a story asks of the world, in the order it does: told before it is carried out. */
export type Asked =
  | { call: 'start'; process: string }
  | { call: 'advanceTo'; at: string }
  | { call: 'act'; act: Act };

export interface Parts {
  app: Pick<Application, 'ask'>;
  store: Store;
  temporal: { connection: Connection; namespace: string };
  setup: Setup;
  /** A world that is there already, and by what the story is carried out in it. */
  opened?: { world: string; hands: Hands };
  /** Something that happens while a request is carried out; the story goes on when both are over. */
  meanwhile?: (asked: Asked) => Promise<void> | undefined;
}

export interface PlayedByHttp extends RemoteHost {
  world: string;
  /** Instances, in the order they were started. */
  instances: string[];
  /** The names people and instances have in the story. */
  asTold<T>(value: T): T;
}

/** Opens a rehearsal world with the people of a story. */
export async function playedByHttp({
  app,
  store,
  temporal,
  setup,
  opened,
  meanwhile,
}: Parts): Promise<PlayedByHttp> {
  const people = Object.fromEntries(
    Object.entries(setup.roles).map(([role, ids]) => [role, ids.map((id) => given(setup, id))]),
  );
  const made = accepted(
    await (opened
      ? app.ask('GET', `/worlds/${opened.world}`)
      : app.ask('POST', '/worlds', { name: 'A story', at: setup.at, people })),
  );
  const world = made.id as string;
  const hands = opened?.hands ?? httpHands(app, world);
  const instances: string[] = [];
  const inside = new Map(
    Object.entries(setup.roles).flatMap(([role, ids]) =>
      ids.map((id, i) => [id, made.roles[role][i] as string] as const),
    ),
  );

  const asTold = <T>(value: T): T => {
    const names = [
      ...[...inside].map(([told, here]) => [here, told] as const),
      ...instances.map((instance, i) => [instance, `i${i + 1}`] as const),
    ].sort(([a], [b]) => b.length - a.length);
    const text = names.reduce((json, [here, told]) => json.replaceAll(here, told), JSON.stringify(value));
    return JSON.parse(text) as T;
  };
  const asHere = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, part) => inside.get(part) ?? part) as T;
  const instanceOf = (told: string) => instances[Number(told.slice(1)) - 1] as string;

  /** What was read stays true until the next request. */
  let read = new Map<string, Promise<unknown>>();
  const once = <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const found = (read.get(what) as Promise<T> | undefined) ?? ask();
    read.set(what, found);
    return found;
  };

  const client = new Client({ ...temporal, dataConverter: dataConverter(store.codec) });
  const stateOf = (instance: string): Promise<State> =>
    once(`state ${instance}`, async () =>
      asTold(
        (await patiently(() => client.workflow.getHandle(instance).query<InstanceView, []>(queries.view)))
          .state,
      ),
    );

  const compiled = new Map(
    setup.definitions.map((definition) => {
      const hash = contentHash(definition);
      return [hash, compile(definition, hash)];
    }),
  );
  const processOf = (hash: string) => {
    const found = compiled.get(hash);
    if (!found) throw new Error(`Expected the content of ${hash} to be the story's, but it is not`);
    return found;
  };
  const messages: SentMessage[] = [];
  const known = new Set<string>();

  const clock = () =>
    once('clock', async () => accepted(await app.ask('GET', `/worlds/${world}`)).at as string);
  const doing = async (asked: Asked, work: () => Promise<Answered>): Promise<Answered> => {
    const other = meanwhile?.(asked);
    const [answer] = await Promise.all([work(), other]);
    read = new Map();
    return answer;
  };
  const notInThisStory = async (): Promise<never> => {
    throw new Error('Expected a story that only starts, waits and acts');
  };

  async function readFacts(): Promise<Fact[]> {
    const all: Fact[] = [];
    for (const instance of instances)
      for (let from: number | undefined = 1; from !== undefined; ) {
        const page = accepted(await app.ask('GET', `/instances/${instance}/facts?from=${from}`));
        all.push(...page.items);
        from = page.next;
      }
    return asTold(all);
  }

  async function readMessages(): Promise<SentMessage[]> {
    const { org } = await patiently(async () => (await store.worlds.get(world)) ?? { org: '' });
    const kept = await patiently(() => store.messages.list({ org, world, limit: 1_000 }));
    const fresh = kept.filter(({ key }) => !known.has(key)).sort((a, b) => (a.at < b.at ? -1 : 1));
    const states = new Map<string, State>();
    for (const id of new Set(fresh.flatMap((one) => one.instances)))
      states.set(asTold(id), await stateOf(id));
    for (const { key, message } of fresh) {
      if (!message) throw new Error(`Expected the words of message '${key}', but they are gone`);
      known.add(key);
      messages.push(
        sentMessage(asTold(message), {
          people: setup.people as Parameters<typeof sentMessage>[1]['people'],
          org: { name: 'Speelruimte' },
          calendar: setup.calendar,
          stateOf: (id) => states.get(id),
          process: processOf,
        }),
      );
    }
    return messages;
  }

  return {
    world,
    instances,
    asTold,
    now: clock,
    async advanceTo(at) {
      accepted(await doing({ call: 'advanceTo', at }, () => hands.advanceTo(at)));
    },
    async start({ definition, by, element, data }) {
      const asked = { call: 'start', process: definition.id } as const;
      const answer = await doing(asked, () =>
        hands.start(asHere({ process: definition.id, by, element, data }) as { process: string }),
      );
      if (answer.status >= 400) return refused(answer);
      instances.push(answer.body.instance);
      return { instance: `i${instances.length}` };
    },
    async act(instance, act) {
      const answer = await doing({ call: 'act', act }, () => hands.act(instanceOf(instance), asHere(act)));
      return answer.status >= 400 ? asTold(refused(answer)) : {};
    },
    send: () => {
      throw new Error('Stories told by HTTP send no messages or signals');
    },
    state: (instance) => stateOf(instanceOf(instance)),
    processes: async (instance) =>
      (await stateOf(instanceOf(instance))).definitions.map((hash) => processOf(hash)),
    facts: () => once('facts', readFacts),
    messages: () => once('messages', readMessages),
    capacities: async () => ({}),
    async forecast(instance, until) {
      const at = await clock();
      const states = await Promise.all(
        instances.map(async (id, i) => ({ id: `i${i + 1}`, state: await stateOf(id) })),
      );
      const twin = new World(setup as ConstructorParameters<typeof World>[0]);
      twin.restore(JSON.stringify({ at, instances: states, mailrooms: [], capacities: [] }));
      return [...foreseenNow(twin, instance), ...foreseenSoon(twin, instance, until)];
    },
    advanceNext: notInThisStory,
    answerJob: notInThisStory,
    goesRoundAt: async () => undefined,
    restartWorker: notInThisStory,
    publish: async (_: Definition) => notInThisStory(),
    migrate: notInThisStory,
  };
}

/** What the application needs to know of somebody. */
function given({ people }: Setup, id: string): object {
  const { name, mail, phone, sms, post, channel } = people[id] as Setup['people'][string];
  return { name, mail, phone, sms, post, channel };
}

function accepted({ status, body }: Answered): Answered['body'] {
  if (status >= 400)
    throw new Error(`Expected a request to be accepted, got ${status}: ${JSON.stringify(body)}`);
  return body;
}

function refused({ body }: Answered): Answer<never> {
  const { code, detail: message, path, problems } = body;
  return { rejection: { code, message, path, problems } };
}

/** Servers come and go in these tests. */
export async function patiently<T>(ask: () => Promise<T>, limitMs = 120_000): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
}
