// A decision table should have an answer for every case, or say what comes out where no row fits.

import { OTHER_TEXT } from '../candidates.ts';
import { casesOf, inWords, uncovered } from '../decision-cases.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const decisionGap: Rule = {
  id: 'decision-gap',
  severity: 'warning',
  *find(model) {
    for (const decision of model.definition.decisions ?? []) {
      if (GATHERING.has(decision.hitPolicy) || decision.rules.length === 0) continue;
      if (decision.outputs.every((output) => output.default !== undefined)) continue;
      const cases = casesOf(model, decision);
      const values = cases && uncovered(cases, [...decision.rules.keys()]);
      if (!cases || !values) continue;
      const { nl, en } = named(decision);
      // A text nobody wrote down, or half a number, may well never come.
      const odd = values.some(
        (one) => one === OTHER_TEXT || (typeof one === 'number' && !Number.isInteger(one)),
      );
      yield mistake(
        `decision:${decision.id}`,
        `Voor ${inWords(cases, values)} past geen rij van ${nl}, en dan komt er niets uit. Voeg een rij toe, of een antwoord voor ‘anders’.`,
        `No row of ${en} fits when ${inWords(cases, values)}, and then nothing comes out. Add a row, or an answer for all other cases.`,
        odd ? 'hint' : undefined,
      );
    }
  },
};

/** These give a list, and an empty one is an answer. */
const GATHERING = new Set(['collect', 'ruleOrder', 'outputOrder']);
