// A path that stops without an END leaves open how it ended.
import type { Element } from '../../../contract/index.ts';
import { nextOf, reach } from '../graph.ts';
import {
  adHocOf,
  isCompensationBoundary,
  isEventSubProcess,
  isForCompensation,
  isFromElsewhere,
  isInNothing,
  type Model,
  named,
  thrownLink,
} from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const deadEnd: Rule = {
  id: 'dead-end',
  severity: 'error',
  *find(model) {
    const undone = undoing(model);
    for (const element of model.elements.values()) {
      if (model.outgoing(element.id).length > 0 || undone.has(element.id)) continue;
      if (needsNothingAfter(model, element)) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Na ${nl} houdt het op. Trek een lijn naar wat er daarna komt, of naar een einde.`,
        `It stops after ${en}. Draw a flow to what comes next, or to an end.`,
        // The part around it is done all the same when nothing in it is active; BPMN lets a path end anywhere.
        element.parent !== undefined || isFromElsewhere(model) ? 'warning' : undefined,
      );
    }
  },
};

function needsNothingAfter(model: Model, element: Element): boolean {
  if (element.type === 'endEvent' || element.type === 'unsupported' || isInNothing(model, element))
    return true;
  // Where its link leads nowhere, the rule of links tells so.
  if (thrownLink(element) !== undefined) return true;
  if (isEventSubProcess(element) || isCompensationBoundary(element)) return true;
  const part = model.elements.get(element.parent ?? '');
  // A part is done when all in it is done (BPMN 2.0 §13.3.4); where some of its paths have an end, all should.
  return (
    part?.type === 'subProcess' &&
    (adHocOf(part) !== undefined || !model.children(part.id).some(({ type }) => type === 'endEvent'))
  );
}

/** Activities that undo others end by themselves, and so does what somebody drew behind them. */
function undoing(model: Model): Set<string> {
  const handlers = [...model.elements.values()].filter(isForCompensation).map(({ id }) => id);
  return reach(handlers, (id) => nextOf(model, id));
}
