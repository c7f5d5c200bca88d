/** Links in messages: signed, so that only who got the message can open them; a GET shows, only a POST acts. */
import { createHmac } from 'node:crypto';
import type { LinksPort } from '../activities/mail/ports.ts';

/** Signs what a link stands for. */
export type SignLink = (about: string) => string;

export function linkSigner(secretKey: string): SignLink {
  const key = createHmac('sha256', secretKey).update('links').digest();
  return (about) => createHmac('sha256', key).update(about).digest('base64url');
}

/** `…/p/<message>.<note>.<signature>`; the same message gets the same links on every try. */
export function personalLinks(publicUrl: string, sign: SignLink): LinksPort {
  const base = `${publicUrl.replace(/\/$/, '')}/p/`;
  const packed = (...parts: string[]) =>
    parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
  return {
    async forMessage({ key }) {
      const page = (noteKey: string) => {
        const about = packed(key, noteKey);
        return `${base}${about}.${sign(about)}`;
      };
      return { page, button: (noteKey, button) => `${page(noteKey)}?button=${encodeURIComponent(button)}` };
    },
  };
}
