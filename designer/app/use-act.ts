/** Doing something on the server: sent once under one key, then everything it may have touched is read again. */
import { useCallback, useRef, useState } from 'react';
import type { Acted } from '../../contract/api/common.ts';
import { type Method, newKey, Refused, send } from './api.ts';
import { queryClient } from './queries.ts';
import { partHeader } from './rehearsal.ts';

/** What an act on an instance or an initiative can change. */
const TOUCHED = [
  'tasks',
  'task',
  'commitments',
  'raised',
  'initiative',
  'initiatives',
  'forecast',
  'instance',
  'instances',
  'messages',
  'worlds',
  'world',
];

export interface Acting {
  busy: boolean;
  error: unknown;
  /** True when it was done; false when `error` says why not. */
  run(path: string, body?: unknown, method?: Method): Promise<boolean>;
  clear(): void;
}

export function useAct(onAnswer?: (answer: Partial<Acted>) => void): Acting {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // The same intention keeps its key while no answer came, so that trying again never does it twice.
  const intention = useRef<{ about: string; key: string }>(undefined);

  const run = useCallback(
    async (path: string, body: unknown = {}, method: Method = 'POST') => {
      const about = `${method} ${path} ${JSON.stringify([body, partHeader()])}`;
      if (intention.current?.about !== about) intention.current = { about, key: newKey() };
      setBusy(true);
      setError(undefined);
      try {
        const answer = await send<Partial<Acted>>(path, body, { method, key: intention.current.key });
        intention.current = undefined;
        onAnswer?.(answer ?? {});
        await reread();
        return true;
      } catch (problem) {
        if (problem instanceof Refused) {
          intention.current = undefined;
          if (problem.problem.status === 404 || problem.problem.status === 409) void reread();
        }
        setError(problem);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [onAnswer],
  );
  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}

const reread = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(String(queryKey[0])) });
