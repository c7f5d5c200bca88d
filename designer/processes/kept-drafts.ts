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
}

const keyOf = (person: string, id: string): string => `${PREFIX}${person}.${id}`;

/** Keeps at once: local storage is written before the next letter. @returns whether there was room. */
export function keepDraft(person: string, id: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(person, id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readKept(person: string, id: string): KeptDraft | undefined {
  const text = localStorage.getItem(keyOf(person, id));
  if (!text) return undefined;
  try {
    const { base, definition, revision, at, basedOn } = JSON.parse(text) as Record<string, unknown>;
    const [was, is] = [parseDefinition(base), parseDefinition(definition)];
    if (!was.ok || !is.ok || typeof revision !== 'number') return undefined;
    return {
      base: was.definition,
      definition: is.definition,
      revision,
      at: String(at),
      ...(typeof basedOn === 'number' ? { basedOn } : {}),
    };
  } catch {
    return undefined;
  }
}

export const dropKept = (person: string, id: string): void => localStorage.removeItem(keyOf(person, id));

onSignOut(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
});
