/** The past and the foreseeable future of an initiative as moments that read as sentences. Pure. */
import type { ForecastView, TimelineEntry } from '../app/queries.ts';

/** What only the engine cares about, what is still open (that stands under "now"), and what a later fact says better. */
const UNTOLD = new Set(['chase.fired', 'channel.changed', 'task.created']);
/** An agreement that went out or was confirmed says all that its task and its commitments would say at that moment. */
const SAID_BY_AGREEMENT = new Set(['task.completed', 'commitment.made']);

/** Oldest first, without what says nothing to people. Several facts of one act and one type become one moment. */
export function pastOf(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const agreed = new Set(
    entries
      .filter(({ type }) => type.startsWith('agreement.'))
      .map(({ instance, at }) => `${instance} ${at}`),
  );
  const told = entries.filter(
    ({ type, instance, at }) =>
      !UNTOLD.has(type) && !(SAID_BY_AGREEMENT.has(type) && agreed.has(`${instance} ${at}`)),
  );
  const isSame = (a: TimelineEntry, b: TimelineEntry) =>
    a.at === b.at && a.type === b.type && a.item === b.item;
  const began = told
    .filter(({ type }) => type === 'instance.started')
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return (
    told
      // Only the first beginning is that of the initiative; later ones are of processes within it.
      .map((entry) =>
        entry.type === 'instance.started' && entry !== began ? { ...entry, type: 'process.started' } : entry,
      )
      .filter((entry, index) => !told.slice(0, index).some((other) => isSame(entry, other)))
      .sort((a, b) => (a.at === b.at ? a.n - b.n : a.at < b.at ? -1 : 1))
  );
}

export type Foreseen =
  | { at: string; kind: 'message'; to: string; subject: string; about: string[] }
  | { at: string; kind: 'raised'; to: string | undefined; item: string }
  | { at: string; kind: 'late' | 'opens'; item: string }
  | { at: string; kind: 'rests' | 'ends' };

/** What happens by itself, earliest first; work that opens at a moment of which nobody hears is left out. */
export function futureOf({ messages, happens }: ForecastView): Foreseen[] {
  const found: Foreseen[] = messages.map(({ at, to, subject, about }) => ({
    at,
    kind: 'message',
    to,
    subject,
    about,
  }));
  for (const { at, type, item = '', to } of happens) {
    if (type === 'raised') found.push({ at, kind: 'raised', to, item });
    if (type === 'task.late' || type === 'commitment.late') found.push({ at, kind: 'late', item });
    if (type === 'task.created') found.push({ at, kind: 'opens', item });
    if (type === 'instance.rested') found.push({ at, kind: 'rests' });
    if (type === 'instance.ended') found.push({ at, kind: 'ends' });
  }
  const rank: Record<Foreseen['kind'], number> = {
    late: 0,
    opens: 1,
    raised: 2,
    message: 3,
    rests: 4,
    ends: 5,
  };
  const isSame = (a: Foreseen, b: Foreseen) => JSON.stringify(a) === JSON.stringify(b);
  const once = found.filter((one, index) => !found.slice(0, index).some((other) => isSame(one, other)));
  return once.sort((a, b) => (a.at === b.at ? rank[a.kind] - rank[b.kind] : a.at < b.at ? -1 : 1));
}

/** The type of a fact as a key of texts: `task.completed` → `taskCompleted`. */
export const toldKey = (type: string): string =>
  type.replace(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase());
