/** One request to another system: only where it may go, within a time and a size, and never redirected. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, isIPv6 } from 'node:net';
import type { Resolve } from './addresses.ts';

export interface Question {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

export interface Reply {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
}

export type Ask = (question: Question) => Promise<Reply>;

/** Longest answer that is read. */
export const LONGEST_BYTES = 256 * 1024;

export class TooLong extends Error {
  override name = 'TooLong';
}

/** Throws NotReachable, TooLong, or what the network says. Nothing of what was sent is in its errors. */
export function asking(resolve: Resolve): Ask {
  return async ({ method, url, headers, body, signal }) => {
    const secure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const port = Number(url.port || (secure ? 443 : 80));
    const [address] = await resolve(host, port);
    if (address === undefined) throw new Error(`Expected '${host}' to have an address, but it has none`);
    const bytes = body === undefined ? undefined : Buffer.from(body);
    return new Promise<Reply>((done, failed) => {
      const asked = (secure ? requestHttps : requestHttp)(
        {
          method,
          host: address,
          family: isIPv6(address) ? 6 : 4,
          port,
          path: `${url.pathname}${url.search}`,
          // The certificate has to be the host's, whatever address it has.
          ...(secure && !isIP(host) ? { servername: host } : {}),
          headers: {
            'User-Agent': 'Speelruimte',
            Accept: 'application/json',
            ...headers,
            Host: url.host,
            ...(bytes ? { 'Content-Length': String(bytes.length) } : {}),
          },
          agent: false,
          signal,
        },
        (answer) => {
          const parts: Buffer[] = [];
          let size = 0;
          answer.on('data', (part: Buffer) => {
            size += part.length;
            if (size > LONGEST_BYTES)
              answer.destroy(new TooLong(`Expected an answer of at most ${LONGEST_BYTES / 1024} kB`));
            else parts.push(part);
          });
          answer.on('error', failed);
          answer.on('end', () =>
            done({
              status: answer.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
              ),
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      asked.on('error', failed);
      asked.end(bytes);
    });
  };
}
