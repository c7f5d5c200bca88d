// Whether two JSON values say the same; a property that is undefined is as good as absent.

export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => isDeepEqual(one, b[i]));
  const [left, right] = [present(a), present(b)];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isDeepEqual(value, right.get(key)))
  );
}

const present = (of: object): Map<string, unknown> =>
  new Map(Object.entries(of).filter(([, value]) => value !== undefined));
