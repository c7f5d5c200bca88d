// An element no path leads to is never done.

import type { Element } from '../../../contract/index.ts';
import { reachable } from '../graph.ts';
import {
  adHocOf,
  caughtLink,
  hasTrigger,
  isForCompensation,
  isInNothing,
  type Model,
  named,
} from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unreachable: Rule = {
  id: 'unreachable',
  severity: 'error',
  *find(model) {
    if (!model.children('').some(({ type }) => type === 'startEvent')) return;
    const reached = reachable(model);
    for (const element of model.elements.values()) {
      if (reached.has(element.id) || hasItsOwnRule(model, element)) continue;
      if (element.parent !== undefined && !reached.has(element.parent)) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Geen enkele weg komt bij ${nl}. Trek er een lijn naartoe of haal het weg.`,
        `No path leads to ${en}. Draw a flow to it or remove it.`,
      );
    }
  },
};

/** Borders, what undoes something, links, starts where there is none, and what is in nothing: rules of their own tell of these. */
function hasItsOwnRule(model: Model, element: Element): boolean {
  if (element.type === 'boundaryEvent' || element.type === 'unsupported') return true;
  if (isForCompensation(element) || caughtLink(element) !== undefined || isInNothing(model, element))
    return true;
  const part = model.elements.get(element.parent ?? '');
  const isEdge = element.type === 'startEvent' || element.type === 'endEvent';
  return (
    (isEdge && adHocOf(part) !== undefined) ||
    (element.type === 'startEvent' && part !== undefined && hasTrigger(element))
  );
}
