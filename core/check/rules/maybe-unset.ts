// An expression that reads a variable which may have no value there: on some way nobody filled it in.
import type { Bilingual } from '../../calendar/index.ts';
import { readsOf } from '../../feel/index.ts';
import { countsFrom } from '../../term-kind.ts';
import {
  type Certainty,
  isReached,
  variablesAfter,
  variablesAt,
  variablesAtEnd,
  wayWithout,
} from '../data-flow.ts';
import { type Expression, expressionsOf, termsOf } from '../expressions.ts';
import { type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { variablesSet } from '../variables.ts';

export const maybeUnset: Rule = {
  id: 'maybe-unset',
  severity: 'warning',
  *find(model) {
    // What nothing ever sets has a rule of its own.
    const set = variablesSet(model);
    for (const expression of expressionsOf(model)) {
      const { at, text, names, open, must } = expression;
      if (!at || open || !isReached(model, at.element)) continue;
      const known = seenBy(model, expression);
      const { paths, mayBeEmpty, handedOn } = readsOf(text);
      for (const name of new Set(paths.flatMap(([first]) => first ?? []))) {
        if (!set.has(name) || names.includes(name) || mayBeEmpty.has(name)) continue;
        // Handed on as it is, nothing is worked out from it.
        if (handedOn.has(name) && !must) continue;
        const certainty = known.get(name);
        if (certainty !== 'surely') yield unset(model, expression, name, certainty, at.element);
      }
    }
    for (const { element, term, when } of termsOf(model)) {
      const from = countsFrom(term);
      if (typeof from !== 'object' || !('variable' in from) || !isReached(model, element)) continue;
      if (!set.has(from.variable)) continue;
      const known = when === 'begin' ? variablesAt(model, element) : variablesAtEnd(model, element);
      const certainty = known.get(from.variable);
      const where = { nl: 'de termijn', en: 'the term' };
      if (certainty !== 'surely') yield unset(model, { element, where }, from.variable, certainty, element);
    }
  },
};

/** A flow looks at what its source left behind. */
function seenBy(model: Model, { element, at }: Expression): Map<string, Certainty> {
  if (!at) return new Map();
  if (at.when === 'begin') return variablesAt(model, at.element);
  return element === at.element ? variablesAtEnd(model, at.element) : variablesAfter(model, at.element);
}

function unset(
  model: Model,
  { element, where, condition }: { element: string; where: Bilingual; condition?: true },
  name: string,
  certainty: Certainty | undefined,
  at: string,
): Mistake {
  if (certainty === undefined)
    return mistake(
      element,
      `In ${where.nl} staat ‘${name}’, maar dat krijgt pas later een waarde.`,
      `In ${where.en} stands ‘${name}’, which only gets a value later.`,
    );
  const way = inWords(model, wayWithout(model, at, name));
  return mistake(
    element,
    `In ${where.nl} staat ‘${name}’, maar dat kan hier leeg zijn${way ? `, bijvoorbeeld langs ${way.nl}` : ''}.`,
    `In ${where.en} stands ‘${name}’, which may be empty here${way ? `, for instance by way of ${way.en}` : ''}.`,
    // Of nothing a condition simply does not hold.
    condition ? 'hint' : undefined,
  );
}

/** Most stops of a way that are named. */
const MOST_STOPS = 5;

/** A way as people read it: what is done on it, the last stops of a long one. */
function inWords(model: Model, way: string[]): Bilingual | undefined {
  const stops = way
    .slice(0, -1)
    .flatMap((id) => model.elements.get(id) ?? [])
    .filter(({ type }) => !type.endsWith('Gateway'))
    .map(named);
  if (stops.length === 0) return undefined;
  const last = stops.slice(-MOST_STOPS);
  const more = stops.length > last.length ? '… → ' : '';
  return {
    nl: more + last.map(({ nl }) => nl).join(' → '),
    en: more + last.map(({ en }) => en).join(' → '),
  };
}
