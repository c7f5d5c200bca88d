/** Less over the line: files are sent as the build compressed them, long answers as they go. */
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

const zip = promisify(gzip);

/** Below this there is little to win. */
const SHORT = 4_000;
/** Most of what can be won, for a tenth of the work. */
const LEVEL = 1;

/** What the build left beside a file, by how it is encoded. */
const ENDINGS = { br: '.br', gzip: '.gz' } as const;
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

/** Leads a request for a file in the folder to its compressed one, where there is one and the browser takes it. */
export function compressedFiles(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (type === undefined || !files.has(`${name}.br`)) return next();
    response.vary('Accept-Encoding');
    const encoding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one) === one);
    if (encoding === undefined) return next();
    response.set('Content-Encoding', encoding).type(`${type}; charset=utf-8`);
    request.url = `/${name}${ENDINGS[encoding]}`;
    next();
  };
}

/** Compresses what is read through `response.json`. Not for answers that hold secrets: their length would tell of them. */
export const compressedAnswers: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' && request.acceptsEncodings('gzip') === 'gzip') {
    const json = response.json.bind(response);
    response.json = (value: unknown): Response => {
      const text = JSON.stringify(value);
      if (text === undefined || text.length < SHORT) return json(value);
      response.vary('Accept-Encoding').type('json');
      void zip(text, { level: LEVEL }).then(
        (body) => response.set('Content-Encoding', 'gzip').send(body),
        () => response.send(text),
      );
      return response;
    };
  }
  next();
};
