/** A process for who holds a link to look at it: nobody is known, nothing can be done, and looking writes nothing. */
import type { Request, RequestHandler, Response } from 'express';
import type { Definition } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import { fontFace, type Paper, type Which } from '../../core/picture/index.ts';
import type { Frame } from '../../pages/frame.ts';
import { noticePage } from '../../pages/notices.ts';
import { sharedDrawing, sharedProcessPage, sharingEndedPage } from '../../pages/shared-process.ts';
import type { SharedLink } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { fontFile } from './font.ts';
import { withQuery } from './gather.ts';
import { strangersFrame } from './opened.ts';
import { send } from './reading.ts';

interface Looking {
  frame: Omit<Frame, 'title'>;
  link: SharedLink;
  definition: Definition;
  which: Which;
  today: string;
}

export const showSharedProcess = (deps: Deps) =>
  forLooker(deps, (looking, request, response) => {
    const { frame, link, ...rest } = looking;
    const { language } = frame;
    const paper: Paper = request.query.paper === 'portrait' ? 'portrait' : 'landscape';
    const base = `/s/${request.params.token}`;
    const on = (one: Paper) => withQuery(withQuery(base, 'lang', language), 'paper', one);
    const other = language === 'nl' ? 'en' : 'nl';
    send(
      response,
      sharedProcessPage({
        ...frame,
        ...rest,
        ...(link.endsOn === undefined ? {} : { endsOn: link.endsOn }),
        other: withQuery(withQuery(base, 'lang', other), 'paper', paper),
        paper,
        at: {
          landscape: on('landscape'),
          portrait: on('portrait'),
          file: withQuery(`${base}/drawing.svg`, 'lang', language),
        },
      }),
    );
  });

/** No script, no other file: what is in the drawing is all there is. */
const DRAWING_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox";

export const showSharedDrawing = (deps: Deps) =>
  forLooker(deps, ({ frame, definition, which, today }, _request, response) => {
    const fonts = fontFace(`data:font/woff2;base64,${fontFile().toString('base64')}`);
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Disposition': 'inline; filename="drawing.svg"',
        'Content-Security-Policy': DRAWING_POLICY,
        'X-Robots-Tag': 'noindex, nofollow',
      })
      .type('image/svg+xml')
      .send(sharedDrawing(definition, frame.language, today, which, fonts));
  });

/** Runs a page for a link that opens, and says what is the matter to others. */
const forLooker =
  (deps: Deps, page: (looking: Looking, request: Request, response: Response) => void): RequestHandler =>
  async (request, response) => {
    const { store, clock } = deps;
    const link = await store.sharedLinks.find(String(request.params.token));
    const organisation = link && (await store.organisations.get(link.org));
    const frame = await strangersFrame(deps, request, organisation);
    const unknown = () => send(response, noticePage(frame, { kind: 'missing' }), 404);
    if (!link || !organisation) return unknown();
    const today = localDate(organisation.zone, clock());
    if (link.revokedAt !== undefined) return send(response, sharingEndedPage(frame, 'stopped'), 410);
    if (link.endsOn !== undefined && link.endsOn < today)
      return send(response, sharingEndedPage(frame, { over: link.endsOn }), 410);
    const found = await lookedAt(deps, link);
    if (!found) return unknown();
    page({ frame, link, today, ...found }, request, response);
  };

async function lookedAt(
  { store }: Pick<Deps, 'store'>,
  { org, process, version }: SharedLink,
): Promise<Pick<Looking, 'definition' | 'which'> | undefined> {
  if (version !== undefined) {
    const found = await store.versions.get(org, process, version);
    const definition = found && (await store.versions.definition(found.hash));
    return definition && { definition, which: { version, published: true } };
  }
  const [draft, latest] = await Promise.all([
    store.drafts.get(org, process),
    store.versions.latest(org, process),
  ]);
  return draft && { definition: draft.definition, which: { version: latest?.number } };
}
