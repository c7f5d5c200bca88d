// A circle in which nothing waits and nothing counts would run for ever in one go.
import type { Element } from '../../../contract/index.ts';
import { cycles } from '../graph.ts';
import { type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const loopWithoutWait: Rule = {
  id: 'loop-without-wait',
  severity: 'error',
  *find(model) {
    for (const scope of model.scopes)
      for (const cycle of cycles(model, scope)) {
        const members = cycle.flatMap((id) => model.elements.get(id) ?? []);
        const [first] = members;
        if (!first || members.some((one) => waits(model, one) || counts(one))) continue;
        const { nl, en } = named(first);
        yield mistake(
          first.id,
          `Vanaf ${nl} gaat het rond zonder ooit te wachten. Zet er een taak of een wachten in, of een lus met een maximum.`,
          `From ${en} it goes round without ever waiting. Add a task or a wait, or a loop with a maximum.`,
        );
      }
  },
};

const counts = (element: Element) => element.type === 'exclusiveGateway' && element.loop !== undefined;

function waits(model: Model, element: Element): boolean {
  switch (element.type) {
    case 'userTask':
    case 'agreement':
    case 'eventBasedGateway':
    case 'receiveTask':
    case 'callActivity':
      return true;
    case 'intermediateCatchEvent':
      return element.triggers.link === undefined;
    case 'serviceTask':
      return element.job === 'capacity.queue';
    case 'subProcess':
      return model.children(element.id).some((child) => waits(model, child));
    default:
      return false;
  }
}
