// A path that stops without an END leaves open how it ended.
import type { Element } from '../../../contract/index.ts';
import { nextOf, reach } from '../graph.ts';
import {
  isEventSubProcess,
  isForCompensation,
  isFromElsewhere,
  isInAnyOrder,
  type Model,
  named,
} from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const deadEnd: Rule = {
  id: 'dead-end',
  severity: 'error',
  *find(model) {
    const undone = undoing(model);
    for (const element of model.elements.values()) {
      if (
        element.type === 'endEvent' ||
        isEventSubProcess(element) ||
        mayEnd(model, element) ||
        undone.has(element.id)
      )
        continue;
      if (nextOf(model, element.id).some((next) => model.elements.get(next)?.type !== 'boundaryEvent'))
        continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Na ${nl} houdt het op. Trek een lijn naar wat er daarna komt, of naar een einde.`,
        `It stops after ${en}. Draw a flow to what comes next, or to an end.`,
        // BPMN lets a path end anywhere.
        isFromElsewhere(model) ? 'warning' : undefined,
      );
    }
  },
};

/** What undoes something ends by itself, as does what may be done in any order; what is not carried out is told of elsewhere. */
const mayEnd = (model: Model, element: Element): boolean =>
  isInAnyOrder(model, element) ||
  element.type === 'unsupported' ||
  (element.type === 'boundaryEvent' && element.triggers.compensation === true);

/** Activities that undo others, and what follows them. */
function undoing(model: Model): Set<string> {
  const handlers = [...model.elements.values()].filter(isForCompensation).map(({ id }) => id);
  return reach(handlers, (id) => nextOf(model, id));
}
