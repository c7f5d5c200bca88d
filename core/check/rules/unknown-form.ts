// A form that an element shows must exist.
import { closestWord } from '../../closest-word.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownForm: Rule = {
  id: 'unknown-form',
  severity: 'error',
  *find({ definition, forms }) {
    for (const element of definition.elements) {
      const shown = [
        'form' in element ? element.form : undefined,
        element.type === 'agreement' ? element.confirmForm : undefined,
        ...(element.type === 'agreement' ? (element.shows ?? []) : []),
      ];
      for (const form of shown) {
        if (form === undefined || forms.has(form)) continue;
        const { nl, en } = named(element);
        const meant = closestWord(form, forms.keys());
        yield mistake(
          element.id,
          `${nl} toont het formulier ‘${form}’, maar dat is er niet.${meant ? ` Bedoel je ‘${meant}’?` : ''}`,
          `${en} shows the form ‘${form}’, but there is none.${meant ? ` Did you mean ‘${meant}’?` : ''}`,
        );
      }
    }
  },
};
