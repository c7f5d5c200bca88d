// A pilot ends in a decision by people, never by the clock alone (P27, P61).
import { nextInStory, reach } from '../graph.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

/** Questions by which a pilot plan is known. */
const PILOT_QUESTIONS = ['goodEnough', 'smallestStart'];

export const pilotDecision: Rule = {
  id: 'pilot-decision',
  severity: 'error',
  *find(model) {
    const plans = new Set(
      model.definition.forms
        .filter(({ fields }) => fields.some(({ key }) => PILOT_QUESTIONS.includes(key)))
        .map(({ id }) => id),
    );
    for (const element of model.elements.values()) {
      if (!('form' in element) || element.form === undefined || !plans.has(element.form)) continue;
      const after = reach(nextInStory(model, element.id), (id) => nextInStory(model, id));
      const decides = [...after].some((id) => {
        const later = model.elements.get(id);
        return later?.type === 'userTask' && (later.outcomes ?? []).length >= 2 && later.block === 'choose';
      });
      if (decides) continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Bij ${nl} begint een proefperiode, maar daarna kiest niemand hoe het verder gaat. Zet er een Keuze achter.`,
        `A pilot begins at ${en}, but nobody decides afterwards how to go on. Add a choice.`,
      );
    }
  },
};
