/** Another system for tests: a real HTTP server that keeps what it was asked and answers as it is told. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Says {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  afterMs?: number;
}

export interface OtherSystem {
  origin: string;
  /** `127.0.0.1:port`. */
  host: string;
  heard: Heard[];
  /** Answers in turn; the last one stays. */
  says: Says[];
  stop(): Promise<void>;
}

export async function otherSystem(): Promise<OtherSystem> {
  const heard: Heard[] = [];
  const says: Says[] = [{}];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      const {
        status = 200,
        headers = {},
        body: answer = '',
        afterMs = 0,
      } = (says.length > 1 ? says.shift() : says[0]) as Says;
      setTimeout(() => response.writeHead(status, headers).end(answer), afterMs);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    heard,
    says,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
