/** The keys derived from SECRET_KEY: one per purpose, so that no key is used for two things. */
import { createHmac, hkdfSync } from 'node:crypto';

const SHORTEST = 16;

export interface MasterKeys {
  /** Wraps the keys of initiatives and people. */
  wrap: Uint8Array;
  /** Seals what belongs to no initiative: names and addresses of people, the store's own marker. */
  people: Uint8Array;
  /** Seals secrets for other systems. */
  secrets: Uint8Array;
  /** Blind index: equal texts give equal tokens, and nobody without the key can try texts. */
  blind(kind: string, text: string): string;
}

/** Throws when the secret is too short to be one. */
export function masterKeys(secretKey: string): MasterKeys {
  if (secretKey.length < SHORTEST)
    throw new Error(
      `Expected SECRET_KEY to have at least ${SHORTEST} characters, but it has ${secretKey.length}`,
    );
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secretKey, 'speelruimte', purpose, 32));
  const index = derive('blind index');
  return {
    wrap: derive('wrap keys'),
    people: derive('people'),
    secrets: derive('secrets'),
    blind: (kind, text) => createHmac('sha256', index).update(`${kind}\n${text}`).digest('base64url'),
  };
}
