// Reads XML 1.0 with namespaces, strictly, and without anything that a document type could do: what does not fit ends the reading.
import { strangeCharacterIn } from './characters.ts';
import { limits } from './limits.ts';
import type { XmlAttribute, XmlElement } from './node.ts';

type Words = { nl: string; en: string };

/** Where reading ended, and what was expected there. */
export interface XmlProblem {
  /** Which kind of problem, as findings name it. */
  rule: 'xml' | 'limit' | 'doctype';
  line: number;
  message: Words;
}

export type ReadXml =
  | { ok: true; root: XmlElement; lineAt(position: number): number }
  | { ok: false; problem: XmlProblem };

class Malformed extends Error {
  readonly rule: XmlProblem['rule'];
  readonly at: number;
  readonly words: Words;
  constructor(at: number, nl: string, en: string, rule: XmlProblem['rule'] = 'xml') {
    super(en);
    this.at = at;
    this.words = { nl, en };
    this.rule = rule;
  }
}

export function readXml(text: string): ReadXml {
  if (text.length > limits.size) {
    const most = limits.size.toLocaleString('en');
    return refused(
      text,
      new Malformed(
        0,
        `Verwacht ten hoogste ${most} tekens, maar het bestand heeft er meer`,
        `Expected at most ${most} characters, but the file has more`,
        'limit',
      ),
    );
  }
  try {
    const root = new Reader(text).document();
    return { ok: true, root, lineAt: linesOf(text) };
  } catch (error) {
    if (error instanceof Malformed) return refused(text, error);
    throw error;
  }
}

function refused(text: string, { rule, at, words }: Malformed): ReadXml {
  return { ok: false, problem: { rule, line: linesOf(text)(at), message: words } };
}

/** Line of a position; the ends of lines are looked up once. */
function linesOf(text: string): (position: number) => number {
  let ends: number[] | undefined;
  return (position) => {
    if (!ends) {
      ends = [];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
    }
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.\-·]*/uy;
const SPACE = /[ \t\r\n]+/y;

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One element that is open, with the namespaces that hold inside it. */
interface Open {
  element: XmlElement;
  name: string;
  scope: Scope;
}
/** Linked, not copied: a file that declares much at every level costs no more than its length. */
interface Scope {
  own: Map<string, string>;
  around?: Scope;
}

function uriOf(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.around) {
    const uri = at.own.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): XmlElement {
    const strange = strangeCharacterIn(this.#text);
    if (strange >= 0)
      throw this.#wrong(
        'Verwacht tekst, maar hier staat een teken dat in XML niet mag',
        'Expected text, but here is a character that XML does not allow',
        strange,
      );
    if (this.#text.startsWith('\uFEFF')) this.#at = 1;
    if (this.#text.startsWith('<?xml', this.#at)) this.#instruction();
    this.#misc();
    if (this.#at >= this.#text.length)
      throw this.#wrong(
        'Verwacht een element, maar het bestand is leeg',
        'Expected an element, but the file is empty',
      );
    const root = this.#tree();
    this.#misc();
    if (this.#at < this.#text.length)
      throw this.#wrong(
        `Verwacht niets na </${root.prefix ? `${root.prefix}:` : ''}${root.local}>, maar er staat nog ‘${this.#next()}’`,
        `Expected nothing after </${root.prefix ? `${root.prefix}:` : ''}${root.local}>, but there is '${this.#next()}'`,
      );
    return root;
  }

  /** Space, comments and instructions around the root. */
  #misc(): void {
    for (;;) {
      this.#space();
      if (this.#text.startsWith('<!--', this.#at)) this.#comment();
      else if (this.#text.startsWith('<?', this.#at)) this.#instruction();
      else if (/^<!doctype/i.test(this.#text.slice(this.#at, this.#at + 9)))
        throw new Malformed(
          this.#at,
          'Een DOCTYPE met eigen entiteiten wordt niet gelezen; haal die regel weg',
          'A DOCTYPE, which could define entities, is not read; remove that line',
          'doctype',
        );
      else return;
    }
  }

  /** The root with all that is in it, without recursion. */
  #tree(): XmlElement {
    const stack: Open[] = [];
    const outermost: Scope = { own: new Map([['xml', XML]]) };
    for (;;) {
      const parent = stack.at(-1);
      if (this.#text.charCodeAt(this.#at) !== 60) {
        if (!parent)
          throw this.#wrong(
            `Verwacht ‘<’, maar er staat ‘${this.#next()}’`,
            `Expected '<', but there is '${this.#next()}'`,
          );
        parent.element.children.push(this.#characters(parent));
        continue;
      }
      const second = this.#text.charCodeAt(this.#at + 1);
      if (second === 47) {
        if (!parent)
          throw this.#wrong(
            'Verwacht een element, maar hier sluit er een',
            'Expected an element, but one is closed here',
          );
        this.#close(parent);
        stack.pop();
        if (stack.length === 0) return parent.element;
      } else if (second === 33 && parent) this.#special(parent);
      else if (second === 63) this.#instruction();
      else {
        const { open, isEmpty } = this.#open(parent?.scope ?? outermost);
        parent?.element.children.push(open.element);
        if (!isEmpty) stack.push(open);
        else if (!parent) return open.element;
        if (stack.length > limits.depth)
          throw new Malformed(
            open.element.at,
            `Verwacht ten hoogste ${limits.depth} elementen in elkaar, maar het zijn er meer`,
            `Expected elements at most ${limits.depth} deep, but they go deeper`,
            'limit',
          );
      }
    }
  }

  #open(around: Scope): { open: Open; isEmpty: boolean } {
    const at = this.#at;
    this.#elements += 1;
    if (this.#elements > limits.elements)
      throw new Malformed(
        at,
        `Verwacht ten hoogste ${limits.elements} elementen, maar het zijn er meer`,
        `Expected at most ${limits.elements} elements, but there are more`,
        'limit',
      );
    this.#at += 1;
    const name = this.#name('de naam van een element', 'the name of an element');
    const found: { name: string; value: string; at: number }[] = [];
    for (;;) {
      const spaced = this.#space();
      const code = this.#text.charCodeAt(this.#at);
      if (code === 62 || (code === 47 && this.#text.charCodeAt(this.#at + 1) === 62)) break;
      if (Number.isNaN(code))
        throw this.#wrong(
          `Verwacht ‘>’ achter <${name}, maar het bestand houdt op`,
          `Expected '>' after <${name}, but the file ends`,
        );
      if (!spaced)
        throw this.#wrong(
          `Verwacht een spatie of ‘>’ in <${name}>, maar er staat ‘${this.#next()}’`,
          `Expected a space or '>' in <${name}>, but there is '${this.#next()}'`,
        );
      found.push(this.#attribute(name));
      if (found.length > limits.attributes)
        throw new Malformed(
          at,
          `Verwacht ten hoogste ${limits.attributes} kenmerken aan <${name}>, maar het zijn er meer`,
          `Expected at most ${limits.attributes} attributes on <${name}>, but there are more`,
          'limit',
        );
    }
    const isEmpty = this.#text.charCodeAt(this.#at) === 47;
    this.#at += isEmpty ? 2 : 1;
    return { open: this.#resolved(name, found, around, at), isEmpty };
  }

  #attribute(owner: string): { name: string; value: string; at: number } {
    const at = this.#at;
    const name = this.#name(`een kenmerk of ‘>’ in <${owner}>`, `an attribute or '>' in <${owner}>`);
    this.#space();
    if (this.#text[this.#at] !== '=')
      throw this.#wrong(
        `Verwacht ‘=’ na ${name}, maar er staat ‘${this.#next()}’`,
        `Expected '=' after ${name}, but there is '${this.#next()}'`,
      );
    this.#at += 1;
    this.#space();
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'")
      throw this.#wrong(
        `Verwacht een waarde tussen aanhalingstekens na ${name}=, maar er staat ‘${this.#next()}’`,
        `Expected a value between quotes after ${name}=, but there is '${this.#next()}'`,
      );
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0)
      throw this.#wrong(
        `De waarde van ${name} houdt nergens op: verwacht ${quote}`,
        `The value of ${name} never ends: expected ${quote}`,
      );
    if (end - this.#at > limits.value)
      throw new Malformed(
        at,
        `Verwacht een waarde van ten hoogste ${limits.value} tekens voor ${name}, maar die is langer`,
        `Expected a value of at most ${limits.value} characters for ${name}, but it is longer`,
        'limit',
      );
    const raw = this.#text.slice(this.#at + 1, end);
    if (raw.includes('<'))
      throw this.#wrong(
        `In de waarde van ${name} mag geen ‘<’ staan; verwacht &lt;`,
        `The value of ${name} may not hold '<'; expected &lt;`,
        this.#at + 1 + raw.indexOf('<'),
      );
    const value = this.#unescaped(raw.replace(/\r\n|[\t\r\n]/g, ' '), this.#at + 1);
    this.#at = end + 1;
    return { name, value, at };
  }

  /** Names with their namespaces: the declarations of the element itself hold for it too. */
  #resolved(
    name: string,
    found: { name: string; value: string; at: number }[],
    around: Scope,
    at: number,
  ): Open {
    let scope = around;
    let declares: Map<string, string> | undefined;
    for (const { name: declared, value, at: where } of found) {
      if (declared !== 'xmlns' && !declared.startsWith('xmlns:')) continue;
      declares ??= new Map();
      const prefix = declared.slice(6);
      if (declares.has(prefix)) throw this.#twice(declared, where);
      if (prefix !== '' && value === '')
        throw this.#wrong(
          `Verwacht een naamruimte voor ${declared}, maar die is leeg`,
          `Expected a namespace for ${declared}, but it is empty`,
          where,
        );
      declares.set(prefix, value);
    }
    if (declares) scope = { own: declares, around };
    const own = this.#split(name, at, scope, true);
    const attributes: XmlAttribute[] = [];
    for (const one of found) {
      if (one.name === 'xmlns' || one.name.startsWith('xmlns:')) continue;
      const { uri, prefix, local } = this.#split(one.name, one.at, scope, false);
      for (const other of attributes)
        if (other.local === local && other.uri === uri) throw this.#twice(one.name, one.at);
      attributes.push({ uri, prefix, local, value: one.value });
    }
    const { uri, prefix, local } = own;
    const element: XmlElement = { uri, prefix, local, attributes, children: [], at, declares };
    return { element, name, scope };
  }

  #split(
    name: string,
    at: number,
    scope: Scope,
    isElement: boolean,
  ): { uri: string; prefix: string; local: string } {
    const colon = name.indexOf(':');
    if (colon < 0) return { uri: isElement ? (uriOf(scope, '') ?? '') : '', prefix: '', local: name };
    const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
    if (prefix === '' || local === '' || local.includes(':'))
      throw this.#wrong(
        `Verwacht een naam zoals voor:naam, maar er staat ‘${name}’`,
        `Expected a name such as prefix:name, but there is '${name}'`,
        at,
      );
    const uri = prefix === 'xmlns' ? XMLNS : uriOf(scope, prefix);
    if (uri === undefined)
      throw this.#wrong(
        `De naamruimte van ‘${prefix}:’ is nergens genoemd: verwacht xmlns:${prefix}="…"`,
        `The namespace of '${prefix}:' is declared nowhere: expected xmlns:${prefix}="…"`,
        at,
      );
    return { uri, prefix, local };
  }

  #twice = (name: string, at: number) =>
    this.#wrong(`${name} staat hier twee keer`, `${name} is here twice`, at);

  #close({ element, name }: Open): void {
    const end = this.#text.indexOf('>', this.#at);
    const found = this.#text.slice(this.#at + 2, end < 0 ? undefined : end).replace(/[ \t\r\n]+$/, '');
    if (end >= 0 && found === name) {
      this.#at = end + 1;
      return;
    }
    const line = linesOf(this.#text)(element.at);
    const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
    throw this.#wrong(
      `Verwacht </${name}> bij <${name}> van regel ${line}, maar er staat </${shown}>`,
      `Expected </${name}> to close <${name}> of line ${line}, but there is </${shown}>`,
    );
  }

  /** Text up to the next tag. */
  #characters({ name }: Open): string {
    const from = this.#at;
    const end = this.#text.indexOf('<', from);
    if (end < 0)
      throw this.#wrong(
        `Verwacht </${name}>, maar het bestand houdt op`,
        `Expected </${name}>, but the file ends`,
        this.#text.length,
      );
    const raw = this.#text.slice(from, end);
    const strange = raw.indexOf(']]>');
    if (strange >= 0)
      throw this.#wrong('In tekst mag geen ‘]]>’ staan', "Text may not hold ']]>'", from + strange);
    this.#at = end;
    return this.#unescaped(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw, from);
  }

  /** A comment, or a text that is taken as it stands. */
  #special({ element }: Open): void {
    if (this.#text.startsWith('<!--', this.#at)) {
      element.children.push({ comment: this.#comment() });
      return;
    }
    if (this.#text.startsWith('<![CDATA[', this.#at)) {
      const end = this.#text.indexOf(']]>', this.#at);
      if (end < 0)
        throw this.#wrong('Verwacht ]]>, maar het bestand houdt op', 'Expected ]]>, but the file ends');
      element.children.push(this.#text.slice(this.#at + 9, end).replace(/\r\n?/g, '\n'));
      this.#at = end + 3;
      return;
    }
    throw this.#wrong(
      `Verwacht een element, maar er staat ‘${this.#next()}’`,
      `Expected an element, but there is '${this.#next()}'`,
    );
  }

  #comment(): string {
    const end = this.#text.indexOf('--', this.#at + 4);
    if (end < 0 || this.#text[end + 2] !== '>')
      throw this.#wrong(
        'Verwacht --> aan het einde van dit commentaar, en geen -- erin',
        'Expected --> at the end of this comment, and no -- inside it',
        end < 0 ? this.#at : end,
      );
    const comment = this.#text.slice(this.#at + 4, end);
    this.#at = end + 3;
    return comment;
  }

  #instruction(): void {
    const end = this.#text.indexOf('?>', this.#at);
    if (end < 0)
      throw this.#wrong('Verwacht ?>, maar het bestand houdt op', 'Expected ?>, but the file ends');
    this.#at = end + 2;
  }

  #unescaped(raw: string, from: number): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;\s&]{0,12};?)/g, (whole, body: string, index: number) => {
      const found = body.endsWith(';') ? this.#entity(body.slice(0, -1)) : undefined;
      if (found === undefined)
        throw this.#wrong(
          `Verwacht &lt; &gt; &amp; &quot; &apos; of een nummer als &#233;, maar er staat ‘${whole}’`,
          `Expected &lt; &gt; &amp; &quot; &apos; or a number such as &#233;, but there is '${whole}'`,
          from + index,
        );
      return found;
    });
  }

  #entity(name: string): string | undefined {
    if (Object.hasOwn(named, name)) return named[name];
    const digits = /^#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}))$/.exec(name);
    if (!digits) return undefined;
    const code = digits[1] === undefined ? Number.parseInt(digits[2] as string, 16) : Number(digits[1]);
    if (code > 0x10ffff) return undefined;
    const character = String.fromCodePoint(code);
    return strangeCharacterIn(character) < 0 ? character : undefined;
  }

  #name(nl: string, en: string): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0];
    if (name === undefined)
      throw this.#wrong(
        `Verwacht ${nl}, maar er staat ‘${this.#next()}’`,
        `Expected ${en}, but there is '${this.#next()}'`,
      );
    if (name.length > limits.name)
      throw new Malformed(
        this.#at,
        `Verwacht een naam van ten hoogste ${limits.name} tekens, maar die is langer`,
        `Expected a name of at most ${limits.name} characters, but it is longer`,
        'limit',
      );
    this.#at += name.length;
    return name;
  }

  /** @returns whether there was any. */
  #space(): boolean {
    SPACE.lastIndex = this.#at;
    const found = SPACE.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found !== null;
  }

  /** What stands here, in a few characters. */
  #next(): string {
    const rest = this.#text.slice(this.#at, this.#at + 20).split('\n', 1)[0] ?? '';
    return rest === '' ? '…' : rest;
  }

  #wrong = (nl: string, en: string, at = this.#at) => new Malformed(at, nl, en);
}
