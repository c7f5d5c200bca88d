// A path that stops without an END leaves open how it ended.
import { isEventSubProcess, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const deadEnd: Rule = {
  id: 'dead-end',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type === 'endEvent' || isEventSubProcess(element)) continue;
      if (model.outgoing(element.id).length > 0) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Na ${nl} houdt het op. Trek een lijn naar wat er daarna komt, of naar een einde.`,
        `It stops after ${en}. Draw a flow to what comes next, or to an end.`,
      );
    }
  },
};
