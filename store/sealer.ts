/** Seals JSON with the keys of those it is about: with several keys, erasing any one of them makes it unreadable. */
import { seal, unseal } from './crypto/seal.ts';
import type { Keys } from './keys.ts';

export type Sealer = ReturnType<typeof sealer>;

export function sealer(keys: Keys) {
  return {
    /** Before many are unsealed. */
    ahead: (keyIds: string[]): Promise<void> => keys.ahead(keyIds),
    /** `belongsTo` is the record's id. Throws KeyDestroyed. */
    async seal(org: string, keyIds: string | string[], belongsTo: string, value: unknown): Promise<string> {
      let sealed = JSON.stringify(value);
      for (const keyId of [keyIds].flat()) {
        const { key } = await keys.of(org, keyId);
        sealed = seal(key, sealed, belongsTo);
      }
      return sealed;
    },
    /** What was sealed, or undefined when one of its keys was destroyed. */
    async unseal<T>(keyIds: string | string[], belongsTo: string, sealed: string): Promise<T | undefined> {
      let text = sealed;
      for (const keyId of [keyIds].flat().reverse()) {
        const key = await keys.find(keyId);
        if (!key) return undefined;
        text = unseal(key.key, text, belongsTo);
      }
      return JSON.parse(text) as T;
    },
  };
}
