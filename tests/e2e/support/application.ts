/** The whole application as a process of its own, as `npm start` makes it: to be killed without warning and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../servers/index.ts';

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by the tests that know their shape
  body: any;
}

export interface Application {
  url: string;
  /** Begins a start; `ready` says when it can be asked. */
  start(): Promise<void>;
  /** Without a chance to tidy up; at once. */
  kill(): void;
  /** Ends it in order, or waits for its end when it was killed. */
  stop(): Promise<void>;
  /**
   * Asks under `/v1` as somebody who wants an answer does: with one Idempotency-Key, again and again while there is none
   * (nobody listens, or a 5xx).
   */
  ask(method: string, path: string, body?: unknown): Promise<Answered>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 240_000;
const BETWEEN_TRIES_MS = 200;
const START_LIMIT_MS = 120_000;

/** `role`: whose token is used. The port stays the same from start to start. */
export async function application(env: { DATA_DIR: string } & Record<string, string>, role = 'supporter') {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH, HOME, XDG_CACHE_HOME = '' } = process.env;
  let child: ChildProcess | undefined;
  let asked = 0;
  const token = () =>
    (JSON.parse(readFileSync(join(env.DATA_DIR, 'tokens.json'), 'utf8')) as Record<string, string>)[role];

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  async function tryOnce(method: string, path: string, key: string, body: unknown): Promise<Answered> {
    const response = await fetch(`${url}/v1${path}`, {
      method,
      signal: AbortSignal.timeout(60_000),
      headers: {
        Authorization: `Bearer ${token()}`,
        ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  const running: Application = {
    url,
    async start() {
      if (isRunning()) throw new Error('Expected the application to be ended before a new start');
      const started = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: repository,
        env: { PATH, HOME, XDG_CACHE_HOME, PORT: String(port), LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      const takeAlong = () => started.kill('SIGKILL');
      process.once('exit', takeAlong);
      started.once('exit', () => process.off('exit', takeAlong));
      let said = '';
      const up = new Promise<void>((resolve, reject) => {
        const hear = (chunk: Buffer) => {
          said = `${said}${chunk}`.slice(-4_000);
          if (said.includes('Speelruimte is at')) resolve();
        };
        started.stdout?.on('data', hear);
        started.stderr?.on('data', hear);
        started.once('exit', (code, signal) =>
          reject(new Error(`The application ended with ${signal ?? code} while it started: ${said}`)),
        );
      });
      const limit = setTimeout(() => started.kill('SIGKILL'), START_LIMIT_MS);
      await up.finally(() => clearTimeout(limit));
    },
    kill() {
      child?.kill('SIGKILL');
    },
    async stop() {
      if (!child || !isRunning()) return;
      const ended = once(child, 'exit');
      if (!child.killed) child.kill('SIGTERM');
      await ended;
    },
    async ask(method, path, body) {
      const key = `request-${++asked}`;
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        try {
          const answer = await tryOnce(method, path, key, body);
          if (answer.status < 500 || Date.now() > until) return answer;
        } catch (error) {
          if (Date.now() > until) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
      }
    },
  };
  return running;
}
