/** Serves the staff's application: its files, and its one page for every address of a screen, under a strict policy of what may run. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { compressedFiles } from './compressed.ts';

const YEAR = 365 * 86_400_000;
/** Where the page takes the nonce of its styles from. */
const NONCE = '<meta name="style-nonce" content="" />';

/** `folder` is what the build made. What is none of its files and no screen goes on to whoever comes next. */
export function serveDesigner(folder: string): Router {
  const router = Router();
  // Names of assets hold their content's hash.
  const assets = join(folder, 'assets');
  router.use(
    '/assets',
    compressedFiles(assets),
    express.static(assets, { immutable: true, maxAge: YEAR, index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 3_600_000, dotfiles: 'ignore' }));
  router.get('/mail-frame', mailFrame);
  // Ids of processes may have dots in them; anything else with a dot is a file.
  router.get(
    /^\/(?!v1(\/|$)|p\/|s\/|i\/|assets\/)([^.]*|([^.]*\/)?processes\/[^/]+(\/[^.]*)?)$/,
    page(folder),
  );
  return router;
}

function page(folder: string): RequestHandler {
  return async (request, response, next) => {
    // Programs that ask for data are not answered with a screen.
    if (!request.accepts('html') || request.accepts(['json', 'html']) === 'json') return next();
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const nonce = randomBytes(16).toString('base64');
    response
      .set('Content-Security-Policy', policy(nonce))
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(html.replace(NONCE, NONCE.replace('content=""', `content="${nonce}"`)));
  };
}

/**
 * An empty page into which the designer puts a mail. Mails carry their styles in themselves, which the policy of our own
 * pages forbids; here styles may be anything, and nothing else may: no script, no picture, no form, no frame but in our page.
 */
const mailFrame: RequestHandler = (_request, response) =>
  void response
    .set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin",
    )
    .set('Cache-Control', 'no-cache')
    .type('html')
    .send('<!doctype html><html lang="nl"><head><title>Mail</title></head><body></body></html>');

/** No script and no style but our own files; styles the kit makes while running show the nonce of this very answer. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
