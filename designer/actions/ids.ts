/** New names: readable, and never one that is taken. */
import type { Definition } from '../../contract/index.ts';

/** `task`, then `task2`, `task3` … */
export function freshName(stem: string, taken: Iterable<string>): string {
  const all = taken instanceof Set ? taken : new Set(taken);
  if (!all.has(stem)) return stem;
  let n = 2;
  while (all.has(`${stem}${n}`)) n += 1;
  return `${stem}${n}`;
}

/** Element ids and aliases share one space of names: stories and links may use either. */
export function freshElementId(stem: string, { elements }: Definition): string {
  return freshName(stem, new Set(elements.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])])));
}

/** `from-to`, with a number where two flows join the same elements. */
export function freshFlowId(from: string, to: string, { flows, elements }: Definition): string {
  const taken = new Set([...flows, ...elements].map(({ id }) => id));
  const stem = `${from}-${to}`;
  if (!taken.has(stem)) return stem;
  let n = 2;
  while (taken.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** The id of a copy of a process: `T1`, then `T1-2`; without the dash a copy of T1 could be taken for T12. */
export function freshProcessId(stem: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  if (!all.has(stem)) return stem;
  let n = 2;
  while (all.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}
