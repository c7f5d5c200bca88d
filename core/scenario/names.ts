/** Which elements a name may mean: by id, alias or label, exactly or else ignoring case. */
import type { Rung } from '../../contract/index.ts';
import type { Compiled, CompiledElement } from '../engine/compiled.ts';
import { labelsOf, sameCase } from './cast.ts';

/** A task made at run time is called after what it is about: `c2.INIT.+15` by a rung, `n4.help`, `n4.call`. */
export interface RunTimeName {
  /** The item it is about, as it was written. */
  owner: string;
  suffix: string;
  /** The rung that makes it. */
  rung?: Rung;
}

/** All spellings of an element: its id first. */
export function spellings(element: CompiledElement): string[] {
  return [element.id, ...(element.aliases ?? []), ...labelsOf(element.name)];
}

/**
 * Elements a name may mean, one whose id it is first. Several can bear one alias or label: the context chooses, such as
 * the one that is open. Ignoring case counts only where nothing is spelt exactly so.
 */
export function elementsNamed(processes: Compiled[], text: string): CompiledElement[] {
  const all = processes.flatMap(({ elements }) => [...elements.values()]);
  const exact = all.filter((element) => spellings(element).includes(text));
  const found = exact.length
    ? exact
    : all.filter((element) => spellings(element).some((s) => sameCase(s, text)));
  return [...found].sort((a, b) => Number(b.id === text) - Number(a.id === text));
}

/** Every id, alias and label, for near misses. */
export function elementNames(processes: Compiled[]): string[] {
  return processes.flatMap(({ elements }) => [...elements.values()].flatMap(spellings));
}

/** Takes the name of a run-time task apart; undefined when no process has that ladder with that rung. */
export function runTimeName(processes: Compiled[], text: string): RunTimeName | undefined {
  const asked = /^(.+)\.(help|call)$/.exec(text);
  if (asked) return { owner: asked[1] as string, suffix: `.${asked[2]}` };
  const parts = /^(.+)\.([^.]+)\.([^.]+)$/.exec(text);
  if (!parts) return undefined;
  const [, owner = '', ladder = '', id = ''] = parts;
  for (const { ladders } of processes) {
    const known = [...ladders.values()].find((one) => sameCase(one.id, ladder));
    const rung = known?.rungs.find((one) => one.id === id);
    if (known && rung) return { owner, suffix: `.${known.id}.${id}`, rung };
  }
  return undefined;
}
