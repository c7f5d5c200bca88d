/** Holds the order in which servers are found, and the sentences when one cannot be. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cached } from '../../servers/cache.ts';
import { chromium } from '../../servers/chromium.ts';
import { startMongo } from '../../servers/mongo.ts';
import { mongoProgram } from '../../servers/mongo-program.ts';
import { freePort, requirePort } from '../../servers/ports.ts';
import { silent } from '../../servers/progress.ts';
import { startTemporal } from '../../servers/temporal.ts';
import { temporalProgram } from '../../servers/temporal-program.ts';

// No test here may reach the network: what cannot be found must not be downloaded.
vi.mock(import('../../servers/download.ts'), async () => ({
  hostIsKnown: async () => false,
  downloadArchive: async () => false,
}));

let folder: string;
let bin: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolving-'));
  bin = join(folder, 'bin');
  mkdirSync(bin);
  vi.stubEnv('PATH', bin);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('CHROME_PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const program = (name: string, script = 'exit 0') => {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
};
const cachedTemporal = () => {
  const entry = join(folder, 'cache/speelruimte', `temporal-1.5.1-${process.platform}-${process.arch}`);
  mkdirSync(entry, { recursive: true });
  return join(entry, 'temporal');
};

describe('Temporal', () => {
  test('on PATH wins over the cache', async () => {
    cachedTemporal();
    const onPath = program('temporal');

    expect(await temporalProgram(silent)).toBe(onPath);
  });

  test('in the cache wins over building', async () => {
    program('go', 'echo "must not be asked"; exit 1');
    const inCache = cachedTemporal();

    expect(await temporalProgram(silent)).toBe(inCache);
  });

  test('is built with Go when there is no other way, and the build is kept', async () => {
    program('go', 'printf "#!/bin/sh\\necho built\\n" > $GOBIN/temporal; /bin/chmod +x $GOBIN/temporal');

    const built = await temporalProgram(silent);
    program('go', 'exit 1');

    expect(await temporalProgram(silent)).toBe(built);
  });

  test('whose build fails leaves nothing in the cache and tells what the tool said', async () => {
    program('go', 'echo "no way to the module proxy" >&2; exit 1');

    await expect(temporalProgram(silent)).rejects.toThrow(
      /go ended with code 1[\s\S]*no way to the module proxy/,
    );
    await expect(temporalProgram(silent)).rejects.toThrow(/go ended with code 1/);
  });

  test('that cannot be had is one sentence naming Go, PATH and the variable', async () => {
    await expect(temporalProgram(silent)).rejects.toThrow(/Install Go .*on PATH.*TEMPORAL_ADDRESS/);
  });

  test('given by address is used, even with the program on PATH', async () => {
    program('temporal', 'exit 1');
    const given = { address: `127.0.0.1:${await freePort()}` };

    await expect(startTemporal({ given })).rejects.toThrow(
      new RegExp(`Temporal at ${given.address} \\(TEMPORAL_ADDRESS\\).* cannot be used`),
    );
  }, 15_000);

  test('that ends at once is told with its last words', async () => {
    program('temporal', 'echo "file is not a database"; exit 1');

    await expect(startTemporal({ dataDir: folder })).rejects.toThrow(
      /did not start: .*file is not a database/,
    );
  });

  test('asked for on a taken port is told', async () => {
    program('temporal');
    const taken = await listen();

    await expect(startTemporal({ dataDir: folder, port: taken.port })).rejects.toThrow(
      new RegExp(`Port ${taken.port} on 127.0.0.1 is taken`),
    );
    taken.server.close();
  });
});

describe('MongoDB', () => {
  test('mongod on PATH wins over the stand-in', async () => {
    program('java');
    const mongod = program('mongod');

    expect(await mongoProgram(silent)).toMatchObject({ kind: 'mongod', program: mongod });
  });

  test('data of the stand-in stay with it, though a mongod was installed later', async () => {
    program('mongod');
    for (const tool of ['java', 'javac', 'mvn']) program(tool);

    expect(await mongoProgram(silent, 'stand-in')).toMatchObject({ kind: 'stand-in' });
  });

  test('data of a mongod are not opened by the stand-in', async () => {
    for (const tool of ['java', 'javac', 'mvn']) program(tool);

    await expect(mongoProgram(silent, 'mongod')).rejects.toThrow(/written by a real mongod.*DATA_DIR/);
  });

  test.each([
    ['java', []],
    ['mvn', ['java']],
    ['javac', ['java', 'mvn']],
  ])('without %s it is one sentence naming it and the other ways', async (missing, there) => {
    for (const tool of there) program(tool);

    await expect(mongoProgram(silent)).rejects.toThrow(
      new RegExp(`"${missing}" is not on PATH\\. Install .*"mongod" on PATH.*MONGODB_URI`),
    );
  });

  test('given by address is used, and a password in it is not repeated', async () => {
    program('mongod', 'exit 1');
    const given = `mongodb://user:hunter2@127.0.0.1:${await freePort()}/speelruimte`;

    await expect(startMongo({ given })).rejects.toThrow(
      /^(?![\s\S]*hunter2)The MongoDB of MONGODB_URI cannot be used/,
    );
  }, 15_000);
});

describe('Chromium', () => {
  test('on PATH is found', async () => {
    const browser = program('google-chrome');

    expect(await chromium(silent)).toBe(browser);
  });

  test('that cannot be had is one sentence naming the package and CHROME_PATH', async () => {
    await expect(chromium(silent)).rejects.toThrow(/apt-get install chromium.*CHROME_PATH/);
  });

  test('CHROME_PATH that names nothing is told', async () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');

    await expect(chromium(silent)).rejects.toThrow('CHROME_PATH names /nowhere/chrome');
  });
});

describe('cache', () => {
  test('is filled once, though two ask at the same time', async () => {
    const filled: string[] = [];
    const fill = async (target: string) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      filled.push(target);
    };

    const [first, second] = await Promise.all([cached('thing', silent, fill), cached('thing', silent, fill)]);

    expect(first).toBe(second);
    expect(filled).toHaveLength(1);
  });
});

describe('port', () => {
  test('that is taken is one sentence with what to do', async () => {
    const taken = await listen();

    await expect(requirePort('127.0.0.1', taken.port, 'Choose another.')).rejects.toThrow(
      `Port ${taken.port} on 127.0.0.1 is taken by another program. Choose another.`,
    );
    taken.server.close();
  });
});

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port };
}
