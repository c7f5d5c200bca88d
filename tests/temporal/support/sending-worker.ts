/** A worker that only sends, as a process of its own that a test can kill; its one argument is JSON, see `SendingWorker`. */
import { fileURLToPath } from 'node:url';
import { smtpTransport } from '../../../activities/mail/transport.ts';
import { createSend } from '../../../activities/send-message.ts';
import type { Activities } from '../../../activities/types.ts';
import { openStore } from '../../../store/index.ts';
import { createWorker } from '../../../worker/create-worker.ts';
import { dataConverter } from '../../../worker/data-converter.ts';

export interface SendingWorker {
  temporal: { address: string; namespace: string };
  taskQueue: string;
  mongoUri: string;
  secretKey: string;
  smtpUrl: string;
  /** Milliseconds. */
  lease: number;
}

const { temporal, taskQueue, mongoUri, secretKey, smtpUrl, lease } = JSON.parse(
  process.argv[2] ?? '',
) as SendingWorker;
const { address, namespace } = temporal;
const store = await openStore(mongoUri, { secretKey });
const page = () => 'https://speelruimte.example/p/1';
const { send } = createSend({
  store,
  links: { forMessage: async () => ({ page, button: page }) },
  sender: { address: 'speelruimte@example.org' },
  transport: smtpTransport(smtpUrl),
  lease,
});
await createWorker({
  connection: { address },
  namespace,
  taskQueue,
  activities: { send } as Activities,
  dataConverter: dataConverter(store.codec),
  // Failing sends and interrupted work are what the test is about.
  log: () => {},
  workflowsPath: fileURLToPath(new URL('./sending-workflow.ts', import.meta.url)),
});
