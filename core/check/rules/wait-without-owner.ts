// A wait that no date ends and nobody minds may last for ever (domain: every waiting element has an owner and a term).
import type { Element, ElementOf, Triggers } from '../../../contract/index.ts';
import { isFromElsewhere, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const waitWithoutOwner: Rule = {
  id: 'wait-without-owner',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (!isWait(element) || isMinded(model, element) || followsRace(model, element)) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `${nl} kan eindeloos wachten: er is geen datum en niemand die erop let. Geef het een uiterste datum of een rol.`,
        `${en} may wait for ever: there is no date and nobody who minds it. Give it a latest date or a role.`,
        isFromElsewhere(model) ? 'warning' : undefined,
      );
    }
  },
};

type Wait = ElementOf<'intermediateCatchEvent' | 'receiveTask'>;

const isWait = (element: Element): element is Wait =>
  element.type === 'receiveTask' ||
  (element.type === 'intermediateCatchEvent' && element.triggers.link === undefined);

const waitsFor = (element: Wait): Triggers =>
  element.type === 'receiveTask' ? { message: element.message ?? { name: '' } } : element.triggers;

/** What waits for nothing that can come there has a rule of its own (nothing-to-wait-for). */
const canCome = ({ message, condition, signal }: Triggers): boolean =>
  message !== undefined || condition !== undefined || signal !== undefined;

const isMinded = (model: Model, element: Wait): boolean =>
  waitsFor(element).timer !== undefined ||
  !canCome(waitsFor(element)) ||
  ('roles' in element && (element.roles ?? []).length > 0) ||
  model.boundaries(element.id).some(({ triggers }) => triggers.timer !== undefined);

/** After a race between events, another of them may have the date. */
function followsRace(model: Model, element: Element): boolean {
  return model.incoming(element.id).some(({ from }) => {
    if (model.elements.get(from)?.type !== 'eventBasedGateway') return false;
    return model.outgoing(from).some(({ to }) => {
      const rival = model.elements.get(to);
      return rival !== undefined && isWait(rival) && waitsFor(rival).timer !== undefined;
    });
  });
}
