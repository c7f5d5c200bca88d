/** The whole application in a process of its own, as `npm start` makes it, on given servers and with its example organisation. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, temporaryFolder } from '../../servers/index.ts';

export interface Given {
  temporal: { address: string; namespace: string };
  mongoUri: string;
  secretKey: string;
}

export interface Served {
  url: string;
  /** Asks under `/v1` as somebody of the example. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by who knows their shape
  ask(path: string): Promise<any>;
  send(path: string, body: unknown): Promise<void>;
  token: string;
  account: { mail: string; password: string; person: string };
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
export async function served(
  { temporal, mongoUri, secretKey }: Given,
  who: 'supporter' | 'coordinator' = 'supporter',
): Promise<Served> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'servers/main.ts'], {
    cwd: repository,
    env: {
      ...process.env,
      TZ: 'UTC',
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
      MONGODB_URI: mongoUri,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      SECRET_KEY: secretKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await up(child);
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const token = read('tokens.json')[who] as string;
  const { people, password } = read('accounts.json');
  const mail = people.find(({ role }: { role: string }) => role === who).mail as string;
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string) => {
    const response = await fetch(`${url}/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const send = async (path: string, body: unknown) => {
    const response = await fetch(`${url}/v1${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  };
  const { items } = await ask('/people');
  const person = items.find((one: { mail?: string }) => one.mail === mail)?.id as string;
  return {
    url,
    ask,
    send,
    token,
    account: { mail, password, person },
    async stop() {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
    },
  };
}

async function up(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes('Speelruimte is at')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The application ended while it started: ${said}`)));
  });
}
