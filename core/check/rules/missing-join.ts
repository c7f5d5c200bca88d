// Paths side by side that meet without a join: what follows is done once for each of them.
import { explore } from '../explore.ts';
import { adHocOf, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const missingJoin: Rule = {
  id: 'missing-join',
  severity: 'warning',
  *find(model) {
    // In an ad-hoc part anything may happen again: that is what it is for.
    for (const scope of model.scopes.filter((one) => !adHocOf(model.elements.get(one))))
      for (const { element } of explore(model, scope, { chosenByPeople: true }).twice) {
        const { nl, en } = named(model.elements.get(element) ?? { id: element });
        yield mistake(
          element,
          `Bij ${nl} komen paden samen die naast elkaar lopen. Zonder ‘Samenkomen’ gebeurt wat volgt meer dan één keer.`,
          `Paths that run side by side meet at ${en}. Without a join, what follows happens more than once.`,
        );
      }
  },
};
