/** Whether somebody sees drawings in lanes: kept in their browser, for the drawing is the same to everybody. */
import { useCallback, useSyncExternalStore } from 'react';

const keyOf = (person: string): string => `speelruimte.lanes.${person}`;
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, it holds until the page is left. */
const unkept = new Map<string, boolean>();

function read(person: string): boolean {
  try {
    return (localStorage.getItem(keyOf(person)) ?? String(unkept.get(person) ?? false)) === 'true';
  } catch {
    return unkept.get(person) ?? false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface LanesSwitch {
  on: boolean;
  set(on: boolean): void;
}

export function useLanesSwitch(person: string): LanesSwitch {
  const on = useSyncExternalStore(subscribe, () => read(person));
  const set = useCallback(
    (next: boolean) => {
      unkept.set(person, next);
      try {
        localStorage.setItem(keyOf(person), String(next));
      } catch {
        // A full or forbidden store costs remembering, nothing else.
      }
      for (const listener of listeners) listener();
    },
    [person],
  );
  return { on, set };
}
