/** A clash on this device: what was chosen so far survives a reload and a lost connection, as the draft itself does. */
import { z } from 'zod';
import { parseDefinition } from '../../contract/index.ts';
import { PREFIX } from '../processes/kept-drafts.ts';
import type { Clash } from './clash.ts';

const Kept = z.object({
  base: z.unknown(),
  theirs: z.unknown(),
  chosen: z.record(z.string(), z.enum(['mine', 'theirs'])),
  met: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('colleague'),
      person: z.string().optional(),
      at: z.string(),
      revision: z.number().int(),
    }),
    z.object({ by: z.literal('version'), from: z.number().int(), version: z.number().int() }),
  ]),
});

const keyFor = (person: string, id: string): string => `${PREFIX}${person}.${id}#clash`;

/** Without room for it the choices are made once more after a reload; the draft is kept apart, and stays. */
export function keepClash(person: string, id: string, clash: Clash): void {
  try {
    localStorage.setItem(keyFor(person, id), JSON.stringify(clash));
  } catch {
    dropClash(person, id);
  }
}

export function readClash(person: string, id: string): Clash | undefined {
  const text = localStorage.getItem(keyFor(person, id));
  if (!text) return undefined;
  try {
    const kept = Kept.parse(JSON.parse(text));
    const [base, theirs] = [parseDefinition(kept.base), parseDefinition(kept.theirs)];
    if (!base.ok || !theirs.ok) return undefined;
    const { met, chosen } = kept;
    const exactly =
      met.by === 'version' || met.person !== undefined
        ? (met as Clash['met'])
        : { by: met.by, at: met.at, revision: met.revision };
    return { met: exactly, chosen, base: base.definition, theirs: theirs.definition };
  } catch {
    return undefined;
  }
}

export const dropClash = (person: string, id: string): void => localStorage.removeItem(keyFor(person, id));
