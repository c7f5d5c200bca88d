/** Keys of requests handled lately, so that a repeated request happens once. */
import { KEYS } from './limits.ts';

export interface Handled<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  entries(): [string, V][];
}

export function handled<V>(carried: [string, V][]): Handled<V> {
  const known = new Map(carried);
  return {
    get: (key) => known.get(key),
    set(key, value) {
      known.set(key, value);
      if (known.size > KEYS) known.delete(known.keys().next().value as string);
    },
    entries: () => [...known],
  };
}
