/** SVG as text: elements with attributes, words that break into lines. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (words: string): string =>
  words.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** Signs that XML cannot hold. */
const plain = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
  words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** An element; what is inside is SVG already. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(plain(String(value)))}"`)
    .join('');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`;
}

/** Words, safe inside an element. */
export const words = (text: string): string => escaped(plain(text));

/** About how wide words are: letters of our type are a little over half as wide as they are high. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.53;

/** Words in lines of a width; what does not fit in so many lines ends with an ellipsis. */
export function lines(text: string, width: number, size: number, most: number): string[] {
  const all: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size) <= width) line = longer;
    else {
      all.push(line);
      line = word;
    }
  }
  if (line !== '') all.push(line);
  const trimmed = (one: string, cut: boolean): string => {
    const room = Math.max(2, Math.floor(width / (size * 0.53)));
    return cut || one.length > room ? `${one.slice(0, room - 1).trimEnd()}…` : one;
  };
  return all.slice(0, most).map((one, i) => trimmed(one, i === most - 1 && all.length > most));
}
