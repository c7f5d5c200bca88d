/** Gives a MongoDB: the one whose address is given, or an embedded one (mongod, else the stand-in) on a folder of data. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mongo as driver } from 'mongoose';
import { startChild } from './child.ts';
import { type MongoKind, type MongoProgram, mongoProgram } from './mongo-program.ts';
import { freePort, requirePort } from './ports.ts';
import { type Progress, reporting, silent } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { isPortTaken, untilReady } from './until-ready.ts';

export interface MongoOptions {
  /** Where the embedded server keeps its data; without it they are temporary and go when it stops. */
  dataDir?: string;
  temporary?: boolean;
  port?: number;
  /** The address to use instead of an embedded one. */
  given?: string | undefined;
  onProgress?: Progress;
}

export interface MongoDatabase {
  kind: 'given' | MongoKind;
  /** With the name of a database in it. */
  uri: string;
  pid?: number;
  /** Resolves with its last words when it ends, whoever ended it; a given server never does. */
  ended: Promise<string>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const HOST = '127.0.0.1';
const DATABASE = 'speelruimte';
const ATTEMPTS = 3;

export async function startMongo(options: MongoOptions = {}): Promise<MongoDatabase> {
  const { given, onProgress = silent } = options;
  if (given) return connectGiven(given, onProgress);
  const temporary = options.dataDir === undefined;
  const keptIn = temporary ? undefined : resolve(options.dataDir as string);
  const program = await mongoProgram(onProgress, keptIn === undefined ? undefined : kindKept(keptIn));
  if (options.port) await requirePort(HOST, options.port, 'Give MongoDB another port.');
  const dataDir = keptIn ?? (await temporaryFolder());
  const name = program.kind === 'mongod' ? 'Starting MongoDB' : 'Starting the MongoDB stand-in';
  const { child, port } = await reporting(onProgress, name, () =>
    startOnFreePort(program, dataDir, options.port),
  );
  const tidy = () => {
    if (temporary) rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    kind: program.kind,
    uri: uriOf(port),
    pid: child.pid,
    ended: child.ended,
    stop: () => child.stop().then(tidy),
    kill: () => child.kill(),
  };
}

/** Data stay with the kind that wrote them: a mongod installed later must not make them seem lost. */
function kindKept(dataDir: string): MongoKind | undefined {
  return (['mongod', 'stand-in'] as const).find((kind) => existsSync(dataOf(dataDir, kind)));
}

const dataOf = (dataDir: string, kind: MongoKind) =>
  join(dataDir, kind === 'mongod' ? 'mongod' : 'mongo-stand-in.db');

const uriOf = (port: number) => `mongodb://${HOST}:${port}/${DATABASE}?directConnection=true`;

async function startOnFreePort({ kind, program, args }: MongoProgram, dataDir: string, wanted?: number) {
  const data = dataOf(dataDir, kind);
  for (let attempt = 1; ; attempt++) {
    const port = wanted || (await freePort());
    if (kind === 'mongod') mkdirSync(data, { recursive: true });
    const serverArgs =
      kind === 'mongod'
        ? ['--dbpath', data, '--port', String(port), '--bind_ip', HOST, '--wiredTigerCacheSizeGB', '0.25']
        : [String(port), data];
    const child = await startChild({ name: 'mongo', program, args: [...args, ...serverArgs], dataDir });
    try {
      await untilReady('MongoDB', child, () => ping(uriOf(port), 500));
      return { child, port };
    } catch (error) {
      if (attempt === ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

async function connectGiven(uri: string, onProgress: Progress): Promise<MongoDatabase> {
  try {
    await reporting(onProgress, 'Connecting to MongoDB', () => ping(uri, 5_000));
  } catch (error) {
    // Without the address itself: it may hold a password.
    throw new SetupProblem(`The MongoDB of MONGODB_URI cannot be used: ${(error as Error).message}`);
  }
  const nothing = async () => {};
  return { kind: 'given', uri, ended: new Promise(() => {}), stop: nothing, kill: nothing };
}

async function ping(uri: string, limitMs: number): Promise<void> {
  const client = new driver.MongoClient(uri, { serverSelectionTimeoutMS: limitMs });
  try {
    await client.db().command({ ping: 1 });
  } finally {
    await client.close();
  }
}
