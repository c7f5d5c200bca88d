// A term counts from something that exists: an element, or a variable that somewhere gets a date.
import { closestWord } from '../../closest-word.ts';
import { countsFrom } from '../../term-kind.ts';
import { termsOf } from '../expressions.ts';
import { type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { variablesSeen } from '../variables.ts';

export const termAnchor: Rule = {
  id: 'term-anchor',
  severity: 'error',
  *find(model) {
    const set = variablesSeen(model);
    const ids = elementNames(model);
    for (const { element, term } of termsOf(model)) {
      const from = countsFrom(term);
      if (typeof from !== 'object') continue;
      const owner = model.elements.get(element);
      const { nl, en } = owner ? named(owner) : { nl: 'een ladder', en: 'a ladder' };
      const [name, known, what] =
        'element' in from
          ? [from.element, ids, { nl: 'het blok', en: 'the element' }]
          : [from.variable, set, { nl: 'de datum', en: 'the date' }];
      if (known.has(name)) continue;
      const meant = closestWord(name, known);
      yield mistake(
        element,
        `De termijn van ${nl} telt vanaf ${what.nl} ‘${name}’, maar die is er niet.${meant ? ` Bedoel je ‘${meant}’?` : ''}`,
        `The term of ${en} counts from ${what.en} ‘${name}’, but there is none.${meant ? ` Did you mean ‘${meant}’?` : ''}`,
      );
    }
    for (const { id, rungs } of model.definition.ladders)
      for (const { from } of rungs)
        if (from && !set.has(from.variable))
          yield mistake(
            'definition',
            `Ladder ‘${id}’ telt vanaf ‘${from.variable}’, maar niets geeft dat een datum.`,
            `Ladder ‘${id}’ counts from ‘${from.variable}’, but nothing gives it a date.`,
          );
  },
};

/** An agreement has two waits: `n9` and `n9.confirm`. */
function elementNames({ elements }: Model): Set<string> {
  const confirms = [...elements.values()]
    .filter(({ type }) => type === 'agreement')
    .map(({ id }) => `${id}.confirm`);
  return new Set([...elements.keys(), ...confirms]);
}
