// What stands between braces in a text must be something that can be filled in, and nothing personal in a subject.
import { referredTo, tooPersonalForSubject, unknownPlaceholders } from '../../texts/placeholders.ts';
import { both } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { variablesSeen } from '../variables.ts';

export const textPlaceholder: Rule = {
  id: 'text-placeholder',
  severity: 'error',
  *find(model) {
    const set = variablesSeen(model);
    for (const { element, text, kind } of textsOf(model)) {
      if (kind === 'name') continue;
      const words = both(text);
      const all = `${words.nl}\n${words.en}`;
      for (const found of new Set(unknownPlaceholders(all)))
        yield mistake(
          element,
          `In een tekst staat ${found}, maar dat kan niet worden ingevuld.`,
          `A text holds ${found}, which cannot be filled in.`,
        );
      if (kind === 'subject')
        for (const found of new Set([...tooPersonalForSubject(words.nl), ...tooPersonalForSubject(words.en)]))
          yield mistake(
            element,
            `In een onderwerp staat ${found}. Een onderwerp is op een vergrendelde telefoon te lezen: zet het in de tekst.`,
            `A subject holds ${found}. A subject shows on a locked phone: put it in the text.`,
          );
      const { variables, elements } = referredTo(all);
      for (const name of variables.filter((one) => !set.has(one)))
        yield mistake(
          element,
          `Een tekst noemt ‘${name}’, maar niets geeft dat een waarde.`,
          `A text names ‘${name}’, but nothing gives it a value.`,
        );
      for (const id of elements.filter((one) => !model.elements.has(one.replace(/\.confirm$/, ''))))
        yield mistake(
          element,
          `Een tekst noemt wanneer ‘${id}’ klaar is, maar dat blok is er niet.`,
          `A text names when ‘${id}’ is due, but there is no such element.`,
        );
    }
  },
};
