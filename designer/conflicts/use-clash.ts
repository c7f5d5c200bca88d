/** The clash that is being settled, and what is chosen in it; each choice is kept on this device at once. */
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { Hand } from '../processes/merge.ts';
import type { Clash } from './clash.ts';
import { dropClash, keepClash, readClash } from './kept-clash.ts';

export interface Clashing {
  clash: Clash | undefined;
  /** The same, for who asks later than this drawing of the screen. */
  now: RefObject<Clash | undefined>;
  begin(clash: Clash): void;
  choose(keys: readonly string[], hand: Hand): void;
  end(): void;
}

export function useClash(person: string, id: string): Clashing {
  const [clash, setClash] = useState<Clash | undefined>(() => readClash(person, id));
  const now = useRef(clash);
  const put = useCallback(
    (next: Clash | undefined) => {
      now.current = next;
      if (next) keepClash(person, id, next);
      else dropClash(person, id);
      setClash(next);
    },
    [person, id],
  );
  const choose = useCallback(
    (keys: readonly string[], hand: Hand) => {
      const { current } = now;
      if (!current) return;
      put({
        ...current,
        chosen: { ...current.chosen, ...Object.fromEntries(keys.map((key) => [key, hand])) },
      });
    },
    [put],
  );
  const end = useCallback(() => put(undefined), [put]);
  return useMemo(() => ({ clash, now, begin: put, choose, end }), [clash, put, choose, end]);
}
