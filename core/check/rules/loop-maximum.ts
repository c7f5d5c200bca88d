// A loop has a maximum: after that a person looks at it (domain: "loop has a maximum").
import type { Element } from '../../../contract/index.ts';
import { alwaysOrNever } from '../constant.ts';
import { isCarrying, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const loopMaximum: Rule = {
  id: 'loop-maximum',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      // A condition that decides nothing has a rule of its own (standard-loop).
      const again = isCarrying(element) ? element.again : undefined;
      if (again && again.max === undefined && alwaysOrNever(again.condition) === undefined)
        yield mayGoOn(element);
      if (element.block !== 'loop' && !(element.type === 'exclusiveGateway' && element.loop)) continue;
      const { nl, en } = named(element);
      if (element.type !== 'exclusiveGateway' || !element.loop)
        yield mistake(
          element.id,
          `De lus ${nl} heeft geen maximum. Zeg hoe vaak het hoogstens rond mag.`,
          `The loop ${en} has no maximum. Say how often it may go round at most.`,
        );
      else if (!model.outgoing(element.id).some((flow) => flow.default))
        yield mistake(
          element.id,
          `De lus ${nl} heeft geen lijn voor als het maximum bereikt is. Kies één lijn voor ‘anders’.`,
          `The loop ${en} has no flow for when the maximum is reached. Choose one flow as the default.`,
        );
    }
  },
};

function mayGoOn(element: Element): Mistake {
  const { nl, en } = named(element);
  return mistake(
    element.id,
    `${nl} kan steeds opnieuw komen. Zeg hoe vaak het hoogstens mag.`,
    `${en} may be done again and again. Say how often at most.`,
    'warning',
  );
}
