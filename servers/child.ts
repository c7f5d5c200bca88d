/** Runs a server as a child process that is stopped with its parent, or found and stopped by the next start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';
import { SetupProblem } from './setup-problem.ts';

const STOP_LIMIT_MS = 10_000;

export interface ChildServer {
  pid: number;
  /** Undefined while it runs; afterwards what it said last. */
  lastWords(): string | undefined;
  /** Its log so far. */
  said(): string;
  /** Resolves with its last words when it ends, whoever ended it. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** Without a chance to tidy up, as a crash would. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  /** The name of its record and its log in `dataDir`, and how sentences call it. */
  name: string;
  program: string;
  args: string[];
  dataDir: string;
}

interface ChildRecord {
  child: ProcessIdentity;
  parent: ProcessIdentity;
}

const running = new Set<ChildServer & { process: ChildProcess }>();

export async function startChild({ name, program, args, dataDir }: ChildOptions): Promise<ChildServer> {
  mkdirSync(dataDir, { recursive: true });
  await stopLeftBehind(dataDir, name);
  stopAllWithParent();
  const logFile = join(dataDir, `${name}.log`);
  const recordFile = recordOf(dataDir, name);
  const log = openSync(logFile, 'w');
  // Its own process group: Ctrl-C reaches the parent only, which stops its servers last and in order.
  const child = spawn(program, args, { detached: true, stdio: ['pipe', log, log], cwd: dataDir });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', () => resolve(lastWords() ?? ''));
    child.once('error', (error) => resolve(error.message));
  });
  const lastWords = () =>
    child.exitCode === null && child.signalCode === null
      ? undefined
      : `${name} ended with ${child.signalCode ?? `code ${child.exitCode}`}. ${lastLines(logFile)}`.trim();
  child.stdin?.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new SetupProblem(`${name} cannot be started: ${error.message}`)));
  });
  const pid = child.pid as number;
  const [own, parent] = [identify(pid), identify(process.pid)];
  if (own && parent) writeFileSync(recordFile, JSON.stringify({ child: own, parent } satisfies ChildRecord));

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
    rmSync(recordFile, { force: true });
  };
  const server = {
    process: child,
    pid,
    ended,
    lastWords,
    said: () => readFileSync(logFile, 'utf8'),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
  running.add(server);
  void ended.then(() => running.delete(server));
  return server;
}

/** Stops a server whose parent died without stopping it; complains about one whose parent still lives. */
export async function stopLeftBehind(dataDir: string, name: string): Promise<void> {
  const file = recordOf(dataDir, name);
  const record = readRecord(file);
  if (!record) return;
  if (isAlive(record.child)) {
    if (isAlive(record.parent))
      throw new SetupProblem(
        `A ${name} server already runs on ${dataDir} (started by process ${record.parent.pid}). ` +
          'Stop that process first, or choose another folder with DATA_DIR.',
      );
    process.kill(record.child.pid, 'SIGTERM');
    const limit = Date.now() + STOP_LIMIT_MS;
    while (isAlive(record.child)) {
      if (Date.now() > limit) process.kill(record.child.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  rmSync(file, { force: true });
}

const recordOf = (dataDir: string, name: string) => join(dataDir, `${name}.pid.json`);

function readRecord(file: string): ChildRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ChildRecord;
  } catch {
    return undefined;
  }
}

function lastLines(file: string): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join('\n').slice(-600);
}

let watching = false;

function stopAllWithParent(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const server of running) server.process.kill('SIGTERM');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // Who listens too (the application, a test runner) ends in its own order; `exit` above does the rest.
      if (process.listenerCount(signal) > 1) return;
      void Promise.all([...running].map((server) => server.stop())).then(() => process.exit(130));
    });
}
