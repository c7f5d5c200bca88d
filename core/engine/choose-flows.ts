// Which flows leave an element, once it is known which conditions hold; the designer asks it the same about sample values.
import type { Flow } from '../../contract/index.ts';
import type { Answer } from './expressions.ts';

interface Leaving {
  /** An exclusive gateway leaves by the first that holds. */
  exclusive: boolean;
  /** A loop that has gone round often enough leaves by its default flow. */
  full: boolean;
  outcome?: string | undefined;
}

export type Chosen = { ok: true; flows: Flow[] } | { ok: false; flow: Flow; message: string };

/**
 * BPMN 2.0 §13.3.1, §13.4.3: of an exclusive gateway the first that holds; of anything else all that hold. The default flow only
 * if none with a condition did.
 */
export function chooseFrom(
  flows: readonly Flow[],
  { exclusive, full, outcome }: Leaving,
  holds: (condition: string) => Answer<boolean>,
): Chosen {
  if (!exclusive && flows.every((f) => f.outcome === undefined && f.condition === undefined && !f.default))
    return { ok: true, flows: [...flows] };
  const taken: Flow[] = [];
  let fallback: Flow | undefined;
  for (const flow of flows) {
    if (flow.default) {
      fallback = flow;
      continue;
    }
    if (full || (exclusive && taken.length > 0)) continue;
    if (flow.outcome !== undefined && flow.outcome !== outcome) continue;
    if (flow.condition !== undefined) {
      const r = holds(flow.condition);
      if (!r.ok) return { ok: false, flow, message: r.message };
      if (!r.value) continue;
    }
    taken.push(flow);
  }
  const conditional = taken.some((f) => f.condition !== undefined || f.outcome !== undefined);
  if (!conditional && fallback) taken.push(fallback);
  return { ok: true, flows: taken };
}
