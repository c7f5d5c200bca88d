// An element no path leads to is never done.
import { reachable } from '../graph.ts';
import { isForCompensation, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unreachable: Rule = {
  id: 'unreachable',
  severity: 'error',
  *find(model) {
    if (!model.children('').some(({ type }) => type === 'startEvent')) return;
    const reached = reachable(model);
    for (const element of model.elements.values()) {
      if (reached.has(element.id) || element.type === 'boundaryEvent' || element.type === 'unsupported')
        continue;
      // What undoes something and is named by nothing has a rule of its own.
      if (isForCompensation(element)) continue;
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
