// A flow for an outcome that its task does not have is never taken.
import { closestWord } from '../../closest-word.ts';
import { named, outcomesOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownOutcome: Rule = {
  id: 'unknown-outcome',
  severity: 'error',
  *find(model) {
    for (const flow of model.definition.flows) {
      const source = model.elements.get(flow.from);
      // What a called process ends with is only known there.
      if (flow.outcome === undefined || !source || source.type === 'callActivity') continue;
      const ids = outcomesOf(source).map(({ id }) => id);
      if (ids.includes(flow.outcome)) continue;
      const { nl, en } = named(source);
      const meant = closestWord(flow.outcome, ids);
      yield mistake(
        flow.id,
        `${nl} heeft geen keuze ‘${flow.outcome}’. ${meant ? `Bedoel je ‘${meant}’?` : `Wel: ${ids.join(', ') || 'geen'}.`}`,
        `${en} has no outcome ‘${flow.outcome}’. ${meant ? `Did you mean ‘${meant}’?` : `It has ${ids.join(', ') || 'none'}.`}`,
      );
    }
  },
};
