/** Links in messages: signed, so that only who got the message can open them; a GET shows, only a POST acts. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinksPort } from '../activities/mail/ports.ts';

/** What a link was made for: a message and one of its notes. */
export interface LinkedTo {
  message: string;
  note: string;
}

export interface Links extends LinksPort {
  /** What a link stands for; nothing when it is not ours. */
  open(token: string): LinkedTo | undefined;
}

const TOKEN = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** `…/p/<message>.<note>.<signature>`; the same message gets the same links on every try. */
export function personalLinks(publicUrl: string, secretKey: string): Links {
  const base = `${publicUrl.replace(/\/$/, '')}/p/`;
  const key = createHmac('sha256', secretKey).update('personal links').digest();
  const sign = (about: string) => createHmac('sha256', key).update(about).digest();
  const packed = (text: string) => Buffer.from(text).toString('base64url');
  const unpacked = (text: string) => Buffer.from(text, 'base64url').toString();
  return {
    async forMessage({ key: message }) {
      const page = (noteKey: string) => {
        const about = `${packed(message)}.${packed(noteKey)}`;
        return `${base}${about}.${sign(about).toString('base64url')}`;
      };
      return { page, button: (noteKey, button) => `${page(noteKey)}?button=${encodeURIComponent(button)}` };
    },
    open(token) {
      const [, message, note, signature] = TOKEN.exec(token) ?? [];
      if (!message || !note || !signature) return undefined;
      const [given, expected] = [Buffer.from(signature, 'base64url'), sign(`${message}.${note}`)];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return { message: unpacked(message), note: unpacked(note) };
    },
  };
}
