/** What an element can be found by: its names, texts, outcomes, variables and the questions of its form, in both languages. */
import type { Definition, Element } from '../../contract/index.ts';

export function wordsOfElement(definition: Definition, element: Element): string {
  const asks = [
    'form' in element ? element.form : undefined,
    element.type === 'agreement' ? element.confirmForm : undefined,
  ];
  const forms = definition.forms.filter(({ id }) => asks.includes(id));
  const flows = definition.flows.filter(({ from }) => from === element.id);
  return [element, forms, flows].map(textOf).join(' ');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join(' ');
}
