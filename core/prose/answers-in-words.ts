// Answers as people read them: the question, and what was chosen or filled in.
import type { Definition, Language } from '../../contract/index.ts';
import { isLocalDate } from '../calendar/index.ts';
import type { Json, Variables } from '../state.ts';
import { writtenDate, writtenMoney, writtenNumber } from '../texts/written.ts';
import { type Asked, askedByName } from './condition.ts';

/** `How large is it: Large; What may it cost: € 500`. What no process asks stands by its name. */
export function answersInWords(
  definitions: readonly Definition[],
  answers: Variables,
  language: Language,
): string {
  const asked = definitions.map((one) => askedByName(one, language));
  return Object.entries(answers)
    .map(([name, value]) => {
      const one = asked.find((by) => by.has(name))?.get(name);
      return `${one?.label ?? name}: ${valueInWords(value, language, one)}`;
    })
    .join('; ');
}

/** A value as people read it; of a choice the words of the answer, of money euros. */
export function valueInWords(value: Json | undefined, language: Language, asked?: Asked): string {
  const nl = language === 'nl';
  if (value === undefined) return '?';
  if (value === null) return nl ? 'niets' : 'nothing';
  if (value === true) return nl ? 'ja' : 'yes';
  if (value === false) return nl ? 'nee' : 'no';
  if (typeof value === 'number')
    return asked?.field?.type === 'money' ? writtenMoney(language, value) : writtenNumber(language, value);
  if (typeof value === 'string') {
    const option = asked?.options?.find(({ id }) => id === value);
    return option?.label || (isLocalDate(value) ? writtenDate(language, value, value) : value);
  }
  if (Array.isArray(value))
    return value.length === 0
      ? nl
        ? 'een lege lijst'
        : 'an empty list'
      : value.map((one) => valueInWords(one, language, asked)).join(', ');
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${valueInWords(one, language)}`)
    .join('; ');
}
