/** The cookie of a session, and the token against requests forged by other sites that belongs to it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

type Place = Pick<Deps['installation'], 'publicUrl'>;

const isSecure = ({ publicUrl }: Place) => publicUrl.startsWith('https:');
/** With the prefix a browser takes it from this very host only; it does so only over https. */
const nameOf = (place: Place) => (isSecure(place) ? '__Host-speelruimte' : 'speelruimte');
const attributes = (place: Place) => `Path=/; HttpOnly; SameSite=Lax${isSecure(place) ? '; Secure' : ''}`;

/** It goes when the browser closes; how long it holds is the store's to say. */
export const sessionCookie = (place: Place, secret: string): string =>
  `${nameOf(place)}=${secret}; ${attributes(place)}`;

export const noSessionCookie = (place: Place): string => `${nameOf(place)}=; Max-Age=0; ${attributes(place)}`;

export function secretOf(request: Pick<Request, 'headers'>, place: Place): string | undefined {
  const name = `${nameOf(place)}=`;
  const found = (request.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(name));
  return found?.slice(name.length) || undefined;
}

/** Derived, so that nothing has to be kept; the session's secret cannot be found from it. */
export const csrfOf = (secret: string): string =>
  createHmac('sha256', secret).update('csrf').digest('base64url');

/** Throws PERMISSION_DENIED unless a page of ours asked: the right token, and a browser that says it came from here. */
export function fromOurPage(request: Request, secret: string, place: Place): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const given = Buffer.from(request.get('X-CSRF-Token') ?? '');
  const right = Buffer.from(csrfOf(secret));
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new Problem(
      'PERMISSION_DENIED',
      'Expected the header X-CSRF-Token with the value that /v1/me gives',
    );
  if (!isSameOrigin(request, place))
    throw new Problem('PERMISSION_DENIED', 'Expected a request from a page of this application');
}

/** What the browser says of where a request comes from; undefined when it says nothing, as programs do. */
export function saidOrigin(request: Request, { publicUrl }: Place): 'same' | 'other' | undefined {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'other';
  const origin = request.get('Origin');
  if (origin !== undefined) {
    const isOurs =
      origin === new URL(publicUrl).origin || hostOf(origin) === request.get('Host')?.toLowerCase();
    return isOurs ? 'same' : 'other';
  }
  return site === undefined ? undefined : 'same';
}

const isSameOrigin = (request: Request, place: Place) => saidOrigin(request, place) === 'same';

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
