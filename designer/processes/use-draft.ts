/** Saves a draft while it is being drawn: on this device at once, on the server a moment later; two hands are put together. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { z } from 'zod';
import type { Saved } from '../../contract/api/definitions.ts';
import type { Definition } from '../../contract/index.ts';
import { ask, Refused, Unreachable } from '../app/api.ts';
import type { Editor } from '../canvas/use-editor.ts';
import { type Clash, together as puttingTogether } from '../conflicts/clash.ts';
import { type Clashing, useClash } from '../conflicts/use-clash.ts';
import { addressOfDraft, addressOfOwnCopy } from '../own-copy/own-copy-api.ts';
import { dropKept, keepDraft, placeOf } from './kept-drafts.ts';
import { merge } from './merge.ts';
import type { DraftWhole } from './processes-api.ts';

export type SaveState =
  | { state: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { state: 'refused'; why: string }
  | { state: 'conflict' };

interface Options {
  id: string;
  /** It is a copy of one's own that is drawn on, and kept under a name of its own. */
  apart: boolean;
  person: string;
  editor: Editor;
  revision: number;
  /** What the server had at that revision. */
  base: Definition;
  /** The version it goes out from: as the server has it, and as it became here while the server was away. */
  basedOn?: { served?: number | undefined; kept?: number | undefined };
  /** Revision of one's own copy that goes with the draft from now on. */
  brings?: number | undefined;
  onMerged(): void;
  onBrought(): void;
}

/** How long hands rest before the server is asked, and how long after a failure. */
const REST_MS = 800;
const AGAIN_MS = 3_000;

export interface Saving {
  save: SaveState;
  revision: number;
  clashing: Clashing;
  /** Puts both hands together as was chosen. */
  settle(): void;
  /** Brings in what was put into use since the version this draft goes out from; what both changed is chosen first. */
  bringIn(clash: Clash): void;
  /** From now on the draft goes out from this version. */
  rebase(version: number): void;
  basedOn: number | undefined;
  /** Saves now; resolves with the revision on the server, or nothing when it did not work. */
  flush(): Promise<number | undefined>;
}

export function useDraft({
  id,
  apart,
  person,
  editor,
  revision: first,
  base: begun,
  basedOn,
  brings: brought,
  onMerged,
  onBrought,
}: Options): Saving {
  const address = apart ? addressOfOwnCopy(id) : addressOfDraft(id);
  const place = placeOf(id, apart);
  const clashing = useClash(person, place);
  const [save, setSave] = useState<SaveState>({ state: clashing.clash ? 'conflict' : 'saved' });
  const shown = useRef(save.state);
  shown.current = save.state;
  const server = useRef({ revision: first, base: begun });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Promise<number | undefined>>(undefined);
  const { now: met, begin, end } = clashing;
  const [goesOutFrom, setGoesOutFrom] = useState(basedOn?.kept ?? basedOn?.served);
  const grounds = useRef(basedOn?.kept);
  const brings = useRef(brought);
  const { together, latest, watch } = editor;

  const push = useCallback(async (): Promise<number | undefined> => {
    clearTimeout(timer.current);
    if (busy.current) {
      await busy.current;
      return push();
    }
    const definition = latest();
    const { revision, base } = server.current;
    if (met.current) return undefined;
    const { current: version } = grounds;
    const { current: ownCopy } = brings;
    if (definition === base && version === undefined && ownCopy === undefined) return revision;
    setSave({ state: 'saving' });
    const attempt = (async () => {
      try {
        const saved = await ask<z.output<typeof Saved>>(address, {
          method: 'PUT',
          body: {
            definition,
            revision,
            ...(version === undefined ? {} : { basedOn: version }),
            ...(ownCopy === undefined ? {} : { ownCopy }),
          },
        });
        if (grounds.current === version) grounds.current = undefined;
        if (ownCopy !== undefined) {
          brings.current = undefined;
          onBrought();
        }
        server.current = { revision: saved.revision, base: definition };
        if (latest() === definition) {
          dropKept(person, place);
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
      const draft = await ask<Pick<DraftWhole, 'revision' | 'definition' | 'changedAt' | 'changedBy'>>(
        address,
      ).catch(() => undefined);
      if (!draft) {
        setSave({ state: 'offline' });
        timer.current = setTimeout(() => void push(), AGAIN_MS);
        return;
      }
      const merged = merge(server.current.base, latest(), draft.definition);
      if (merged.conflicts.length > 0) {
        setSave({ state: 'conflict' });
        const { changedAt: at, changedBy, revision } = draft;
        begin({
          base: server.current.base,
          theirs: draft.definition,
          met: { by: 'colleague', at, revision, ...(changedBy ? { person: changedBy } : {}) },
          chosen: {},
        });
        return;
      }
      server.current = { revision: draft.revision, base: draft.definition };
      together(({ selection }) => ({ definition: merged.definition, selection }));
      setSave({ state: 'waiting' });
      onMerged();
      timer.current = setTimeout(() => void push(), 50);
    }
  }, [address, place, person, together, onMerged, onBrought, met, begin, latest]);

  /** Kept here at once: the screen may come to it later, or never. */
  const drawn = useCallback(
    (definition: Definition) => {
      const { current: version } = grounds;
      const { current: ownCopy } = brings;
      if (definition === server.current.base && version === undefined && ownCopy === undefined) return;
      keepDraft(person, place, {
        ...server.current,
        definition,
        at: new Date().toISOString(),
        ...(version === undefined ? {} : { basedOn: version }),
        ...(ownCopy === undefined ? {} : { ownCopy }),
      });
      if (met.current) return;
      // Typing is drawn when the browser comes to it; that it is not saved yet is said before.
      const { current: said } = shown;
      if (said !== 'offline' && said !== 'waiting') flushSync(() => setSave({ state: 'waiting' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void push(), REST_MS);
    },
    [person, place, push, met],
  );
  useEffect(() => {
    drawn(latest());
    return watch(drawn);
  }, [drawn, latest, watch]);
  // Going elsewhere in the application saves what is still waiting.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (latest() !== server.current.base) void push();
    },
    [push, latest],
  );

  const soon = useCallback(() => {
    setSave({ state: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void push(), 50);
  }, [push]);
  const settle = useCallback(() => {
    const { current: clash } = met;
    if (!clash) return;
    const merged = puttingTogether(clash, latest());
    if (clash.met.by === 'colleague') server.current = { revision: clash.met.revision, base: clash.theirs };
    else {
      grounds.current = clash.met.version;
      setGoesOutFrom(clash.met.version);
    }
    end();
    together(({ selection }) => ({ definition: merged.definition, selection }));
    soon();
  }, [met, end, together, soon, latest]);
  const bringIn = useCallback(
    (clash: Clash) => {
      begin(clash);
      if (puttingTogether(clash, latest()).conflicts.length === 0) settle();
      else setSave({ state: 'conflict' });
    },
    [begin, settle, latest],
  );
  const rebase = useCallback(
    (version: number) => {
      // Of a copy of one's own nothing goes into use, so it goes out from nothing.
      if (apart) return;
      grounds.current = version;
      setGoesOutFrom(version);
      soon();
    },
    [soon, apart],
  );
  return {
    save,
    revision: server.current.revision,
    clashing,
    settle,
    bringIn,
    rebase,
    basedOn: goesOutFrom,
    flush: push,
  };
}
