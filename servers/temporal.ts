/** Gives a Temporal server: the one whose address is given, or an embedded one on a folder of data. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import { startChild } from './child.ts';
import { freePort, requirePort } from './ports.ts';
import { type Progress, reporting, silent } from './progress.ts';
import { ensureSearchAttributes, type SearchAttributes } from './search-attributes.ts';
import { SetupProblem } from './setup-problem.ts';
import { temporalProgram } from './temporal-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { isPortTaken, untilReady } from './until-ready.ts';

/** What a client's and a worker's connection need alike. */
export type TemporalConnection = Pick<ConnectionOptions, 'address' | 'tls' | 'apiKey'> & { address: string };

export interface TemporalOptions {
  /** Where the embedded server keeps its data; without it they are temporary and go when it stops. */
  dataDir?: string;
  temporary?: boolean;
  port?: number;
  ui?: boolean;
  namespace?: string;
  searchAttributes?: SearchAttributes;
  /** The server to use instead of an embedded one. */
  given?: TemporalConnection | undefined;
  onProgress?: Progress;
}

export interface TemporalServer {
  kind: 'given' | 'embedded';
  address: string;
  namespace: string;
  connection: TemporalConnection;
  uiUrl?: string;
  pid?: number;
  /** Resolves with its last words when it ends, whoever ended it; a given server never does. */
  ended: Promise<string>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const HOST = '127.0.0.1';
/** A free port may be taken by somebody else before the server has it; another try takes other ports. */
const ATTEMPTS = 3;

export async function startTemporal(options: TemporalOptions = {}): Promise<TemporalServer> {
  const { given, namespace = 'default', searchAttributes = {}, onProgress = silent } = options;
  if (given) return connectGiven(given, namespace, searchAttributes, onProgress);
  const program = await temporalProgram(onProgress);
  if (options.port) await requirePort(HOST, options.port, 'Give the Temporal server another port.');
  const temporary = options.dataDir === undefined;
  const dataDir = temporary ? await temporaryFolder() : resolve(options.dataDir as string);
  const { child, port, uiPort } = await reporting(onProgress, 'Starting the Temporal server', () =>
    startOnFreePorts(program, dataDir, namespace, options),
  );
  const address = `${HOST}:${port}`;
  await withConnection({ address }, (connection) =>
    ensureSearchAttributes(connection, namespace, searchAttributes),
  ).catch(async (error) => {
    await child.kill();
    throw error;
  });
  const tidy = () => {
    if (temporary) rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    kind: 'embedded',
    address,
    namespace,
    connection: { address },
    ...(uiPort ? { uiUrl: `http://${HOST}:${uiPort}` } : {}),
    pid: child.pid,
    ended: child.ended,
    stop: () => child.stop().then(tidy),
    kill: () => child.kill(),
  };
}

async function startOnFreePorts(
  program: string,
  dataDir: string,
  namespace: string,
  options: TemporalOptions,
) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await freePort());
    const uiPort = options.ui ? await freePort() : undefined;
    const child = await startChild({
      name: 'temporal',
      program,
      args: [
        ...['server', 'start-dev', '--ip', HOST, '--port', String(port), '--namespace', namespace],
        ...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']),
        ...['--db-filename', join(dataDir, 'temporal.db'), '--log-level', 'error'],
        ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
      ],
      dataDir,
    });
    try {
      await untilReady('Temporal', child, () => reach({ address: `${HOST}:${port}` }, namespace));
      return { child, port, uiPort };
    } catch (error) {
      if (attempt === ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

async function connectGiven(
  connection: TemporalConnection,
  namespace: string,
  searchAttributes: SearchAttributes,
  onProgress: Progress,
): Promise<TemporalServer> {
  const { address } = connection;
  try {
    await reporting(onProgress, `Connecting to Temporal at ${address}`, () => reach(connection, namespace));
  } catch (error) {
    throw new SetupProblem(
      `Temporal at ${address} (TEMPORAL_ADDRESS), namespace "${namespace}", cannot be used: ${reason(error)}`,
    );
  }
  await withConnection(connection, (open) => ensureSearchAttributes(open, namespace, searchAttributes));
  const nothing = async () => {};
  return {
    kind: 'given',
    address,
    namespace,
    connection,
    ended: new Promise(() => {}),
    stop: nothing,
    kill: nothing,
  };
}

async function reach(options: TemporalConnection, namespace: string): Promise<void> {
  await withConnection(options, (connection) =>
    connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    ),
  );
}

async function withConnection<T>(
  options: TemporalConnection,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ ...options, connectTimeout: '5s' });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

function reason(error: unknown): string {
  const details = (error as { details?: string }).details;
  return details || (error as Error).message;
}
