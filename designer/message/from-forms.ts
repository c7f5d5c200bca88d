/** Placeholders for what the forms of a process ask: a date, an amount of money or another value, each as it is written out. */
import type { Definition, FieldType, Language } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';

const HOW: Partial<Record<FieldType, 'date' | 'money' | 'value'>> = {
  date: 'date',
  money: 'money',
  text: 'value',
  longText: 'value',
  number: 'value',
  place: 'value',
  scale: 'value',
};

/** One for each answer that can be written out in running text, by the label of its question. */
export function placeholdersFromForms(
  { forms }: Definition,
  language: Language,
): { placeholder: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { key, type, label } of forms.flatMap(({ fields }) => fields)) {
    const how = HOW[type];
    const placeholder = `{${how}:${key}}`;
    if (how && !found.has(placeholder)) found.set(placeholder, said(label, language));
  }
  return [...found].map(([placeholder, label]) => ({ placeholder, label }));
}
