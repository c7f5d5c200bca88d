// An answer is compared with something that nobody can answer: that never holds, and nothing says so.
import type { Field } from '../../../contract/index.ts';
import { closestWord } from '../../closest-word.ts';
import { VALUE } from '../../decisions/decide.ts';
import { type ComparedLiteral, comparedLiterals } from '../../feel/index.ts';
import { outcomeVariable } from '../../outcome-variable.ts';
import { expressionsOf } from '../expressions.ts';
import { type Model, outcomesOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { setBy } from '../variables.ts';

export const unlikeAnswer: Rule = {
  id: 'unlike-answer',
  severity: 'warning',
  *find(model) {
    const answers = answersOf(model);
    for (const { element, text, written, about, names, where } of expressionsOf(model)) {
      const isOfForm = element.startsWith('form:');
      for (const compared of comparedLiterals(text)) {
        // A test of a table is about the value of its question.
        const name = compared.name === VALUE ? about : compared.name;
        const answer = answers.get(name ?? '');
        // What is only seen inside an activity hides what was answered under the same name.
        if (!answer || (!isOfForm && names.includes(name ?? ''))) continue;
        const wrong = unlike(answer, compared);
        if (!wrong) continue;
        const said = written ?? text;
        yield mistake(
          element,
          `In ${where.nl} ‘${said}’ past ${shown(compared.value)} niet bij ‘${name}’: ${wrong.nl}.`,
          `In ${where.en} ‘${said}’ ${shown(compared.value)} does not fit ‘${name}’: ${wrong.en}.`,
        );
      }
    }
  },
};

interface Answer {
  type: Field['type'];
  /** What one chooses from. */
  ids: string[];
}

/** By name, of what only people answer; what is asked in several ways, or set by a step, is left out. */
function answersOf(model: Model): ReadonlyMap<string, Answer> {
  const { definition } = model;
  const found = new Map<string, Answer>();
  const mixed = new Set(Object.keys(definition.variables));
  for (const { key, type, options = [] } of definition.forms.flatMap(({ fields }) => fields)) {
    const before = found.get(key);
    if (before && before.type !== type) mixed.add(key);
    found.set(key, { type, ids: [...(before?.ids ?? []), ...options.map(({ id }) => id)] });
  }
  for (const element of definition.elements) {
    const own = outcomeVariable(element.id);
    for (const name of setBy(model, element)) if (name !== own) mixed.add(name);
    if ('inputMapping' in element) for (const { variable } of element.inputMapping ?? []) mixed.add(variable);
    const ids = element.type === 'userTask' ? outcomesOf(element).map(({ id }) => id) : [];
    if (ids.length > 0) found.set(own, { type: 'choice', ids });
  }
  for (const name of mixed) found.delete(name);
  return found;
}

const shown = (value: ComparedLiteral['value']): string =>
  typeof value === 'string' ? `"${value}"` : String(value);

/** Why it can never be answered; undefined where it can. */
function unlike(
  { type, ids }: Answer,
  { value, asked }: ComparedLiteral,
): { nl: string; en: string } | undefined {
  switch (type) {
    case 'choice':
    case 'choices': {
      if (type === 'choices' && asked !== 'contains')
        return {
          nl: `daar zijn meer antwoorden mogelijk. Schrijf list contains(…, ${shown(value)})`,
          en: `several answers are possible there. Write list contains(…, ${shown(value)})`,
        };
      if (asked === 'order' || ids.length === 0 || ids.some((id) => id === value)) return undefined;
      const meant = closestWord(String(value), ids);
      return {
        nl: `dat antwoord is er niet. ${meant ? `Bedoel je "${meant}"` : `Wel: ${ids.join(', ')}`}`,
        en: `there is no such answer. ${meant ? `Did you mean "${meant}"` : `There is ${ids.join(', ')}`}`,
      };
    }
    case 'yesNo':
      return typeof value === 'boolean'
        ? undefined
        : {
            nl: 'het antwoord is ja of nee. Schrijf true of false',
            en: 'the answer is yes or no. Write true or false',
          };
    case 'number':
    case 'money':
    case 'scale':
      return typeof value === 'number'
        ? undefined
        : {
            nl: 'het antwoord is een getal. Schrijf het zonder aanhalingstekens',
            en: 'the answer is a number. Write it without quotes',
          };
    case 'text':
    case 'longText':
    case 'date':
    case 'dateTime':
      return typeof value === 'string'
        ? undefined
        : {
            nl: 'het antwoord is een tekst. Zet het tussen aanhalingstekens',
            en: 'the answer is a text. Put it between quotes',
          };
    default:
      return undefined;
  }
}
