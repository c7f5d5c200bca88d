/** What somebody was typing, kept in this browser per person and task until it is done or they sign out. */
import type { Variables } from '../../core/state.ts';
import { onSignOut } from '../app/session.ts';

const PREFIX = 'speelruimte.draft.';
/** Older ones are of tasks that others finished. */
const KEEP_DAYS = 30;

interface Kept {
  at: number;
  data: Variables;
}

const nameOf = (person: string, task: string) => `${PREFIX}${person}.${task}`;

export function readDraft(person: string, task: string): Variables | undefined {
  try {
    const kept = localStorage.getItem(nameOf(person, task));
    return kept === null ? undefined : (JSON.parse(kept) as Kept).data;
  } catch {
    return undefined;
  }
}

export function keepDraft(person: string, task: string, data: Variables): void {
  try {
    localStorage.setItem(nameOf(person, task), JSON.stringify({ at: Date.now(), data } satisfies Kept));
  } catch {
    // A full or forbidden storage costs the draft, not the work.
  }
}

export function dropDraft(person: string, task: string): void {
  localStorage.removeItem(nameOf(person, task));
}

/** Removes drafts that `drop` chooses. */
function sweep(drop: (kept: Kept) => boolean): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    try {
      if (drop(JSON.parse(localStorage.getItem(name) ?? '') as Kept)) localStorage.removeItem(name);
    } catch {
      localStorage.removeItem(name);
    }
  }
}

onSignOut(() => sweep(() => true));

export const sweepDrafts = (now = Date.now()): void => sweep(({ at }) => now - at > KEEP_DAYS * 86_400_000);
