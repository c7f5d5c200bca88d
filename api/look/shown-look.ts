/** How an organisation looks, as its screens, pages and mails need it. */
import type { z } from 'zod';
import type { Look as Shown } from '../../contract/api/looks.ts';
import { accentOf } from '../../core/look/accent.ts';
import type { Look } from '../../store/index.ts';

export const MOST_BYTES = 200_000;

/** Where everybody can see it; another address after every change. */
export const logoAt = ({ org, revision }: Look): string =>
  `/look/${encodeURIComponent(org)}/logo?v=${revision}`;
export const cssAt = ({ org, revision }: Look): string =>
  `/look/${encodeURIComponent(org)}.css?v=${revision}`;

export function shownLook(look: Look | undefined): z.input<typeof Shown> {
  if (!look) return {};
  const { accent, logo, changedBy, changedAt } = look;
  return {
    ...(accent === undefined ? {} : { accent: accentOf(accent) }),
    ...(logo ? { logo: { type: logo.type, bytes: logo.content.length, address: logoAt(look) } } : {}),
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
}

/** For pages: a style sheet and a logo, where there are. */
export const pageLook = (look: Look | undefined): { css?: string; logo?: string } => ({
  ...(look?.accent === undefined ? {} : { css: cssAt(look) }),
  ...(look?.logo ? { logo: logoAt(look) } : {}),
});

/** For mails: mail programs do not show SVG, so there the name has to do. */
export function mailLook(
  look: Look | undefined,
  publicUrl: string,
): { accent?: { light: string; dark: string }; logo?: string } {
  const accent = look?.accent === undefined ? undefined : accentOf(look.accent);
  return {
    ...(accent ? { accent: { light: accent.light.colour, dark: accent.dark.colour } } : {}),
    ...(look?.logo?.type === 'image/png' ? { logo: `${publicUrl}${logoAt(look)}` } : {}),
  };
}
