/** Finds, downloads or builds a program that speaks MongoDB: a real mongod where one can be had, else the stand-in. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from './cache.ts';
import { hostIsKnown } from './download.ts';
import { type Progress, reporting } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';
import { onPath, runTool } from './tools.ts';

export type MongoKind = 'mongod' | 'stand-in';

/** How to start it; `args` are followed by what start adds for its kind. */
export interface MongoProgram {
  kind: MongoKind;
  program: string;
  args: string[];
}

const MONGOD_VERSION = '8.0.4';
const SOURCE = fileURLToPath(new URL('embedded-mongodb/', import.meta.url));
const OTHER_WAYS =
  'Or put "mongod" on PATH, or give the address of a running MongoDB in MONGODB_URI (mongodb://host/database).';

/** `kept` is the kind the data were written with; another kind could not read them. */
export async function mongoProgram(onProgress: Progress, kept?: MongoKind): Promise<MongoProgram> {
  if (kept === 'stand-in') return standIn(onProgress);
  const present = onPath('mongod') ?? (await downloadedMongod(onProgress));
  if (present) return { kind: 'mongod', program: present, args: [] };
  if (kept === 'mongod')
    throw new SetupProblem(
      'The data in DATA_DIR were written by a real mongod, but none is on PATH or can be downloaded. ' +
        'Put "mongod" on PATH again, or start with another DATA_DIR.',
    );
  return standIn(onProgress);
}

async function downloadedMongod(onProgress: Progress): Promise<string | undefined> {
  if (!(await hostIsKnown('fastdl.mongodb.org'))) return undefined;
  try {
    const name = `mongod-${MONGOD_VERSION}-${process.platform}-${process.arch}`;
    const folder = await cached(name, onProgress, async (target) => {
      const { MongoBinary } = await import('mongodb-memory-server-core');
      await reporting(
        onProgress,
        `Downloading MongoDB ${MONGOD_VERSION} from fastdl.mongodb.org`,
        async () => {
          const file = await MongoBinary.getPath({
            version: MONGOD_VERSION,
            downloadDir: target,
            systemBinary: '',
          });
          // It may also have found one that an earlier download left elsewhere; that one stays where it is.
          if (file.startsWith(target)) renameSync(file, join(target, 'mongod'));
          else copyFileSync(file, join(target, 'mongod'));
        },
      );
      await runTool({
        tool: join(target, 'mongod'),
        args: ['--version'],
        doing: 'Trying mongod',
        onProgress,
      });
    });
    return join(folder, 'mongod');
  } catch (error) {
    onProgress(`MongoDB could not be downloaded (${String(error).slice(0, 120)}); taking the stand-in`);
    return undefined;
  }
}

async function standIn(onProgress: Progress): Promise<MongoProgram> {
  const java = requireTool(
    'java',
    'Install Java 17 or later and Maven so that the stand-in can be built and run.',
  );
  const sources = ['Main.java', 'pom.xml'].map((file) => join(SOURCE, file));
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(file));
  const folder = await cached(
    `mongo-stand-in-${hash.digest('hex').slice(0, 12)}`,
    onProgress,
    async (target) => {
      const mvn = requireTool('mvn', 'Install Maven so that its stand-in can be built.');
      const javac = requireTool('javac', 'Install a Java development kit, 17 or later (it brings "javac").');
      const lib = join(target, 'lib');
      mkdirSync(lib);
      await runTool({
        tool: mvn,
        args: [
          '-B',
          '-f',
          join(SOURCE, 'pom.xml'),
          'dependency:copy-dependencies',
          `-DoutputDirectory=${lib}`,
        ],
        cwd: target,
        doing: 'Fetching the MongoDB stand-in',
        onProgress,
      });
      await runTool({
        tool: javac,
        args: ['-cp', join(lib, '*'), '-d', join(target, 'classes'), join(SOURCE, 'Main.java')],
        doing: 'Building the MongoDB stand-in',
        onProgress,
      });
    },
  );
  const classpath = `${join(folder, 'classes')}:${join(folder, 'lib', '*')}`;
  return {
    kind: 'stand-in',
    program: java,
    args: ['-Xmx384m', '-XX:+UseSerialGC', '-Dslf4j.internal.verbosity=ERROR', '-cp', classpath, 'Main'],
  };
}

function requireTool(tool: string, advice: string): string {
  const found = onPath(tool);
  if (found) return found;
  throw new SetupProblem(`No MongoDB was found, and "${tool}" is not on PATH. ${advice} ${OTHER_WAYS}`);
}
