/** What was expected and what was there instead. */
export interface Mismatch {
  expected: string;
  got: string;
}

/** Names in a row, or `nothing`. */
export function listed(items: string[]): string {
  return items.join(', ') || 'nothing';
}

/** A value as it would stand in the file. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether plain values are equal; the order of keys does not matter. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && equal(value, (b as Record<string, unknown>)[key]))
  );
}

/** "at least one", or "exactly 3": how a count is said. */
export function times(count: number | undefined): string {
  return count === undefined ? 'at least one' : `exactly ${count}`;
}

export function holds(found: number, count: number | undefined): boolean {
  return count === undefined ? found > 0 : found === count;
}

/** The named parts of an expectation, as it stands in the file. */
export function parts(given: Record<string, unknown>): string {
  return Object.entries(given)
    .filter(([key, value]) => key !== 'line' && value !== undefined)
    .map(([key, value]) => `${key} ${part(value)}`)
    .join(', ');
}

function part(value: unknown): string {
  if (Array.isArray(value)) return value.map(part).join(' and ');
  if (typeof value !== 'object' || value === null) return shown(value);
  if ('from' in value && 'to' in value) return `${part(value.from)} and ${part(value.to)}`;
  if ('text' in value) return String(value.text);
  return 'time' in value ? String(value.time) : shown(value);
}
