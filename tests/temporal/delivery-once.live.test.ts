/** Each of many messages arrives once, whatever happens to the worker that sends them (ADR 0005). */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { afterEach, expect, test } from 'vitest';
import { messageIdOf } from '../../activities/mail/headers.ts';
import type { OutgoingMessage } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import { liveServers } from '../../servers/in-tests.ts';
import { openStore, prepareStore, type Store } from '../../store/index.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { type MailServer, mailServer } from '../e2e/support/mail-server.ts';
import { type MongoWire, mongoWire, type WriteMoment } from '../e2e/support/mongo-wire.ts';
import { AT, ORG, registration, SECRET } from '../store/store.ts';
import type { SendingWorker } from './support/sending-worker.ts';
import type { sendAll } from './support/sending-workflow.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('./support/sending-worker.ts', import.meta.url));
const LEASE_MS = 10_000;
const MESSAGES = 30;

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const inMessages = (when: WriteMoment['when'], command: WriteMoment['command'], saying?: string) => ({
  when,
  command,
  collection: 'messages',
  ...(saying === undefined ? {} : { saying }),
});
/** Every point around sending, in the order a message passes them. `SENT` is how our record says so, and does not say of a mail that was turned down. */
const SENT = 'sent\0';
const kills: { at: string; point: WriteMoment | 'accepted' }[] = [
  { at: 'before it is kept', point: inMessages('before', 'insert') },
  { at: 'when it is kept', point: inMessages('after', 'insert') },
  { at: 'before it is claimed', point: inMessages('before', 'update', 'claimedAt') },
  { at: 'when it is claimed', point: inMessages('after', 'update', 'claimedAt') },
  { at: 'when the server accepted it', point: 'accepted' },
  { at: 'before our record of that', point: inMessages('before', 'update', SENT) },
  { at: 'after our record of that', point: inMessages('after', 'update', SENT) },
];

test('many messages through retries and seven kills of the worker: each once, and again only when the kill fell between acceptance and record', {
  timeout: 420_000,
}, async () => {
  // Every third mail is turned down for now.
  const mail = await mailServer((nth) =>
    nth % 3 === 0 ? Object.assign(new Error('busy'), { responseCode: 451 }) : undefined,
  );
  stops.push(mail.stop);
  const { store, wire, worker, client, taskQueue } = await sending(mail);
  const messages = Array.from({ length: MESSAGES }, (_, i) => outgoing(i));
  const mayBeCopied: string[] = [];
  const unrecorded = unrecordedAcceptances(mail, store);

  const workflow = await client.workflow.start<typeof sendAll>('sendAll', {
    workflowId: `mailroom-${taskQueue}`,
    taskQueue,
    args: [messages],
  });
  for (const { point } of kills) {
    const died = point === 'accepted' ? mail.atAcceptance(worker.end) : wire.at(point, () => worker.kill());
    await worker.start();
    await died;
    await worker.ended();
    mayBeCopied.push(...(await unrecorded()));
  }
  await worker.start();
  await workflow.result();

  const expected = messages.map(({ key }) => messageIdOf(key, 'example.org'));
  expect([...new Set(mail.accepted)].sort()).toEqual(expected.sort());
  const copies = mail.accepted.filter((id, i) => mail.accepted.indexOf(id) !== i);
  expect(copies.sort()).toEqual(mayBeCopied.sort());
  expect(copies.length).toBeGreaterThanOrEqual(2);
  const states = (await store.messages.model.find().lean()).map(({ state }) => state);
  expect(states).toEqual(messages.map(() => 'sent'));
});

/** A prepared database, a way into it that can be watched, a worker that can be killed, and a client. */
async function sending(mail: MailServer) {
  const { temporal, mongoUri } = liveServers();
  const store = await openStore(mongoUri, { secretKey: SECRET });
  stops.push(store.close, () => store.connection.dropDatabase());
  await prepareStore(store);
  await furnish(store);
  const wire: MongoWire = await mongoWire(mongoUri);
  stops.push(wire.stop);
  const connection = await Connection.connect({ address: temporal.address });
  stops.push(() => connection.close());
  const { namespace } = temporal;
  const client = new Client({ connection, namespace, dataConverter: dataConverter(store.codec) });
  const taskQueue = `sending-${randomBytes(5).toString('hex')}`;
  const worker = killable({
    temporal,
    taskQueue,
    mongoUri: wire.uri,
    secretKey: SECRET,
    smtpUrl: mail.url,
    lease: LEASE_MS,
  });
  stops.push(worker.end);
  return { store, wire, worker, client, taskQueue };
}

function killable(options: SendingWorker) {
  let child: ChildProcess | undefined;
  const kill = () => void child?.kill('SIGKILL');
  const ended = async () => {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return {
    /** Does not wait until it works: a kill may come first. */
    async start() {
      child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
        cwd: repository,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const takeAlong = () => child?.kill('SIGKILL');
      process.once('exit', takeAlong);
      child.once('exit', () => process.off('exit', takeAlong));
      await once(child, 'spawn');
    },
    kill,
    ended,
    async end() {
      kill();
      await ended();
    },
  };
}

async function furnish(store: Store): Promise<void> {
  await store.organisations.create({
    id: ORG,
    name: 'Welzijn Rivierwijk',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    calendar: dutchCalendar,
    settings: defaultSettings,
    roles: {},
    teams: [],
  });
  await store.people.create({
    id: 'per_ada',
    org: ORG,
    side: 'initiator',
    language: 'nl',
    name: 'Ada',
    mail: 'ada@example.org',
  });
  await store.instances.register(registration('ins_1'));
}

function outgoing(i: number): OutgoingMessage {
  const note = {
    key: `ins_1/c${i}/1/remind/per_ada`,
    instance: 'ins_1',
    to: 'per_ada',
    role: 'initiator',
    side: 'initiator',
    kind: 'chase',
    about: [`c${i}`],
    text: 'std:INIT.+3',
    data: {
      commitment: {
        id: `c${i}`,
        text: 'ask three neighbours',
        owner: 'per_ada',
        side: 'initiator',
        due: '2026-09-11',
      },
      due: '2026-09-11',
    },
    at: AT,
    act: false,
  } as const;
  return {
    key: `${note.key}@${AT}`,
    to: note.to,
    channel: 'mail',
    at: AT,
    notes: [{ ...note, about: [...note.about] }],
  };
}

/** Tells after each kill which acceptances it cut off from our record; each acceptance once. */
function unrecordedAcceptances({ accepted }: MailServer, store: Store): () => Promise<string[]> {
  const told = new Map<string, number>();
  return async () => {
    const open = await store.messages.model.find({ messageId: { $in: accepted }, state: 'sending' }).lean();
    return open.flatMap(({ messageId }) => {
      const times = accepted.filter((id) => id === messageId).length;
      const isNew = times > (told.get(messageId) ?? 0);
      told.set(messageId, times);
      return isNew ? [messageId] : [];
    });
  };
}
