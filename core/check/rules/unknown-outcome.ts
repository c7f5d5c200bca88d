// A flow for an outcome that its task does not have is never taken.
import type { Element } from '../../../contract/index.ts';
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
      const ids = [...outcomesOf(source).map(({ id }) => id), ...happeningsOf(source)];
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

/** A wait ends with what happened first; flows may tell these apart. */
function happeningsOf(element: Element): string[] {
  if (element.type === 'receiveTask') return ['message'];
  if (element.type !== 'intermediateCatchEvent') return [];
  const { timer, message, signal, condition } = element.triggers;
  return [
    ...(timer ? ['timer'] : []),
    ...(message || element.button ? ['message'] : []),
    ...(signal === undefined ? [] : ['signal']),
    ...(condition === undefined ? [] : ['condition']),
  ];
}
