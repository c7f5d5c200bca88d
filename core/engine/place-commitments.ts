// Gives open commitments to other people at once, as a list of a form says; who gets one is told, and so is the initiator.
import type { Json } from '../state.ts';
import { tellOwner } from './commitments.ts';
import type { Answer } from './expressions.ts';
import { reassign } from './offers.ts';
import { personOf } from './people.ts';
import type { Work } from './work.ts';

/** One line of the list: an item without `to` stays where it is, one that is done by now is passed over. */
interface Placing {
  item: string;
  to?: string;
}

export function placeCommitments(w: Work, given: Json): Answer<undefined> {
  if (!Array.isArray(given))
    return { ok: false, message: `Expected a list of { item, to }, but got ${JSON.stringify(given)}` };
  for (const line of given) {
    const read = placingOf(line);
    if (!read) return { ok: false, message: `Expected { item, to }, but got ${JSON.stringify(line)}` };
    place(w, read);
  }
  return { ok: true, value: undefined };
}

function placingOf(line: Json): Placing | undefined {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return undefined;
  const { item, to } = line;
  if (typeof item !== 'string') return undefined;
  return typeof to === 'string' ? { item, to } : { item };
}

function place(w: Work, { item, to }: Placing): void {
  const open = Object.values(w.state.commitments).find(({ id, text }) => id === item || text === item);
  if (!open || to === undefined) return;
  const person = personOf(w.state, to)?.person ?? to;
  if (person === open.owner) return;
  reassign(w, open.id, person);
  const placed = w.state.commitments[open.id];
  if (placed) tellOwner(w, placed);
}
