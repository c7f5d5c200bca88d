/** Holds that servers end with whoever started them, and that what they acknowledged outlives a kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify, isAlive, type ProcessIdentity } from '../../servers/process-identity.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** A parent that starts both embedded servers, prints their addresses and waits. */
const PARENT = `
  import { startMongo, startTemporal } from './servers/index.ts';
  const dataDir = process.argv[1];
  const [temporal, mongo] = await Promise.all([startTemporal({ dataDir }), startMongo({ dataDir })]);
  console.log(JSON.stringify({ uri: mongo.uri, pids: [temporal.pid, mongo.pid] }));
  setInterval(() => {}, 1000);
`;

interface Started {
  parent: ChildProcess;
  uri: string;
  servers: ProcessIdentity[];
}

let dataDir: string;
const parents: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'surviving-'));
});
afterEach(async () => {
  for (const parent of parents.splice(0))
    if (parent.exitCode === null && parent.signalCode === null) await ended(parent, 'SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<Started> {
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PARENT, dataDir], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(parent);
  const [line] = (await once(parent.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const { uri, pids } = JSON.parse(line.toString()) as { uri: string; pids: number[] };
  return { parent, uri, servers: pids.map((pid) => identify(pid) as ProcessIdentity) };
}

async function ended(parent: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(parent, 'exit');
  parent.kill(signal);
  await exit;
}

async function withThings<T>(
  uri: string,
  use: (things: mongo.Collection<{ _id: string }>) => Promise<T>,
): Promise<T> {
  const client = new mongo.MongoClient(uri);
  try {
    return await use(client.db().collection('things'));
  } finally {
    await client.close();
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s of the parent stops both servers', async (signal) => {
  const { parent, servers } = await start();

  await ended(parent, signal);

  expect(servers.filter(isAlive)).toEqual([]);
});

test('after a kill of the parent the next start stops what was left and finds its data', async () => {
  const first = await start();
  await withThings(first.uri, (things) => things.insertOne({ _id: 'acknowledged' }));
  await ended(first.parent, 'SIGKILL');

  const second = await start();

  expect(first.servers.filter(isAlive)).toEqual([]);
  expect(await withThings(second.uri, (things) => things.findOne())).toEqual({ _id: 'acknowledged' });
});

test('after a kill of the servers themselves a new start finds its data', async () => {
  const first = await start();
  await withThings(first.uri, (things) => things.insertOne({ _id: 'acknowledged' }));
  for (const { pid } of first.servers) process.kill(pid, 'SIGKILL');
  await ended(first.parent, 'SIGKILL');

  const second = await start();

  expect(await withThings(second.uri, (things) => things.findOne())).toEqual({ _id: 'acknowledged' });
});

test('a record whose process id now means another process harms nobody', async () => {
  const bystander = spawn('sleep', ['60']);
  await once(bystander, 'spawn');
  const record = join(dataDir, 'temporal.pid.json');
  const child = { pid: bystander.pid, started: 'in another life' };
  writeFileSync(record, JSON.stringify({ child, parent: child }));

  await start();

  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  expect(JSON.parse(readFileSync(record, 'utf8')).child.pid).not.toBe(bystander.pid);
  bystander.kill();
});

test('two parents on the same folder: the second is told who has it', async () => {
  const { parent } = await start();
  const second = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PARENT, dataDir], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  second.stderr?.on('data', (chunk) => {
    told += chunk;
  });

  await once(second, 'exit');

  expect(told).toContain(`already runs on ${dataDir} (started by process ${parent.pid})`);
  expect(existsSync(join(dataDir, 'temporal.pid.json'))).toBe(true);
});
