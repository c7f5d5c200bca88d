/** The drawing that is being worked on: its history, and performing actions on it. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import {
  type ActionId,
  type ActionInput,
  begun,
  type Drawing,
  done,
  type History,
  nothingSelected,
  perform,
  redone,
  settled,
  undone,
} from '../actions/index.ts';

export interface Editor {
  drawing: Drawing;
  canUndo: boolean;
  canRedo: boolean;
  /** Performs an action; `gesture` joins what belongs to one gesture into one step. */
  run<Id extends ActionId>(id: Id, input: ActionInput<Id>, gesture?: string): Drawing;
  /** Several actions as one step. */
  together(change: (drawing: Drawing) => Drawing, gesture?: string): Drawing;
  /** What is typed next is a step of its own. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Begins anew with another definition: nothing to undo. */
  reset(definition: Definition): void;
  /** What was drawn last. The screen may still be coming to it. */
  latest(): Definition;
  /** Hears of each change before the screen shows it, so that nothing is lost when it never does. */
  watch(listener: (definition: Definition) => void): () => void;
}

export function useEditor(initial: Definition): Editor {
  const [history, setHistory] = useState<History>(() =>
    begun({ definition: initial, selection: nothingSelected }),
  );
  const now = useRef(history);
  const listeners = useRef(new Set<(definition: Definition) => void>());
  const put = useCallback((next: History) => {
    const before = now.current.present.definition;
    now.current = next;
    setHistory(next);
    const { definition } = next.present;
    if (definition !== before) for (const listener of listeners.current) listener(definition);
  }, []);
  const together = useCallback(
    (change: (drawing: Drawing) => Drawing, gesture?: string) => {
      const next = change(now.current.present);
      put(done(now.current, next, gesture));
      return next;
    },
    [put],
  );
  const run = useCallback(
    <Id extends ActionId>(id: Id, input: ActionInput<Id>, gesture?: string) =>
      together((drawing) => perform(drawing, id, input), gesture),
    [together],
  );
  const settle = useCallback(() => {
    if (now.current.gesture !== undefined) put(settled(now.current));
  }, [put]);
  const undo = useCallback(() => put(undone(now.current)), [put]);
  const redo = useCallback(() => put(redone(now.current)), [put]);
  const reset = useCallback(
    (definition: Definition) => put(begun({ definition, selection: nothingSelected })),
    [put],
  );
  const latest = useCallback(() => now.current.present.definition, []);
  const watch = useCallback((listener: (definition: Definition) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  return useMemo(
    () => ({
      drawing: history.present,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      run,
      together,
      settle,
      undo,
      redo,
      reset,
      latest,
      watch,
    }),
    [history, run, together, settle, undo, redo, reset, latest, watch],
  );
}
