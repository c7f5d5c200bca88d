/** The application as `npm start` makes it, on the servers that live tests share, with its store open to look into. */
import { rmSync } from 'node:fs';
import { Connection } from '@temporalio/client';
import { liveServers } from '../../../servers/in-tests.ts';
import { temporaryFolder } from '../../../servers/index.ts';
import { openStore, type Store } from '../../../store/index.ts';
import { type Application, application } from './application.ts';

const SECRET_KEY = 'a secret for tests that is long enough';

export interface Running {
  app: Application;
  folder: string;
  store: Store;
  temporal: { connection: Connection; namespace: string };
  stop(): Promise<void>;
}

/** Started, with a database and folder of its own. */
export async function onSharedServers(
  env: Record<string, string> = {},
  role = 'coordinator',
): Promise<Running> {
  const { temporal, mongoUri } = liveServers();
  const folder = await temporaryFolder();
  const stops: (() => Promise<unknown>)[] = [
    async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const app = await application(
      {
        DATA_DIR: folder,
        MONGODB_URI: mongoUri,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        TEMPORAL_TASK_QUEUE: `e2e-${folder.slice(-8)}`,
        SECRET_KEY,
        ...env,
      },
      role,
    );
    stops.push(app.stop);
    await app.start();
    const store = await openStore(mongoUri, { secretKey: SECRET_KEY });
    stops.push(store.close);
    const connection = await Connection.connect({ address: temporal.address });
    stops.push(() => connection.close());
    return { app, folder, store, temporal: { connection, namespace: temporal.namespace }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
