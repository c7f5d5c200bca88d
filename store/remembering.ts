/** A small memory of values that cost a query: the least recently kept leave first, and each only for a while. */

export interface Remembering<T> {
  get(key: string): T | undefined;
  /** Gives the value back. */
  keep(key: string, value: T): T;
  forget(key: string): void;
}

export function remembering<T>(limits: { size: number; ms?: number }): Remembering<T> {
  const { size, ms = Number.POSITIVE_INFINITY } = limits;
  const values = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const kept = values.get(key);
      if (kept && kept.until > performance.now()) return kept.value;
      values.delete(key);
      return undefined;
    },
    keep(key, value) {
      values.delete(key);
      values.set(key, { value, until: performance.now() + ms });
      if (values.size > size) values.delete(values.keys().next().value as string);
      return value;
    },
    forget: (key) => void values.delete(key),
  };
}
