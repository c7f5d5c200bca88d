/** HTML as a template: every value is escaped, unless it is HTML already. */

/** Text that is HTML; only `html` makes it, so that nothing people wrote can become one. */
export class Html {
  constructor(readonly text: string) {}
}

export type Value = Html | string | number | undefined | null | false | readonly Value[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);

/** Values stand between tags or within double quotes; nothing, false and empty lists leave no trace. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    parts.reduce((all, part, i) => all + part + (i < values.length ? shown(values[i]) : ''), ''),
  );
}

function shown(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}

/** An attribute without a value, when it holds. */
export const flag = (name: 'checked' | 'selected' | 'required' | 'open' | 'multiple', holds: boolean): Html =>
  new Html(holds ? ` ${name}` : '');
