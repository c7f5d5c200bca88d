/** Starts everything on this machine: configuration, both servers, the application; stops it all in the opposite order. */
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { searchAttributes } from '../workflows/search-attributes.ts';
import type { StartApp } from './application.ts';
import { readConfig } from './config.ts';
import { claimDataDir } from './data-dir.ts';
import { givenTemporal } from './given-temporal.ts';
import { startMongo } from './mongo.ts';
import { requirePort } from './ports.ts';
import { toStderr } from './progress.ts';
import { secretKey } from './secret-key.ts';
import { SetupProblem } from './setup-problem.ts';
import { startTemporal } from './temporal.ts';

type Stop = () => unknown;
const stops: Stop[] = [];
let stopping = false;

async function main(): Promise<void> {
  const config = readConfig();
  stops.push(claimDataDir(config.DATA_DIR));
  await requirePort(
    config.HOST,
    config.PORT,
    `Stop it, or choose another port: PORT=${config.PORT + 1} npm start`,
  );
  const common = { dataDir: config.DATA_DIR, onProgress: toStderr };
  const [temporal, mongo, { startApp }] = await Promise.all([
    started(
      startTemporal({
        ...common,
        ui: true,
        namespace: config.TEMPORAL_NAMESPACE,
        searchAttributes,
        given: givenTemporal(config),
      }),
    ),
    started(startMongo({ ...common, given: config.MONGODB_URI })),
    application(),
  ]);
  const app = await startApp({
    config: { ...config, SECRET_KEY: secretKey(config) },
    temporal,
    mongoUri: mongo.uri,
    mongoKind: mongo.kind,
    log: pino({ level: config.LOG_LEVEL }),
  });
  stops.push(app.stop);
  const lines = [
    `Speelruimte is at ${app.url}`,
    ...app.whoMayLogIn,
    ...(temporal.uiUrl ? [`Temporal's own pages are at ${temporal.uiUrl}`] : []),
    ...(mongo.kind === 'stand-in' ? ['The database is the stand-in, for evaluation; see MONGODB_URI'] : []),
    'Ctrl-C stops everything.',
  ];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}

/** Servers are stopped after what was started later, even when another one failed to start. */
async function started<T extends { stop(): Promise<void>; ended: Promise<string> }>(
  server: Promise<T>,
): Promise<T> {
  const up = await server;
  stops.push(() => up.stop());
  void up.ended.then((lastWords) => {
    if (stopping) return;
    process.stderr.write(`\nA server this start depends on has ended, so everything stops: ${lastWords}\n\n`);
    void stopAll(1);
  });
  return up;
}

async function application(): Promise<{ startApp: StartApp }> {
  const file = new URL('../worker/app.ts', import.meta.url);
  if (!existsSync(file)) throw new SetupProblem('The application is missing: worker/app.ts is not there.');
  return import(file.href);
}

async function stopAll(code: number): Promise<void> {
  if (stopping) process.exit(code || 130);
  stopping = true;
  for (const stop of stops.reverse())
    try {
      await stop();
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    process.stderr.write(
      stopping ? '\n  Stopping at once\n' : '\n  Stopping; once more Ctrl-C stops at once\n',
    );
    void stopAll(0);
  });

await main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof SetupProblem ? error.message : (error as Error).stack}\n\n`);
  return stopAll(1);
});
