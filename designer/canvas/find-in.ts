/** Searching a drawing: names, texts, outcomes, variables and form fields, in both languages. */
import type { Definition } from '../../contract/index.ts';

/** Ids of elements in which every word occurs, in the order in which they stand. */
export function findIn(definition: Definition, typed: string): string[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const forms = new Map(definition.forms.map((form) => [form.id, textOf(form)]));
  return definition.elements
    .filter((element) => {
      const asks = [
        'form' in element ? element.form : undefined,
        element.type === 'agreement' ? element.confirmForm : undefined,
      ];
      const flows = definition.flows.filter(({ from }) => from === element.id);
      const text = [textOf(element), ...asks.map((id) => (id ? (forms.get(id) ?? '') : '')), textOf(flows)]
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ id }) => id);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join(' ');
}
