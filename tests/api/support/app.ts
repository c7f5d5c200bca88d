/** The whole application on the shared servers, with a database and folder of its own, and a way to ask it things. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { readConfig } from '../../../servers/config.ts';
import { liveServers } from '../../../servers/in-tests.ts';
import { temporaryFolder } from '../../../servers/temporary-folder.ts';
import { startApp } from '../../../worker/app.ts';

export type Role = 'supporter' | 'coordinator' | 'manager' | 'administrator' | 'system';

export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by the tests that know their shape
  body: any;
}

export interface RunningForTests {
  url: string;
  dataDir: string;
  mongoUri: string;
  secretKey: string;
  tokens: Record<Role, string>;
  whoMayLogIn: string[];
  /** Asks under `/v1` in a role; a body that is a string is sent as it is. */
  ask(
    role: Role | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>;
  stop(): Promise<void>;
}

/** Started anew for a file of tests and stopped after it. */
export async function appForTests(more: Record<string, string> = {}): Promise<RunningForTests> {
  const app = await startForTests(more);
  afterAll(async () => {
    await app.stop();
    rmSync(app.dataDir, { recursive: true, force: true });
  });
  return app;
}

/** The caller stops it. */
export async function startForTests(more: Record<string, string> = {}): Promise<RunningForTests> {
  const dataDir = more.DATA_DIR ?? (await temporaryFolder());
  const { temporal, mongoUri, mongoKind } = liveServers();
  const secretKey = 'a secret for tests that is long enough';
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    SECRET_KEY: secretKey,
    TEMPORAL_TASK_QUEUE: `api-${dataDir.slice(-8)}`,
    ...more,
  });
  const app = await startApp({
    config: { ...config, SECRET_KEY: config.SECRET_KEY as string },
    temporal: { kind: 'given', ...temporal, connection: { address: temporal.address } },
    mongoUri: more.MONGODB_URI ?? mongoUri,
    mongoKind: mongoKind as 'given',
    log: pino({ level: 'warn' }),
    checkAnswers: true,
  });
  const file = join(dataDir, 'tokens.json');
  const tokens = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<Role, string>;
  return {
    url: app.url,
    dataDir,
    mongoUri: more.MONGODB_URI ?? mongoUri,
    secretKey,
    tokens,
    whoMayLogIn: app.whoMayLogIn,
    stop: () => app.stop(),
    async ask(role, method, path, body, headers = {}) {
      const response = await fetch(`${app.url}/v1${path}`, {
        method,
        headers: {
          ...(role ? { Authorization: `Bearer ${tokens[role]}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
    },
  };
}

/** A registration as a resident would make it. */
export const registration = (more: Record<string, unknown> = {}) => ({
  data: {
    yourName: 'Lotte Bakker',
    contact: `lotte.${Math.round(performance.now() * 1000)}@example.org`,
    idea: 'A bench where people can meet',
    place: 'Liendert',
    title: 'The bench',
    ...more,
  },
});
