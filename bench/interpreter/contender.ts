/** The interpreter as the application uses it. */
import type { Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Definition } from '../../contract/index.ts';
import { contentHash } from '../../core/index.ts';
import { openStore, prepareStore, type Store } from '../../store/index.ts';
import type { Answer } from '../../worker/answer.ts';
import { type EngineClient, engineClient, pinnedDefinition } from '../../worker/client.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { exampleOrganisation, examplePeople } from '../../worker/example/organisation.ts';
import { instanceStarter } from '../../worker/start-instance.ts';
import type { Growing, WorkerOrder } from '../contender.ts';
import { growing, ofSize } from '../growth-processes.ts';
import { chasedP2, p1, p2, repeated } from '../processes.ts';
import { spawnWorker } from '../spawn-worker.ts';
import { readable, surroundings } from './converter.ts';

const ORG = 'org_bench';
const WHO = 'per_sam';
/** As patient as the client by hand: on a busy machine a slow answer is a figure, not a failure. */
const patient = { deadlineMs: 60_000 };

type Start = (id: string, definition: Definition, wait: boolean) => Promise<Answer<unknown>>;
export interface Interpreter extends Growing {
  start: Start;
  startChasedP2(id: string): Promise<void>;
}

export async function interpreter(
  connection: Connection,
  order: WorkerOrder & { name: string },
): Promise<Interpreter> {
  const store =
    order.readModel === 'database'
      ? await openStore(order.mongoUri, { secretKey: order.secretKey })
      : undefined;
  const engine = clientOf(connection, order, store ? dataConverter(store.codec) : readable());
  const start = store ? await startWithStore(store, engine) : startInMemory(engine);
  const worker = await spawnWorker(order);
  const complete = async (id: string, task: string, key: string) =>
    accept(await engine.act(id, { type: 'complete', task, by: WHO }, { id: key, ...patient }));
  return {
    name: order.name,
    pid: worker.pid,
    client: engine.client,
    start,
    startP1: async (id) => accept(await start(id, p1, false)),
    startP2: async (id) => accept(await start(id, p2, true)),
    startChasedP2: async (id) => accept(await start(id, chasedP2, true)),
    complete: (id, task) => complete(id, task, `${id}-${task}`),
    completeOnly: (id) => complete(id, 'do', `${id}-do`),
    startRepeated: async (id) => accept(await start(id, repeated, true)),
    startSteps: async (id, steps) => accept(await start(id, ofSize(steps), true)),
    completeAgain: (id, time) => complete(id, 'do', `${id}-${time}`),
    async stop() {
      await worker.stop();
      await store?.close();
    },
  };
}

function accept(answer: Answer<unknown>): void {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.rejection)}`);
}

function clientOf(connection: Connection, { temporal, taskQueue }: WorkerOrder, converter: DataConverter) {
  const { namespace } = temporal;
  return engineClient({ connection, namespace, taskQueue, dataConverter: converter });
}

function startInMemory(engine: EngineClient): Start {
  return (id, definition, wait) => {
    const pinned = pinnedDefinition(definition, hashOf(definition));
    const at = new Date().toISOString();
    const start = { instance: id, hash: pinned.hash, at, people: { supporter: [WHO] } };
    return engine.startInstance({ org: ORG, start, surroundings, definitions: [pinned], wait }, patient);
  };
}

const hashes = new Map(
  [p1, p2, chasedP2, repeated, ...growing].map((definition) => [definition, contentHash(definition)]),
);
const hashOf = (definition: Definition) => hashes.get(definition) as string;

/** Registered, with people looked up, as the API starts an instance. */
async function startWithStore(store: Store, engine: EngineClient): Promise<Start> {
  const clock = () => new Date().toISOString();
  await prepareStore(store);
  await store.organisations.create(exampleOrganisation(ORG, 'Europe/Amsterdam'));
  for (const person of examplePeople) await store.people.create({ org: ORG, ...person });
  for (const definition of [p1, p2, chasedP2])
    await store.versions.publish({
      org: ORG,
      process: definition.id,
      hash: hashOf(definition),
      revision: 1,
      pins: {},
      publishedAt: clock(),
      definition,
    });
  const starter = (wait: boolean) =>
    instanceStarter({
      store,
      clock,
      surroundings: async () => surroundings,
      engine: { startInstance: (request) => engine.startInstance({ ...request, wait }, patient) },
    });
  const [waiting, going] = [starter(true), starter(false)];
  return (id, definition, wait) => {
    const instance = { id, org: ORG, hash: hashOf(definition), process: definition.id };
    return (wait ? waiting : going)(instance);
  };
}
