/** Drafts on this device: what was typed and has not reached the server survives a reload, a crash and a lost connection. */
import { type Definition, parseDefinition } from '../../contract/index.ts';
import { onSignOut } from '../app/session.ts';

/** All that is kept of processes; goes when somebody signs out. */
export const PREFIX = 'speelruimte.process.';

export interface KeptDraft {
  /** What the server had when this began. */
  base: Definition;
  revision: number;
  definition: Definition;
  at: string;
  /** The version that was brought back into it, as far as the server does not know yet. */
  basedOn?: number;
  /** Revision of one's own copy that is put with the draft by it. */
  ownCopy?: number;
}

const keyOf = (person: string, id: string): string => `${PREFIX}${person}.${id}`;

/** Where it is kept: a copy of one's own beside the draft of all. */
export const placeOf = (id: string, apart: boolean): string => (apart ? `${id}#own` : id);

/** Longer than this nothing waits to be kept. */
const SOON_MS = 120;
const waiting = new Map<string, KeptDraft>();
let asked = false;

/** Keeps when the browser has a moment, so that a letter is seen first; what waits is kept when the page is left. */
export function keepDraft(person: string, id: string, draft: KeptDraft): void {
  waiting.set(keyOf(person, id), draft);
  if (asked) return;
  asked = true;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(keepNow, { timeout: SOON_MS });
  else setTimeout(keepNow, SOON_MS / 2);
}

function keepNow(): void {
  asked = false;
  for (const [key, draft] of waiting) {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // No room: what was typed is still on the screen, and on its way to the server.
    }
  }
  waiting.clear();
}

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepNow();
  });
}

export function readKept(person: string, id: string): KeptDraft | undefined {
  keepNow();
  const text = localStorage.getItem(keyOf(person, id));
  if (!text) return undefined;
  try {
    const { base, definition, revision, at, basedOn, ownCopy } = JSON.parse(text) as Record<string, unknown>;
    const [was, is] = [parseDefinition(base), parseDefinition(definition)];
    if (!was.ok || !is.ok || typeof revision !== 'number') return undefined;
    return {
      base: was.definition,
      definition: is.definition,
      revision,
      at: String(at),
      ...(typeof basedOn === 'number' ? { basedOn } : {}),
      ...(typeof ownCopy === 'number' ? { ownCopy } : {}),
    };
  } catch {
    return undefined;
  }
}

export function dropKept(person: string, id: string): void {
  waiting.delete(keyOf(person, id));
  localStorage.removeItem(keyOf(person, id));
}

onSignOut(() => {
  waiting.clear();
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
});
