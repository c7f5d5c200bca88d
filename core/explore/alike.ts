// What is active twice at once in the same part, because two paths came to it.
import { adHocOf, isEventSubProcess, type Model } from '../check/model.ts';
import type { Key, State } from '../state.ts';

const NOTHING: ReadonlySet<Key> = new Set();

interface Where {
  /** Meant to be there more than once, as are one of many and what undoes. */
  aside?: ReadonlySet<Key>;
  /** Number of the process that the model is of. */
  d?: number;
}

/** Ids of such elements. */
export function alike(model: Model, { elements }: State, { aside = NOTHING, d = 0 }: Where = {}): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const one of Object.values(elements)) {
    if (one.pass !== undefined || one.undoes !== undefined || one.whole !== undefined || aside.has(one.key))
      continue;
    const element = model.elements.get(one.element);
    const part = elements[one.scope]?.element;
    if (!element || one.d !== d || isEventSubProcess(element)) continue;
    if (part !== undefined && adHocOf(model.elements.get(part))) continue;
    const place = `${one.scope}/${one.element}`;
    if (seen.has(place)) twice.push(one.element);
    seen.add(place);
  }
  return twice;
}
