/** Saves a draft while it is being drawn: on this device at once, on the server a moment later; two hands are put together. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Draft, Saved } from '../../contract/api/definitions.ts';
import type { Definition } from '../../contract/index.ts';
import { ask, Refused, Unreachable } from '../app/api.ts';
import type { Editor } from '../canvas/use-editor.ts';
import { dropKept, keepDraft } from './kept-drafts.ts';
import { type Conflict, merge } from './merge.ts';

export type SaveState =
  | { state: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { state: 'refused'; why: string }
  | { state: 'conflict' };

export interface Clash {
  base: Definition;
  theirs: Definition;
  revision: number;
  by?: string;
  at: string;
  conflicts: Conflict[];
}

interface Options {
  id: string;
  person: string;
  editor: Editor;
  revision: number;
  /** What the server had at that revision. */
  base: Definition;
  onMerged(): void;
}

/** How long hands rest before the server is asked, and how long after a failure. */
const REST_MS = 800;
const AGAIN_MS = 3_000;

export interface Saving {
  save: SaveState;
  revision: number;
  clash: Clash | undefined;
  /** Settles a clash: which of both stays, by `kind id`. */
  settle(choose: Record<string, 'mine' | 'theirs'>): void;
  /** Saves now; resolves with the revision on the server, or nothing when it did not work. */
  flush(): Promise<number | undefined>;
}

export function useDraft({ id, person, editor, revision: first, base: begun, onMerged }: Options): Saving {
  const [save, setSave] = useState<SaveState>({ state: 'saved' });
  const [clash, setClash] = useState<Clash>();
  const server = useRef({ revision: first, base: begun });
  const now = useRef(editor.drawing.definition);
  now.current = editor.drawing.definition;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Promise<number | undefined>>(undefined);
  const clashing = useRef(false);
  const { together } = editor;

  const push = useCallback(async (): Promise<number | undefined> => {
    clearTimeout(timer.current);
    if (busy.current) {
      await busy.current;
      return push();
    }
    const definition = now.current;
    const { revision, base } = server.current;
    if (clashing.current) return undefined;
    if (definition === base) return revision;
    setSave({ state: 'saving' });
    const attempt = (async () => {
      try {
        const saved = await ask<z.output<typeof Saved>>(`/definitions/${id}`, {
          method: 'PUT',
          body: { definition, revision },
        });
        server.current = { revision: saved.revision, base: definition };
        if (now.current === definition) {
          dropKept(person, id);
          setSave({ state: 'saved' });
        } else {
          setSave({ state: 'waiting' });
          timer.current = setTimeout(() => void push(), REST_MS);
        }
        return saved.revision;
      } catch (error) {
        if (error instanceof Unreachable) {
          setSave({ state: 'offline' });
          timer.current = setTimeout(() => void push(), AGAIN_MS);
        } else if (error instanceof Refused && error.problem.status === 409) await meet();
        else {
          setSave({ state: 'refused', why: error instanceof Error ? error.message : String(error) });
        }
        return undefined;
      }
    })();
    busy.current = attempt;
    try {
      return await attempt;
    } finally {
      busy.current = undefined;
    }

    /** Somebody saved in between: theirs is read, and put together with ours. */
    async function meet() {
      const draft = await ask<z.output<typeof Draft>>(`/definitions/${id}`).catch(() => undefined);
      if (!draft) {
        setSave({ state: 'offline' });
        timer.current = setTimeout(() => void push(), AGAIN_MS);
        return;
      }
      const merged = merge(server.current.base, now.current, draft.definition);
      if (merged.conflicts.length > 0) {
        clashing.current = true;
        setSave({ state: 'conflict' });
        setClash({
          base: server.current.base,
          theirs: draft.definition,
          revision: draft.revision,
          at: draft.changedAt,
          conflicts: merged.conflicts,
          ...(draft.changedBy ? { by: draft.changedBy } : {}),
        });
        return;
      }
      server.current = { revision: draft.revision, base: draft.definition };
      together(({ selection }) => ({ definition: merged.definition, selection }));
      setSave({ state: 'waiting' });
      onMerged();
      timer.current = setTimeout(() => void push(), 50);
    }
  }, [id, person, together, onMerged]);

  const definition = editor.drawing.definition;
  useEffect(() => {
    if (definition === server.current.base) return;
    keepDraft(person, id, { ...server.current, definition, at: new Date().toISOString() });
    if (clashing.current) return;
    setSave((before) => (before.state === 'offline' ? before : { state: 'waiting' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void push(), REST_MS);
  }, [definition, id, person, push]);
  // Going elsewhere in the application saves what is still waiting.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (now.current !== server.current.base) void push();
    },
    [push],
  );

  const settle = useCallback(
    (choose: Record<string, 'mine' | 'theirs'>) => {
      if (!clash) return;
      const merged = merge(clash.base, now.current, clash.theirs, choose);
      server.current = { revision: clash.revision, base: clash.theirs };
      clashing.current = false;
      setClash(undefined);
      setSave({ state: 'waiting' });
      together(({ selection }) => ({ definition: merged.definition, selection }));
      timer.current = setTimeout(() => void push(), 50);
    },
    [clash, together, push],
  );
  return { save, revision: server.current.revision, clash, settle, flush: push };
}
