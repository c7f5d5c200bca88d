/** Puts the application together: store, workflows, activities, schedules and the web; started in this order, stopped in the opposite one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import type { LogLevel, NativeConnectionOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../activities/index.ts';
import { smtpTransport } from '../activities/mail/transport.ts';
import { publicOnly } from '../activities/outside/addresses.ts';
import { asking } from '../activities/outside/ask.ts';
import { places } from '../activities/place.ts';
import { sendTo } from '../activities/publish-message.ts';
import { createSend } from '../activities/send-message.ts';
import {
  createApi,
  type Deps,
  deliverPending,
  freshPassword,
  listen,
  mailLook,
  pendingBatches,
  sendAgain,
} from '../api/index.ts';
import { jobDescriptions } from '../contract/jobs/describe.ts';
import type { StartApp } from '../servers/application.ts';
import { openStore, prepareStore } from '../store/index.ts';
import { engineClient } from './client.ts';
import { createWorker } from './create-worker.ts';
import { dataConverter } from './data-converter.ts';
import { firstRun, foundOrganisation, isLoopback, tokensFile } from './first-run.ts';
import { personalLinks } from './links.ts';
import { scheduledStarts } from './scheduled-starts.ts';
import { instanceStarter } from './start-instance.ts';
import { startedByEvent } from './started-by-event.ts';
import { worldDriver } from './world-driver.ts';

/** Where `scripts/build-designer.mjs` puts the screens. */
const DESIGNER = fileURLToPath(new URL('../build/designer', import.meta.url));
/** Acts on initiatives that got no answer are delivered again this often. */
const REDELIVER_MS = 30_000;
/** Changes and Idempotency-Keys are kept this long. */
const KEEP_DAYS = 14;
const SWEEP_MS = 6 * 3_600_000;

export const startApp: StartApp = async ({ config, temporal, mongoUri, mongoKind, log, checkAnswers }) => {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  const clock = () => new Date().toISOString();
  try {
    const store = await openStore(mongoUri, { secretKey: config.SECRET_KEY });
    stops.push(() => store.close());
    await prepareStore(store);

    const converter = dataConverter(store.codec);
    const connection = await Connection.connect(temporal.connection);
    stops.push(() => connection.close());
    const taskQueue = config.TEMPORAL_TASK_QUEUE;
    const { namespace } = temporal;
    const client = engineClient({ connection, namespace, taskQueue, dataConverter: converter });

    const transport = config.SMTP_URL ? smtpTransport(config.SMTP_URL) : undefined;
    if (transport) stops.push(() => transport.close());
    const rehearsed = config.REHEARSAL_SMTP_URL ? smtpTransport(config.REHEARSAL_SMTP_URL) : undefined;
    if (rehearsed) stops.push(() => rehearsed.close());
    const mail = config.MAIL_FROM ?? 'speelruimte@localhost';
    const links = personalLinks(config.PUBLIC_URL, config.SECRET_KEY, store);
    const send = createSend({
      store,
      links,
      sender: { address: mail },
      ...(transport ? { transport } : {}),
      ...(rehearsed ? { rehearsalTransport: rehearsed } : {}),
      lease: config.MAIL_LEASE_SECONDS * 1000,
      look: async (org) => mailLook(await store.looks.get(org), config.PUBLIC_URL),
    });
    const { surroundings } = places({ store, engine: client, log, clock });
    const start = instanceStarter({ store, engine: client, surroundings, clock });
    const base = { store, engine: client, log, clock, startInstance: startedByEvent(start) };
    const outside = asking(publicOnly(config.OUTSIDE_HOSTS));
    const worker = await createWorker({
      connection: temporal.connection as NativeConnectionOptions,
      namespace,
      taskQueue,
      activities: {
        ...createActivities({ ...base, ...send, outside }),
        ...scheduledStarts({ store, start, log }),
      },
      dataConverter: converter,
      log: workerLog(log),
    });
    stops.push(() => worker.stop());
    let working = true;
    worker.ended.then(
      () => {
        working = false;
      },
      (error: unknown) => {
        working = false;
        log.fatal({ error: (error as Error).message }, 'the worker broke down');
      },
    );

    const deps: Deps = {
      store,
      engine: {
        start,
        act: (instance, act, options) => client.act(instance, act, options),
        migrate: (instance, to, request) => client.migrate(instance, to, request),
        startsChanged: (org) => client.startsChanged(org),
        send: ({ org, ...sending }) => sendTo(base, { ...sending, org, at: clock(), keyId: org }),
        state: async (instance) => (await client.view(instance)).state,
        surroundings,
      },
      worlds: worldDriver({ store, client, surroundings, clock, sending: base }),
      log,
      clock,
      jobs: jobDescriptions(),
      installation: {
        publicUrl: config.PUBLIC_URL,
        local: isLoopback(config.HOST),
        mongo: mongoKind,
        temporal: temporal.kind,
        sendsMail: transport !== undefined,
        mail,
        ...(temporal.uiUrl ? { temporalUi: temporal.uiUrl } : {}),
        tokensFile: tokensFile(config),
        ...(existsSync(join(DESIGNER, 'index.html')) ? { designer: DESIGNER } : {}),
      },
      ...(isLoopback(config.HOST)
        ? {}
        : { setup: { code: freshPassword(), found: (first) => found(first) } }),
      sendMessage: (message, world) => send.send({ message, ...(world === undefined ? {} : { world }) }),
      ...(checkAnswers ? { checkAnswers } : {}),
      ready: async () => working && store.connection.readyState === 1,
    };
    const found: NonNullable<Deps['setup']>['found'] = async (first) => {
      await foundOrganisation(deps, config, first);
      for (const { id, zone } of await store.organisations.list())
        await client.ensureSchedule({ org: id, zone });
    };
    const whoMayLogIn = await firstRun(deps, config);
    for (const { id, zone } of await store.organisations.list()) {
      await client.ensureSchedule({ org: id, zone });
      // What should have started today while nothing ran, or before there was a schedule.
      await client.startsChanged(id);
    }

    const every = (ms: number, what: string, run: () => Promise<unknown>) => {
      const timer = setInterval(
        () => void run().catch((error: Error) => log.warn({ error: error.name }, `${what} failed`)),
        ms,
      );
      stops.push(() => clearInterval(timer));
    };
    every(REDELIVER_MS, 'delivering acts again', () => deliverPending(deps));
    every(REDELIVER_MS, 'going on with batches', () => pendingBatches(deps));
    every(REDELIVER_MS, 'sending mails about comments again', () => sendAgain(deps));
    every(SWEEP_MS, 'sweeping', async () => {
      const before = new Date(Date.now() - KEEP_DAYS * 86_400_000);
      await store.changes.sweep(before);
      await store.requests.sweep(before.toISOString());
      await store.subscriptions.sweep(clock());
      await store.sessions.sweep(clock());
      await store.tries.sweep(clock());
    });
    await deliverPending(deps);

    const listening = await listen(createApi(deps), config.HOST, config.PORT);
    stops.push(() => listening.stop());
    return { url: urlOf(config, listening.port), whoMayLogIn, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The configured address; with port 0 the one that was free. */
function urlOf({ PUBLIC_URL, PORT }: { PUBLIC_URL: string; PORT: number }, port: number): string {
  const url = new URL(PUBLIC_URL);
  if (PORT === 0) url.port = String(port);
  return url.href.replace(/\/$/, '');
}

const LEVELS: Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'debug',
  WARN: 'warn',
  ERROR: 'error',
};

/** What the worker says of itself is detail; what goes wrong in it is not. */
const workerLog = (log: Logger) => (level: LogLevel, message: string, about: Record<string, unknown>) => {
  const { error, ...rest } = about;
  log[LEVELS[level]]({ ...rest, ...(error === undefined ? {} : { err: error }) }, message);
};
