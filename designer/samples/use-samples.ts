/** The sample values of a process on screen: made up, until somebody gives their own; kept while the page is open. */
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Definition, Language } from '../../contract/index.ts';
import type { Now } from '../../core/feel/index.ts';
import type { Json, Variables } from '../../core/state.ts';
import { nowHere, sampleValues } from './sample-values.ts';

const given = new Map<string, Variables>();
const listeners = new Set<() => void>();
const NONE: Variables = {};

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface Samples {
  values: Variables;
  /** What somebody gave themselves. */
  own: Variables;
  now: Now;
  /** undefined: back to what is made up. */
  set(name: string, value: Json | undefined): void;
}

export function useSamples(definition: Definition, language: Language): Samples {
  const { id } = definition;
  const own = useSyncExternalStore(listen, () => given.get(id) ?? NONE);
  const [now] = useState(nowHere);
  const madeUp = useMemo(() => sampleValues(definition, language, now), [definition, language, now]);
  const set = useCallback(
    (name: string, value: Json | undefined) => {
      const { [name]: _, ...rest } = given.get(id) ?? NONE;
      given.set(id, value === undefined ? rest : { ...rest, [name]: value });
      for (const listener of listeners) listener();
    },
    [id],
  );
  const values = useMemo(() => ({ ...madeUp, ...own }), [madeUp, own]);
  return useMemo(() => ({ values, own, now, set }), [values, own, now, set]);
}
