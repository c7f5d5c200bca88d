// A copy of a map whose keys count on: in a long process what is still open has high numbers, and few of them.

/** Up to here a plain copy is quicker. */
export const FEW_KEYS = 200;

/** The last key that counts as a number. */
const FAR = 2 ** 32 - 2;

/**
 * Keys that are numbers V8 keeps as a list, with room for all that are lower, and goes through the room whenever it goes through
 * the map: a process of a thousand steps would cost three times as much per step as a short one. A key far away, at once taken
 * out again, makes it keep a table.
 */
export function sparseCopy(map: object): object {
  const copy: Record<string, unknown> = {};
  copy[FAR] = undefined;
  delete copy[FAR];
  for (const key in map) copy[key] = (map as Record<string, unknown>)[key];
  return copy;
}
