/** Personal links in messages: made from who gets what, so that every try of a message carries the same; kept only as a hash. */
import { createHmac } from 'node:crypto';
import type { LinksPort } from '../activities/mail/ports.ts';
import { readProcessPlace } from '../contract/index.ts';
import type { Store } from '../store/index.ts';

/** 144 bits: nobody guesses one, and it is short enough for a text message. */
const TOKEN_BYTES = 18;

/** The same person, instance and items give the same link, until the person's links are blocked. */
export function personalLinks(
  publicUrl: string,
  secretKey: string,
  { links, instances }: Pick<Store, 'links' | 'instances'>,
  now = () => new Date(),
): LinksPort {
  const root = publicUrl.replace(/\/$/, '');
  const base = `${root}/p/`;
  const key = createHmac('sha256', secretKey).update('personal links').digest();
  return {
    async forMessage({ to, notes }) {
      const round = await links.round(to);
      const urls = new Map<string, string>();
      for (const note of notes) {
        const about = readProcessPlace(note.instance);
        // Colleagues sign in there: the address alone opens nothing.
        if (about) {
          const element = about.element === undefined ? '' : `?element=${encodeURIComponent(about.element)}`;
          urls.set(note.key, `${root}/processes/${encodeURIComponent(about.process)}${element}`);
          continue;
        }
        const registration = await instances.registration(note.instance);
        const { org, initiative, world } = registration ?? {};
        const items = [...note.about];
        const token = createHmac('sha256', key)
          .update(JSON.stringify([to, round, note.instance, items]))
          .digest()
          .subarray(0, TOKEN_BYTES)
          .toString('base64url');
        if (org !== undefined)
          await links.give(token, {
            org,
            person: to,
            instance: note.instance,
            ...(initiative === undefined ? {} : { initiative }),
            ...(world === undefined ? {} : { world }),
            about: items,
            createdAt: now().toISOString(),
          });
        urls.set(note.key, base + token);
      }
      const page = (noteKey: string) => urls.get(noteKey) ?? base;
      const button = (noteKey: string, id: string) =>
        urls.get(noteKey)?.startsWith(base) === false
          ? page(noteKey)
          : `${page(noteKey)}?button=${encodeURIComponent(id)}`;
      return { page, button };
    },
  };
}
