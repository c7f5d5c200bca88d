// A condition on a name that nothing ever sets can never hold; it is nearly always a slip of the pen.
import type { Bilingual } from '../../calendar/index.ts';
import { closestWord } from '../../closest-word.ts';
import { parse } from '../../feel/index.ts';
import { KNOWN_NAMES } from '../../known-names.ts';
import { expressionsOf } from '../expressions.ts';
import { isFromElsewhere, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { bringersOfUnnamed, variablesSet } from '../variables.ts';

export const unknownVariable: Rule = {
  id: 'unknown-variable',
  severity: 'error',
  *find(model) {
    const set = new Set([...variablesSet(model), ...KNOWN_NAMES]);
    const [bringer] = bringersOfUnnamed(model);
    const by = bringer && named(bringer);
    const unnamed = { by, mayBe: by !== undefined || isFromElsewhere(model) };
    for (const { element, text, where, names, open } of expressionsOf(model)) {
      const parsed = parse(text);
      if (!parsed.ok || open) continue;
      for (const name of parsed.names) {
        if (set.has(name) || names.includes(name)) continue;
        yield unset(
          element,
          name,
          [...set, ...names],
          unnamed,
          `In ${where.nl} staat`,
          `In ${where.en} stands`,
        );
      }
    }
    for (const element of model.definition.elements) {
      if (element.type !== 'userTask') continue;
      const { nl, en } = named(element);
      for (const name of element.skipWhenSet ?? [])
        if (!set.has(name)) yield unset(element.id, name, set, unnamed, `${nl} let op`, `${en} looks at`);
    }
  },
};

/** Where something brings values without saying which, it may still come from there; tasks of other programs do that too. */
function unset(
  element: string,
  name: string,
  names: Iterable<string>,
  { by, mayBe }: { by: Bilingual | undefined; mayBe: boolean },
  nl: string,
  en: string,
): Mistake {
  const meant = closestWord(name, names);
  const help = meant
    ? { nl: `Bedoel je ‘${meant}’?`, en: `Did you mean ‘${meant}’?` }
    : by
      ? {
          nl: `Komt het van ${by.nl}? Zet het dan bij de variabelen.`,
          en: `Does it come from ${by.en}? Then add it to the variables.`,
        }
      : {
          nl: 'Zet het bij de variabelen of vraag het in een formulier.',
          en: 'Add it to the variables or ask it in a form.',
        };
  return mistake(
    element,
    `${nl} ‘${name}’, maar niets geeft dat een waarde. ${help.nl}`,
    `${en} ‘${name}’, but nothing gives it a value. ${help.en}`,
    mayBe ? 'warning' : undefined,
  );
}
