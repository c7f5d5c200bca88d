/** Who is mentioned in a text: `@Sam de Vries`, by the names of colleagues. */

export interface Colleague {
  id: string;
  name: string;
}

/** The longest name counts: `@Sam de Vries` is not Sam. */
export function mentioned(text: string, colleagues: readonly Colleague[]): Colleague[] {
  const longest = colleagues.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const rest = text.slice(at + 1).toLowerCase();
    const one = longest.find(
      ({ name }) => rest.startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (one) found.add(one.id);
  }
  return colleagues.filter(({ id }) => found.has(id));
}

/** What is being typed after an @ that names nobody yet; undefined when none is. */
export function typing(text: string, caret: number): { from: number; typed: string } | undefined {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, from))) return undefined;
  const typed = before.slice(from + 1);
  return typed.length <= 30 && !/[\n@]/.test(typed) ? { from, typed } : undefined;
}

/** Colleagues of whose name a part begins like that; none once one is named in full. */
export function fitting(typed: string, colleagues: readonly Colleague[]): Colleague[] {
  const wanted = typed.trim().toLowerCase();
  if (colleagues.some(({ name }) => wanted.startsWith(name.toLowerCase()))) return [];
  return colleagues.filter(({ name }) =>
    [name, ...name.split(' ')].some((part) => part.toLowerCase().startsWith(wanted)),
  );
}
