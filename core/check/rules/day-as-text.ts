// A day that people gave is kept as text: compared with today as it is, the answer is always the same.
import type { Definition } from '../../../contract/index.ts';
import { VALUE } from '../../decisions/decide.ts';
import { daysAsText, type Kept } from '../../feel/index.ts';
import { expressionsOf } from '../expressions.ts';
import { mistake, type Rule } from '../rule.ts';

export const dayAsText: Rule = {
  id: 'day-as-text',
  severity: 'error',
  *find(model) {
    const kept = daysKept(model.definition);
    for (const { element, text, written, about = '', where } of expressionsOf(model)) {
      // A test of a table is about the value of its question.
      const asked = (said: string) => said.replaceAll(VALUE, about);
      for (const { name, instead } of daysAsText(text, (one) => kept.get(asked(one))))
        yield mistake(
          element,
          `In ${where.nl} ‘${written ?? text}’ wordt ‘${asked(name)}’ als tekst met een dag vergeleken: dat klopt altijd of nooit. Schrijf ${asked(instead)}${written === undefined ? '' : ' als vraag'}.`,
          `In ${where.en} ‘${written ?? text}’ the text of ‘${asked(name)}’ is compared with a day: that always holds or never does. Write ${asked(instead)}${written === undefined ? '' : ' as the question'}.`,
        );
    }
  },
};

/** Of what forms ask and steps keep; a name that is something else on another form is left out. */
function daysKept({ forms, elements }: Definition): ReadonlyMap<string, Kept> {
  const kinds = new Map<string, Kept | 'other'>();
  const put = (name: string, kind: Kept | 'other') =>
    kinds.set(name, (kinds.get(name) ?? kind) === kind ? kind : 'other');
  for (const { key, type } of forms.flatMap(({ fields }) => fields))
    put(key, type === 'date' || type === 'dateTime' ? type : 'other');
  for (const one of elements.flatMap(({ set }) => set ?? []))
    put(one.variable, 'value' in one ? 'other' : 'date');
  return new Map([...kinds].flatMap(([name, kind]) => (kind === 'other' ? [] : [[name, kind]])));
}
