/** The colour and the logo of an organisation, for everybody: pages of residents show them, and so do mails. */
import type { RequestHandler } from 'express';
import { accentOf } from '../../core/look/accent.ts';
import { accentCss } from '../../pages/look.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../problem.ts';

/** Nothing in a logo runs or fetches, also when somebody opens it by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
/** The address changes with every change. */
const KEPT = 'public, max-age=86400';

export const showLookCss =
  ({ store }: Pick<Deps, 'store'>): RequestHandler =>
  async (request, response) => {
    const look = await store.looks.get(String(request.params.org));
    if (look?.accent === undefined) throw notFound('look', String(request.params.org));
    response
      .set('Cache-Control', KEPT)
      .type('text/css; charset=utf-8')
      .send(accentCss(accentOf(look.accent)));
  };

export const showLogo =
  ({ store }: Pick<Deps, 'store'>): RequestHandler =>
  async (request, response) => {
    const look = await store.looks.get(String(request.params.org));
    if (!look?.logo) throw notFound('logo', String(request.params.org));
    response
      .set({
        'Cache-Control': KEPT,
        'Content-Security-Policy': POLICY,
        // Mail programs show it from elsewhere.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .type(look.logo.type)
      .send(look.logo.content);
  };
