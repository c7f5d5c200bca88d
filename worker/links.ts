/** Links in messages: signed, so that only who got the message can open them; a GET shows, only a POST acts. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LinksPort } from '../activities/mail/ports.ts';

/** What a link was made for: a message, by the first 40 digits of its key's sha256, and one of its notes. */
export interface LinkedTo {
  message: string;
  note: number;
}

export interface Links extends LinksPort {
  /** What a link stands for; nothing when it is not ours. */
  open(token: string): LinkedTo | undefined;
}

const TOKEN = /^([0-9a-f]{40})-(\d+)-([\w-]{22})$/;
const SIGNATURE_BYTES = 16;

/** `…/p/<message>-<note>-<signature>`; the same message gets the same links on every try. */
export function personalLinks(publicUrl: string, secretKey: string): Links {
  const base = `${publicUrl.replace(/\/$/, '')}/p/`;
  const key = createHmac('sha256', secretKey).update('personal links').digest();
  const sign = (about: string) =>
    createHmac('sha256', key).update(about).digest().subarray(0, SIGNATURE_BYTES);
  return {
    async forMessage({ key: messageKey, notes }) {
      const message = createHash('sha256').update(messageKey).digest('hex').slice(0, 40);
      const page = (noteKey: string) => {
        const about = `${message}-${notes.findIndex((note) => note.key === noteKey)}`;
        return `${base}${about}-${sign(about).toString('base64url')}`;
      };
      return { page, button: (noteKey, button) => `${page(noteKey)}?button=${encodeURIComponent(button)}` };
    },
    open(token) {
      const [, message, note, signature] = TOKEN.exec(token) ?? [];
      if (!message || !note || !signature) return undefined;
      const [given, expected] = [Buffer.from(signature, 'base64url'), sign(`${message}-${note}`)];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return { message, note: Number(note) };
    },
  };
}
