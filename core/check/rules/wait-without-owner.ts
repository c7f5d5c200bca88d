// A wait that no date ends and nobody minds may last for ever (domain: every waiting element has an owner and a term).
import type { Element } from '../../../contract/index.ts';
import { isFromElsewhere, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const waitWithoutOwner: Rule = {
  id: 'wait-without-owner',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type !== 'intermediateCatchEvent' || isMinded(model, element)) continue;
      if (element.triggers.timer || followsRace(model, element)) continue;
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

const isMinded = (model: Model, element: Element & { type: 'intermediateCatchEvent' }) =>
  (element.roles ?? []).length > 0 ||
  Object.keys(element.triggers).length === 0 ||
  element.triggers.link !== undefined ||
  model.boundaries(element.id).some(({ triggers }) => triggers.timer !== undefined);

/** After a race between events, another of them may have the date. */
function followsRace(model: Model, element: Element): boolean {
  return model.incoming(element.id).some(({ from }) => {
    if (model.elements.get(from)?.type !== 'eventBasedGateway') return false;
    return model.outgoing(from).some(({ to }) => {
      const rival = model.elements.get(to);
      return rival?.type === 'intermediateCatchEvent' && rival.triggers.timer !== undefined;
    });
  });
}
