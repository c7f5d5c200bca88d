/** A tagged template for HTML in which every interpolated value is escaped, unless it is HTML made here. */

/** HTML that is safe to put into a page as it is; only `html` makes it. */
export class Html {
  constructor(readonly source: string) {}
  toString(): string {
    return this.source;
  }
}

type Value = string | number | Html | undefined | false | Value[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.source;
  if (Array.isArray(value)) return value.map(written).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** `html\`<p>${text}</p>\``: text is escaped, nested `html` is not, `undefined` and `false` are nothing. Quote attributes. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((source, string, i) => source + written(values[i - 1]) + string));
}

/** An address for `href`; anything but http and https is a defect of whoever made the link. */
export function webAddress(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error('Expected a link that starts with https:// or http://');
  return url;
}
