/** AES-256-GCM over texts: `v1.` and base64url of nonce, tag and ciphertext, bound to the id of the record it belongs to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1.';
const NONCE = 12;
const TAG = 16;

/** `belongsTo` (a record id) is authenticated: the sealed text cannot be moved to another record. */
export function seal(key: Uint8Array, text: string, belongsTo: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws when the key is another, the text was changed, or it belongs to another record. */
export function unseal(key: Uint8Array, sealed: string, belongsTo: string): string {
  if (!sealed.startsWith(VERSION))
    throw new Error(`Expected a sealed text (${VERSION}…) in '${belongsTo}', but got something else`);
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}
