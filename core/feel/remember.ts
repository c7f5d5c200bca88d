// Keeps what was worked out before for the same text, since parsing costs a thousand times what running does.

const MOST = 2_000;

/** The same function, answered from memory the second time; what was not asked for among the last thousands of others goes. */
export function remembered<T>(work: (text: string) => T, most = MOST): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = older.get(text) ?? work(text);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
}
