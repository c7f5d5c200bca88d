/** What every page below a personal link has in common: opening it, saying why it does not open, and answering. */
import type { Request, RequestHandler, Response } from 'express';
import type { Sent } from '../../pages/form-data.ts';
import { noticePage } from '../../pages/notices.ts';
import type { Said } from '../../pages/words.ts';
import type { Deps } from '../deps.ts';
import { withQuery } from './gather.ts';
import { type Opened, open } from './opened.ts';

export function send(response: Response, page: string, status = 200): void {
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
    .type('html')
    .send(page);
}

export const sentBy = (request: Request): Sent => (request.body ?? {}) as Sent;

/** After an act one sees the page as it is now, and loading that again does nothing. */
export function seeOther(response: Response, opened: Opened, said: Said): void {
  response.set('Cache-Control', 'no-store').redirect(303, withQuery(opened.address(), 'said', said));
}

/** Runs a page for whom the link opens, and says what is the matter to others. */
export const forReader =
  (
    deps: Deps,
    page: (opened: Opened, request: Request, response: Response) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    const opening = await open(deps, request, String(request.params.token));
    if ('notice' in opening) return send(response, noticePage(opening.frame, opening.notice), opening.status);
    const { opened } = opening;
    if (opened.side === 'us')
      return send(response, noticePage(opened.frame, { kind: 'staff', at: workOf(opened, request) }));
    await page(opened, request, response);
  };

/** Colleagues do their work where they sign in. */
function workOf({ link }: Opened, request: Request): string {
  if (request.query.button === 'report') return `/reports/${link.instance}`;
  const [item] = link.about;
  const named = item === undefined ? '' : `?item=${encodeURIComponent(`${link.instance}/${item}`)}`;
  return `/${named}`;
}

/** What the reader may not touch does not exist for them. */
export const missing = (response: Response, { frame }: Pick<Opened, 'frame'>): void =>
  send(response, noticePage(frame, { kind: 'missing' }), 404);

export const isAway = (error: unknown): boolean => (error as Error).name === 'EngineUnavailable';
