// A rung's text must be a standard text or one of the definition's own.
import { closestWord } from '../../closest-word.ts';
import { hasStandardText } from '../../texts/standard-texts.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownText: Rule = {
  id: 'unknown-text',
  severity: 'error',
  *find({ definition }) {
    const own = Object.keys(definition.texts);
    for (const { id, rungs } of definition.ladders)
      for (const rung of rungs)
        for (const act of rung.acts) {
          if (act.act !== 'notify') continue;
          const key = act.text.replace(/^def:/, '');
          if (act.text.startsWith('std:') ? hasStandardText(act.text) : own.includes(key)) continue;
          const meant = closestWord(key, own);
          yield mistake(
            'definition',
            `Ladder ‘${id}’ stuurt bij ${rung.id} de tekst ‘${act.text}’, maar die is er niet.${meant ? ` Bedoel je ‘${meant}’?` : ''}`,
            `Ladder ‘${id}’ sends the text ‘${act.text}’ at ${rung.id}, but there is none.${meant ? ` Did you mean ‘${meant}’?` : ''}`,
          );
        }
  },
};
