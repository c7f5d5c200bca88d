// Characters XML does not know: control characters, halves of pairs, and the two at the end (XML 1.0 §2.2).

const NONE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]',
    '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
    '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  ].join('|'),
);
const ALL = new RegExp(NONE.source, 'g');

/** Where the first of them stands; -1 when there is none. */
export const strangeCharacterIn = (text: string): number => NONE.exec(text)?.index ?? -1;

export const withoutStrangeCharacters = (text: string): string =>
  strangeCharacterIn(text) < 0 ? text : text.replace(ALL, '');

/** In JSON they can be written all the same. */
export const jsonForXml = (value: unknown): string =>
  JSON.stringify(value).replace(ALL, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
