// The expression language of Java engines (`${a > 5 && b == 'x'}`), as far as it only looks at data: read into a tree.

export type Juel =
  | { is: 'literal'; value: string | number | boolean | null }
  | { is: 'name'; name: string }
  | { is: 'member'; of: Juel; name: string }
  | { is: 'index'; of: Juel; by: Juel }
  | { is: 'call'; of?: Juel; name: string; with: Juel[] }
  | { is: 'unary'; does: '-' | 'not' | 'empty'; on: Juel }
  | { is: 'binary'; does: Binary; left: Juel; right: Juel }
  | { is: 'choice'; when: Juel; yes: Juel; no: Juel };

export type Binary = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** What is not part of the language, or not of the part that is understood. */
export class NotUnderstood extends Error {
  readonly nl: string;
  readonly en: string;
  constructor(nl: string, en: string) {
    super(en);
    this.nl = nl;
    this.en = en;
  }
}

type Token =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'word' | 'sign'; value: string }
  | { kind: 'end'; value: '' };

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_$][\w$]*)|(&&|\|\||[<>=!]=|[-+*/%<>!?:.,()[\]]))/y;

const MOST = 200;

export function parseJuel(text: string): Juel {
  return new Parser(tokensOf(text)).whole();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) {
      const here = text.slice(at).trim().slice(0, 12);
      throw new NotUnderstood(`‘${here}’ wordt niet begrepen`, `'${here}' is not understood`);
    }
    const [, number, single, double, word, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else tokens.push({ kind: 'text', value: (single ?? double ?? '').replace(/\\(.)/gs, '$1') });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

/** Operators from the loosest to the tightest, with what each spelling means. */
const LEVELS: Record<string, Binary>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', eq: '=', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': '%', mod: '%' },
];

class Parser {
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  whole(): Juel {
    const read = this.#choice();
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return read;
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '' };
  }

  #unexpected(): NotUnderstood {
    const { kind, value } = this.#next;
    return kind === 'end'
      ? new NotUnderstood('er ontbreekt iets aan het einde', 'something is missing at the end')
      : new NotUnderstood(`‘${value}’ werd hier niet verwacht`, `'${value}' was not expected here`);
  }

  #takes(value: string): boolean {
    const { kind, value: found } = this.#next;
    if (found !== value || (kind !== 'sign' && kind !== 'word')) return false;
    this.#at += 1;
    return true;
  }

  #needs(value: string): void {
    if (!this.#takes(value)) throw this.#unexpected();
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MOST)
      throw new NotUnderstood('de uitdrukking zit te diep in elkaar', 'the expression is nested too deep');
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #choice(): Juel {
    return this.#deeper(() => {
      const when = this.#binary(0);
      if (!this.#takes('?')) return when;
      const yes = this.#choice();
      this.#needs(':');
      return { is: 'choice', when, yes, no: this.#choice() };
    });
  }

  #binary(level: number): Juel {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const { kind, value } = this.#next;
      const does =
        (kind === 'sign' || kind === 'word') && Object.hasOwn(operators, value)
          ? operators[value]
          : undefined;
      if (does === undefined) return left;
      this.#at += 1;
      left = { is: 'binary', does, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): Juel {
    return this.#deeper(() => {
      if (this.#takes('!') || this.#takes('not')) return { is: 'unary', does: 'not', on: this.#unary() };
      if (this.#takes('-')) return { is: 'unary', does: '-', on: this.#unary() };
      if (this.#takes('empty')) return { is: 'unary', does: 'empty', on: this.#unary() };
      return this.#path();
    });
  }

  #path(): Juel {
    let of = this.#primary();
    for (;;) {
      if (this.#takes('.')) {
        const name = this.#word();
        of = this.#takes('(') ? { is: 'call', of, name, with: this.#rest() } : { is: 'member', of, name };
      } else if (this.#takes('[')) {
        const by = this.#choice();
        this.#needs(']');
        of = { is: 'index', of, by };
      } else return of;
    }
  }

  #word(): string {
    const { kind, value } = this.#next;
    if (kind !== 'word') throw this.#unexpected();
    this.#at += 1;
    return value;
  }

  #primary(): Juel {
    const token = this.#next;
    if (token.kind === 'number' || token.kind === 'text') {
      this.#at += 1;
      return { is: 'literal', value: token.value };
    }
    if (this.#takes('(')) {
      const inner = this.#choice();
      this.#needs(')');
      return inner;
    }
    const word = this.#word();
    if (word === 'true' || word === 'false') return { is: 'literal', value: word === 'true' };
    if (word === 'null') return { is: 'literal', value: null };
    if (this.#takes('(')) return { is: 'call', name: word, with: this.#rest() };
    // A function of a library: `variables:get(x)`. A choice has a space or a whole expression before its colon.
    const [colon, name, bracket] = this.#tokens.slice(this.#at, this.#at + 3);
    if (colon?.value === ':' && name?.kind === 'word' && bracket?.value === '(' && bracket.kind === 'sign') {
      this.#at += 3;
      return { is: 'call', name: `${word}:${name.value}`, with: this.#rest() };
    }
    return { is: 'name', name: word };
  }

  #rest(): Juel[] {
    const given: Juel[] = [];
    if (this.#takes(')')) return given;
    do given.push(this.#choice());
    while (this.#takes(','));
    this.#needs(')');
    return given;
  }
}
