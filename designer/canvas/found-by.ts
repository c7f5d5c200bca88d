/** Which of a list what somebody types speaks of, the likeliest first. */

export interface Findable {
  id: string;
  label: string;
  hint?: string;
  /** Further words it is found by. */
  words?: string;
}

/**
 * All in which each word stands somewhere. What is called exactly so comes first, then what begins so, then what has all of it
 * in its name; within these, and where nothing is typed, in the order of the list.
 */
export function foundBy<T extends Findable>(typed: string, all: readonly T[]): T[] {
  const sought = typed.trim().toLowerCase();
  const words = sought.split(/\s+/).filter(Boolean);
  const likeliness = (one: T) => {
    const label = one.label.toLowerCase();
    if (label === sought || one.id.toLowerCase() === sought) return 0;
    if (label.startsWith(sought)) return 1;
    return words.every((word) => label.includes(word)) ? 2 : 3;
  };
  return all
    .filter(({ label, hint = '', words: more = '' }) => {
      const text = `${label} ${hint} ${more}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => likeliness(a) - likeliness(b));
}
