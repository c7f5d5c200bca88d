/** Finds where a text stops being JSON, with line and column: what the platform's parser tells differs from version to version. */

export interface JsonErrorPlace {
  line: number;
  column: number;
  /** What would have been JSON there. */
  expected: string;
}

class Misplaced extends Error {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

const BLANK = /[ \t\n\r]*/y;
// Written with a character class of what may stand there, so that control characters may not.
const STRING = /"(?:[ !\u0023-\u005b\u005d-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** The first place that does not fit; for text that is JSON after all, its end. */
export function jsonErrorPlace(text: string): JsonErrorPlace {
  let at = text.length;
  let expected = 'JSON';
  try {
    const end = blank(text, value(text, blank(text, 0)));
    if (end < text.length) throw new Misplaced(end, 'the end');
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    ({ at, expected } = error);
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected };
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const blank = (text: string, at: number): number => match(BLANK, text, at) ?? at;

function value(text: string, at: number): number {
  if (text[at] === '{') return members(text, at, '}', member);
  if (text[at] === '[') return members(text, at, ']', value);
  const end = match(STRING, text, at) ?? match(WORD, text, at);
  if (end === undefined) throw new Misplaced(at, text[at] === '"' ? 'text that ends with "' : 'a value');
  return end;
}

function member(text: string, at: number): number {
  const name = match(STRING, text, at);
  if (name === undefined) throw new Misplaced(at, 'a name in double quotes');
  const colon = blank(text, name);
  if (text[colon] !== ':') throw new Misplaced(colon, '":"');
  return value(text, blank(text, colon + 1));
}

function members(text: string, open: number, close: string, one: typeof value): number {
  let at = blank(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = blank(text, one(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Misplaced(at, `"," or "${close}"`);
    at = blank(text, at + 1);
  }
}
