/** Serves the application on an address, and stops gracefully: nothing new, streams closed, what is under way answered. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from './api.ts';

export interface Listening {
  port: number;
  stop(): Promise<void>;
}

/** Requests under way get this long. */
const GRACE_MS = 12_000;

export async function listen({ app, closeStreams }: Api, host: string, port: number): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closeStreams();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}
