// After the first contact nobody is sent away with nothing: an end of ours comes after an offer or a reason (domain: duty to support).
import type { Element } from '../../../contract/index.ts';
import { nextInStory, reach } from '../graph.ts';
import { isTheirTurn, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const dutyToSupport: Rule = {
  id: 'duty-to-support',
  severity: 'warning',
  *find(model) {
    const contacts = [...model.elements.values()].filter(
      (element) => element.type === 'userTask' && element.firstContact,
    );
    const emptyHanded = reach(
      contacts.map(({ id }) => id),
      (id) => nextInStory(model, id),
      (id) => !isOffer(model, model.elements.get(id)),
    );
    for (const id of emptyHanded) {
      const end = model.elements.get(id);
      if (end?.type !== 'endEvent' || end.parent !== undefined) continue;
      const { nl, en } = named(end);
      yield mistake(
        id,
        `Bij ${nl} kan iemand na het eerste contact eindigen zonder aanbod, gesprek of uitleg. Bied iets aan of stuur een bericht met de reden.`,
        `At ${en} somebody may end after the first contact without an offer, a conversation or a reason. Offer something, or send a message with the reason.`,
      );
    }
  },
};

/** A conversation, an agreement, another process, a message, or a turn of the initiator themselves. */
function isOffer(model: Model, element: Element | undefined): boolean {
  switch (element?.type) {
    case 'agreement':
    case 'callActivity':
    case 'sendTask':
      return true;
    case 'userTask':
      return element.meeting !== undefined || isTheirTurn(model, element);
    default:
      return false;
  }
}
