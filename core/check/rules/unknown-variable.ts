// A condition on a name that nothing ever sets can never hold; it is nearly always a slip of the pen.
import { closestWord } from '../../closest-word.ts';
import { parse } from '../../feel/index.ts';
import { KNOWN_NAMES } from '../../known-names.ts';
import { expressionsOf } from '../expressions.ts';
import { isFromElsewhere, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { variablesSet } from '../variables.ts';

export const unknownVariable: Rule = {
  id: 'unknown-variable',
  severity: 'error',
  *find(model) {
    const set = new Set([...variablesSet(model), ...KNOWN_NAMES]);
    for (const { element, text, where, names } of expressionsOf(model.definition)) {
      const parsed = parse(text);
      if (!parsed.ok) continue;
      for (const name of parsed.names) {
        if (set.has(name) || names.includes(name)) continue;
        yield {
          ...unset(element, name, [...set, ...names], `In ${where.nl} staat`, `In ${where.en} stands`),
          // Tasks of other programs give values that the drawing does not name.
          ...(isFromElsewhere(model) ? { severity: 'warning' as const } : {}),
        };
      }
    }
    for (const element of model.definition.elements) {
      if (element.type !== 'userTask') continue;
      const { nl, en } = named(element);
      for (const name of element.skipWhenSet ?? [])
        if (!set.has(name)) yield unset(element.id, name, set, `${nl} let op`, `${en} looks at`);
    }
  },
};

function unset(element: string, name: string, known: Iterable<string>, nl: string, en: string) {
  const meant = closestWord(name, known);
  return mistake(
    element,
    `${nl} ‘${name}’, maar niets geeft dat een waarde. ${meant ? `Bedoel je ‘${meant}’?` : 'Zet het bij de variabelen of vraag het in een formulier.'}`,
    `${en} ‘${name}’, but nothing gives it a value. ${meant ? `Did you mean ‘${meant}’?` : 'Add it to the variables or ask it in a form.'}`,
  );
}
