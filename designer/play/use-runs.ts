/** Kept scenarios, run on the drawing as it is now: at once when they are there, and again when asked. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import { type Ran, running, type Seen, seenIn } from '../../core/trying/index.ts';
import { inSlices } from './in-slices.ts';
import type { Kept } from './scenarios-api.ts';

export interface Run extends Omit<Ran, 'facts'> {
  /** What it came to. */
  seen: Seen;
}

export interface Runs {
  busy: boolean;
  results: ReadonlyMap<string, Run>;
  run(): void;
}

const NONE: ReadonlyMap<string, Run> = new Map();

export function useRuns(
  definition: Definition,
  scenarios: readonly Kept[] | undefined,
  called: readonly Definition[],
): Runs {
  const [results, setResults] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const run = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const isWanted = () => mine === turn.current;
    const all = async () => {
      const found = new Map<string, Run>();
      for (const { id, scenario } of scenarios ?? []) {
        const ran = await inSlices(
          running(definition, scenario as Parameters<typeof running>[1], called),
          isWanted,
        );
        if (!ran) return;
        const { facts, ...how } = ran;
        found.set(id, { ...how, seen: seenIn(facts, definition) });
      }
      setResults(found);
      setBusy(false);
    };
    setBusy(true);
    void all();
  }, [definition, scenarios, called]);
  useEffect(() => {
    run();
    return () => {
      turn.current += 1;
    };
  }, [run]);
  return { busy, results, run };
}
