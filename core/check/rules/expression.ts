// Expressions must be readable FEEL.
import { parse } from '../../feel/index.ts';
import { expressionsOf } from '../expressions.ts';
import { mistake, type Rule } from '../rule.ts';

export const expression: Rule = {
  id: 'expression',
  severity: 'error',
  *find(model) {
    for (const { element, text, written, where } of expressionsOf(model)) {
      const parsed = parse(text);
      if (parsed.ok) continue;
      const at =
        written === undefined
          ? { nl: ` bij teken ${parsed.at + 1}`, en: ` at character ${parsed.at + 1}` }
          : { nl: '', en: '' };
      yield mistake(
        element,
        `In ${where.nl} ‘${written ?? text}’ klopt iets niet${at.nl}.`,
        `In ${where.en} ‘${written ?? text}’ something is wrong${at.en}: ${parsed.message}.`,
      );
    }
  },
};
