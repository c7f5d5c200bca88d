// Expressions must be readable FEEL.
import { parse } from '../../feel/index.ts';
import { expressionsOf } from '../expressions.ts';
import { mistake, type Rule } from '../rule.ts';

export const expression: Rule = {
  id: 'expression',
  severity: 'error',
  *find({ definition }) {
    for (const { element, text, where } of expressionsOf(definition)) {
      const parsed = parse(text);
      if (parsed.ok) continue;
      const at = parsed.at + 1;
      yield mistake(
        element,
        `In ${where.nl} ‘${text}’ klopt iets niet bij teken ${at}.`,
        `In ${where.en} ‘${text}’ something is wrong at character ${at}: ${parsed.message}.`,
      );
    }
  },
};
