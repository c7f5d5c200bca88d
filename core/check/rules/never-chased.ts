// Work without a ladder needs a date of its own, or it is forgotten (domain: every waiting element has term and ladder).
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const neverChased: Rule = {
  id: 'never-chased',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type !== 'userTask' && element.type !== 'agreement') continue;
      if (element.type === 'userTask' && element.optional) continue;
      const ladders = [element.ladder, element.type === 'agreement' ? element.confirmLadder : undefined];
      if (!ladders.includes('none')) continue;
      if (model.boundaries(element.id).some(({ triggers }) => triggers.timer !== undefined)) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Aan ${nl} wordt nooit herinnerd. Kies een ladder, of zet er een tijd aan vast.`,
        `Nobody is ever reminded of ${en}. Choose a ladder, or attach a time to it.`,
      );
    }
  },
};
