// Keeps what was worked out before for the same text, since parsing costs a thousand times what running does.

const MOST = 2_000;

/** The same function, answered from memory the second time; the oldest answers go when there are too many. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    if (known.size >= MOST) known.delete(known.keys().next().value ?? text);
    known.set(text, made);
    return made;
  };
}
