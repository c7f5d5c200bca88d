// Where two values differ, property by property: lists of named things by their names, words and terms as wholes.
import { canonicalJson } from '../content-hash.ts';

/** One property that is another. Without `from` it came, without `to` it went. */
export interface Part {
  /** Property by property; of a list of named things (`outcomes`, `fields`, `rungs`) the name of one: `['outcomes', 'yes', 'label']`. */
  path: readonly string[];
  from?: unknown;
  to?: unknown;
  /** The same things of a list in another order: `from` and `to` are their names. */
  order?: true;
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words in two languages, and terms, change as a whole: half of one says nothing. */
const isWhole = (value: Plain): boolean =>
  ('nl' in value && 'en' in value) || 'amount' in value || 'duration' in value || 'moment' in value;

/** Names of the things in a list, where each has one of its own. */
function namesIn(list: readonly unknown[]): string[] | undefined {
  const names = list.flatMap((one) => nameOf(one) ?? []);
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

function nameOf(one: unknown): string | undefined {
  if (!isPlain(one)) return undefined;
  const name = one.id ?? one.key;
  return typeof name === 'string' ? name : undefined;
}

/** In the order of the properties' names, so that the same two values give the same list. Nothing where they are equal. */
export function partsOf(before: unknown, after: unknown, path: readonly string[] = []): Part[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [a, b] = [namesIn(before), namesIn(after)];
    if (a && b && a.length + b.length > 0) return ofNamed([a, before], [b, after], path);
  }
  if (isPlain(before) && isPlain(after)) {
    const isNamed = nameOf(before) !== undefined && nameOf(before) === nameOf(after);
    if (isNamed || !(isWhole(before) || isWhole(after))) {
      const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
      return keys.flatMap((key) => partsOf(before[key], after[key], [...path, key]));
    }
  }
  return [
    {
      path,
      ...(before === undefined ? {} : { from: before }),
      ...(after === undefined ? {} : { to: after }),
    },
  ];
}

function ofNamed(
  [were, before]: [string[], readonly unknown[]],
  [are, after]: [string[], readonly unknown[]],
  path: readonly string[],
): Part[] {
  const [a, b] = [
    new Map(were.map((name, i) => [name, before[i]])),
    new Map(are.map((name, i) => [name, after[i]])),
  ];
  const parts = [...new Set([...are, ...were])].flatMap((name) =>
    partsOf(a.get(name), b.get(name), [...path, name]),
  );
  const from = were.filter((name) => b.has(name));
  const to = are.filter((name) => a.has(name));
  return same(from, to) ? parts : [...parts, { path, from, to, order: true }];
}
