// What is active twice at once in the same part, because two paths came to it.
import { adHocOf, isEventSubProcess, type Model } from '../check/model.ts';
import type { Key, State } from '../state.ts';

const NOTHING: ReadonlySet<Key> = new Set();

/** Ids of such elements. One of many, what undoes, and what is `aside` are meant to be there more than once. */
export function alike(model: Model, { elements }: State, aside = NOTHING): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const one of Object.values(elements)) {
    if (one.pass !== undefined || one.undoes !== undefined || one.whole !== undefined || aside.has(one.key))
      continue;
    const element = model.elements.get(one.element);
    const part = elements[one.scope]?.element;
    if (!element || one.d !== 0 || isEventSubProcess(element)) continue;
    if (part !== undefined && adHocOf(model.elements.get(part))) continue;
    const place = `${one.scope}/${one.element}`;
    if (seen.has(place)) twice.push(one.element);
    seen.add(place);
  }
  return twice;
}
