/** An application with servers of its own on temporary data, each of which can be killed and started again by itself. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { startMongo, startTemporal, temporaryFolder } from '../../../servers/index.ts';
import { openStore, type Store } from '../../../store/index.ts';
import { searchAttributes } from '../../../workflows/search-attributes.ts';
import { type Application, application } from './application.ts';
import { type MailServer, mailServer } from './mail-server.ts';
import { type MongoWire, mongoWire } from './mongo-wire.ts';

export type Part = 'application' | 'mongo' | 'temporal';

export interface Installation {
  app: Application;
  mail: MailServer;
  /** Between the application and its database. */
  wire: MongoWire;
  /** The test's own ways to the servers. */
  store: Store;
  connection: Connection;
  /** At once, without warning. */
  kill(...parts: Part[]): void;
  /** Starts what was killed, on the same data. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Long enough for any hand-over on this machine, short enough to wait for. */
const LEASE_SECONDS = 15;

export async function installation(): Promise<Installation> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const folder = await temporaryFolder();
    stops.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const SECRET_KEY = randomBytes(32).toString('base64url');
    const mail = await mailServer();
    stops.push(mail.stop);

    // On free ports first; on the same ones, which the application knows, ever after.
    const startMongoAt = (port?: number) =>
      startMongo({ dataDir: join(folder, 'mongo'), ...(port ? { port } : {}) });
    const startTemporalAt = (port?: number) =>
      startTemporal({ dataDir: join(folder, 'temporal'), searchAttributes, ...(port ? { port } : {}) });
    let mongo = await startMongoAt();
    stops.push(() => mongo.stop());
    let temporal = await startTemporalAt();
    stops.push(() => temporal.stop());
    const ports = {
      mongo: Number(new URL(mongo.uri).port),
      temporal: Number(temporal.address.split(':')[1]),
    };

    const wire = await mongoWire(mongo.uri);
    stops.push(wire.stop);
    const app = await application({
      DATA_DIR: join(folder, 'application'),
      MONGODB_URI: wire.uri,
      TEMPORAL_ADDRESS: temporal.address,
      REHEARSAL_SMTP_URL: mail.url,
      MAIL_LEASE_SECONDS: String(LEASE_SECONDS),
      SECRET_KEY,
    });
    stops.push(app.stop);
    await app.start();
    const store = await openStore(mongo.uri, { secretKey: SECRET_KEY });
    stops.push(store.close);
    const connection = await Connection.connect({ address: temporal.address });
    stops.push(() => connection.close());

    const killed = new Map<Part, Promise<void>>();
    return {
      app,
      mail,
      wire,
      store,
      connection,
      stop,
      kill(...parts) {
        for (const part of parts) {
          if (part === 'application') app.kill();
          killed.set(
            part,
            part === 'mongo' ? mongo.kill() : part === 'temporal' ? temporal.kill() : app.stop(),
          );
        }
      },
      async startAgain() {
        await Promise.all(killed.values());
        const parts = [...killed.keys()];
        killed.clear();
        if (parts.includes('mongo')) mongo = await startMongoAt(ports.mongo);
        if (parts.includes('temporal')) temporal = await startTemporalAt(ports.temporal);
        if (parts.includes('application')) await app.start();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
