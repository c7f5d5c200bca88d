// An activity that is done again while a condition holds must be able to stop.
import { alwaysOrNever } from '../constant.ts';
import { isCarrying, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const standardLoop: Rule = {
  id: 'standard-loop',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (!isCarrying(element) || !element.again) continue;
      const { condition, before, max } = element.again;
      const { nl, en } = named(element);
      const holds = alwaysOrNever(condition);
      if (holds === true && max === undefined)
        yield mistake(
          element.id,
          `${nl} gaat altijd door: de voorwaarde geldt steeds en er is geen maximum.`,
          `${en} goes on for ever: its condition always holds and there is no maximum.`,
        );
      if (holds === false)
        yield mistake(
          element.id,
          before
            ? `${nl} gebeurt nooit: de voorwaarde om te beginnen geldt nooit.`
            : `${nl} gebeurt maar één keer: de voorwaarde om door te gaan geldt nooit.`,
          before
            ? `${en} is never done: its condition never holds.`
            : `${en} is done only once: its condition to go on never holds.`,
          'warning',
        );
    }
  },
};
