/** The engine on the shared Temporal server for one test, with a record kept in memory: facts, messages, jobs. */
import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { ApplicationFailure, type DataConverter } from '@temporalio/common';
import type { Activities } from '../../../activities/types.ts';
import type { Definition, Fact, OutgoingMessage } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { defaultSettings } from '../../../core/settings.ts';
import { liveServers } from '../../../servers/in-tests.ts';
import type { Answer } from '../../../worker/answer.ts';
import { type EngineClient, engineClient, pinnedDefinition } from '../../../worker/client.ts';
import type { CodecPorts } from '../../../worker/codec/ports.ts';
import { createWorker, type RunningWorker, type WorkerOptions } from '../../../worker/create-worker.ts';
import { dataConverter } from '../../../worker/data-converter.ts';
import { replay } from '../../../worker/replay.ts';
import type { Acted, Surroundings } from '../../../workflows/messages.ts';
import { historiesOf } from './history.ts';

export const surroundings: Surroundings = { calendar: dutchCalendar, settings: defaultSettings };

/** People of every test: ids only, as anywhere in the engine. */
export const people = {
  initiator: ['p-ada'],
  supporter: ['p-bo'],
  coordinator: ['p-cor'],
  manager: ['p-max'],
};

interface StartOptions {
  id?: string;
  world?: string;
  at?: string;
  data?: object;
  updatesPerRun?: number;
  wait?: boolean;
}

/** Roles outside the organisation that nobody is named for are somebody unnamed, as in the simulated world. */
const outside = ['volunteer', 'partner', 'issuer', 'owner'];

export interface Engine {
  client: EngineClient;
  org: string;
  /** Acknowledged facts per instance. */
  facts: Map<string, Fact[]>;
  /** Sizes of the batches in which facts came. */
  batches: number[];
  messages: OutgoingMessage[];
  blobs: Map<string, unknown>;
  dataConverter: DataConverter;
  /** Replace single activities, to let them fail or wait. */
  activities: Activities;
  start(definition: Definition, options?: StartOptions): Promise<string>;
  typesOf(instance: string): string[];
  /** Stops the worker, and starts it again after a while. */
  pauseWorker(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  server?: { address: string; namespace: string };
  ports?: Partial<CodecPorts>;
  /** False: payloads can be read in histories. */
  encrypted?: boolean;
  worker?: Partial<WorkerOptions>;
}

export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const { address, namespace } = options.server ?? liveServers().temporal;
  const unique = randomBytes(5).toString('hex');
  const org = `org-${unique}`;
  const taskQueue = `test-${unique}`;
  const blobs = new Map<string, unknown>();
  const key = { keyId: `key-${unique}`, key: randomBytes(32) };
  const both = dataConverter({
    keys: { keyOf: async () => key, keyById: async () => key },
    blobs: { get: async (hash) => blobs.get(hash), put: async (hash, value) => void blobs.set(hash, value) },
    ...options.ports,
  });
  const [content, encryption] = both.payloadCodecs ?? [];
  const codecs = options.encrypted === false ? [content] : [content, encryption];
  const converter: DataConverter = { ...both, payloadCodecs: codecs.filter((codec) => codec !== undefined) };
  const connection = await Connection.connect({ address });
  const client = engineClient({ connection, namespace, taskQueue, dataConverter: converter });
  const facts = new Map<string, Fact[]>();
  const batches: number[] = [];
  const messages: OutgoingMessage[] = [];
  const activities = inMemory({ org, client, facts, batches, messages });

  const work = (): Promise<RunningWorker> =>
    createWorker({
      connection: { address },
      namespace,
      taskQueue,
      activities: indirect(activities),
      dataConverter: converter,
      log: onlyTroubles,
      ...options.worker,
    });
  let worker = await work();
  const started: string[] = [];

  return {
    client,
    org,
    facts,
    batches,
    messages,
    blobs,
    dataConverter: converter,
    activities,
    async start(definition, options = {}) {
      const { id = `pi-${randomBytes(6).toString('hex')}`, world, at, data, ...more } = options;
      const pinned = pinnedDefinition(definition);
      const answer = await client.startInstance({
        ...more,
        org,
        surroundings,
        definitions: [pinned],
        start: {
          instance: id,
          hash: pinned.hash,
          at: at ?? new Date().toISOString(),
          people,
          ...(world ? { world } : {}),
          ...(data ? { data: data as never } : {}),
        },
      });
      accepted(answer);
      started.push(id);
      return id;
    },
    typesOf: (instance) => (facts.get(instance) ?? []).map(({ type }) => type),
    async pauseWorker(ms) {
      await worker.stop();
      await new Promise((resolve) => setTimeout(resolve, ms));
      worker = await work();
    },
    async stop() {
      await worker.stop();
      try {
        await replayAll(client, started.slice(-REPLAYED), converter);
      } finally {
        await connection.close();
      }
    },
  };
}

const onlyTroubles: WorkerOptions['log'] = (level, message, about) => {
  if (level === 'ERROR' || (level === 'WARN' && message !== 'Activity failed'))
    console.error(level, message, about);
};

/** What ran in a test replays: the shell makes no choice that a second look at the same history would make otherwise. */
const REPLAYED = 6;

async function replayAll(client: EngineClient, ids: string[], converter: DataConverter): Promise<void> {
  for (const workflowId of ids) {
    const histories = (await historiesOf(client, workflowId)).slice(-3);
    const replayed = await replay(
      histories.map((history) => ({ workflowId, history })),
      converter,
    );
    for (const { error } of replayed) if (error) throw error;
  }
}

/** The result of an accepted request; throws what was refused. */
export function accepted<T = Acted>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.rejection)}`);
  return answer.result;
}

/** Lets a test replace single activities while the worker runs. */
function indirect(activities: Activities): Activities {
  const call = (name: keyof Activities) => (input: never) => activities[name](input);
  const names = [...Object.keys(activities), 'startable', 'startScheduled'] as (keyof Activities)[];
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Activities;
}

function inMemory({
  org,
  client,
  facts,
  batches,
  messages,
}: Pick<Engine, 'org' | 'client' | 'facts' | 'batches' | 'messages'>): Activities {
  return {
    async project({ instance, facts: more }) {
      const present = facts.get(instance) ?? [];
      batches.push(more.length);
      for (const fact of more) {
        if (fact.n <= present.length) continue;
        if (fact.n !== present.length + 1)
          throw ApplicationFailure.nonRetryable(`${present.length} then ${fact.n}`, 'FACTS_GAP');
        present.push(fact);
      }
      facts.set(instance, present);
    },
    async resolve({ role }) {
      return {
        people: people[role as keyof typeof people] ?? (outside.includes(role) ? [role] : []),
        reasons: ['test'],
      };
    },
    async runJob() {
      return {};
    },
    async load() {
      return { missing: true };
    },
    async post({ to, world, ...post }) {
      const reach = {
        side: to === 'p-ada' ? ('initiator' as const) : ('us' as const),
        channels: ['mail' as const],
      };
      await client.postToMailroom({
        org,
        person: to,
        ...(world ? { world } : {}),
        surroundings,
        post: { ...post, reach },
      });
    },
    async subscribe() {},
    async unsubscribe() {},
    ask: ({ instance, keys }) => client.holds(instance, keys),
    async deliver({ instance, ...request }) {
      await client.deliver(instance, request);
    },
    async send({ message }) {
      messages.push(message);
      return { status: 'sent' };
    },
    async publish() {
      return { started: [] };
    },
    async cancelJob() {},
  };
}
