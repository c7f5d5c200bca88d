// An expression as people say it, and each of its parts: "‘How much money?’ is more than 500 and ‘Do the neighbours join?’ is yes".
import type { Definition, Language } from '../../contract/index.ts';
import { isLocalDate } from '../calendar/index.ts';
import { parse } from '../feel/index.ts';
import { childrenOf, type Node, treeOf } from '../feel/tree.ts';
import { comparedInWords, isOfDays } from '../prose/compared.ts';
import { type Asked, askedByName, COMPARISONS, type Comparison } from '../prose/condition.ts';
import { writtenDate, writtenMoney, writtenNumber } from '../texts/index.ts';
import { functionNamed } from './functions.ts';

export interface Part {
  /** Where it stands in the expression. */
  from: number;
  to: number;
  words: string;
  /** How deep it lies within others that are joined by `and` and `or`. */
  depth: number;
}

/** The whole in words; undefined of what cannot be read. */
export function inWords(definition: Definition, expression: string, language: Language): string | undefined {
  if (!parse(expression).ok) return undefined;
  return new Words(definition, expression, language).whole();
}

/** What is joined by `and` and `or`, part by part; of `if`, its condition and what comes of it. One part alone is the whole. */
export function partsInWords(definition: Definition, expression: string, language: Language): Part[] {
  if (!parse(expression).ok) return [];
  return new Words(definition, expression, language).parts();
}

const RECKONED: Record<string, Record<Language, string>> = {
  '+': { nl: 'plus', en: 'plus' },
  '-': { nl: 'min', en: 'minus' },
  '*': { nl: 'keer', en: 'times' },
  '/': { nl: 'gedeeld door', en: 'divided by' },
  '**': { nl: 'tot de macht', en: 'to the power of' },
};

class Words {
  readonly #nl: boolean;
  readonly #asked: ReadonlyMap<string, Asked>;
  readonly #source: string;
  readonly #language: Language;
  readonly #top: Node;
  /** Names that a loop brings. */
  readonly #bound: string[] = [];

  constructor(definition: Definition, source: string, language: Language) {
    this.#nl = language === 'nl';
    this.#language = language;
    this.#source = source;
    this.#asked = askedByName(definition, language);
    const topNode = treeOf(source);
    this.#top = topNode.firstChild ?? topNode;
  }

  whole = (): string => this.#say(this.#top);

  parts(): Part[] {
    const found: Part[] = [];
    const gather = (node: Node, depth: number): void => {
      const inner = node.name === 'ParenthesizedExpression' ? childrenOf(node)[1] : undefined;
      const at = inner && isJoined(inner) ? inner : node;
      if (isJoined(at)) {
        for (const child of childrenOf(at)) if (!isWord(child)) gather(child, depth + (at === node ? 0 : 1));
        return;
      }
      if (at.name === 'IfExpression') {
        const [condition, yes, no] = childrenOf(at).filter((child) => !isWord(child));
        if (condition) gather(condition, depth);
        for (const one of [yes, no]) if (one) found.push(this.#part(one, depth + 1));
        return;
      }
      found.push(this.#part(at, depth));
    };
    gather(this.#top, 0);
    return found;
  }

  #part = (node: Node, depth: number): Part => ({
    from: node.from,
    to: node.to,
    words: this.#say(node),
    depth,
  });

  #text = (node: Node): string => this.#source.slice(node.from, node.to);

  #either = (nl: string, en: string): string => (this.#nl ? nl : en);

  #say(node: Node): string {
    const children = childrenOf(node);
    switch (node.name) {
      case 'Conjunction':
      case 'Disjunction': {
        const word = node.name === 'Conjunction' ? this.#either('en', 'and') : this.#either('of', 'or');
        return children
          .filter((child) => !isWord(child))
          .map((child) => this.#say(child))
          .join(` ${word} `);
      }
      case 'ParenthesizedExpression': {
        const inner = children[1];
        if (!inner) return this.#text(node);
        return isJoined(inner) || inner.name === 'ArithmeticExpression'
          ? `(${this.#say(inner)})`
          : this.#say(inner);
      }
      case 'Comparison':
        return this.#comparison(children, node);
      case 'ArithmeticExpression':
        return children
          .map((child, index) =>
            child.name !== 'ArithOp'
              ? this.#say(child)
              : index === 0
                ? this.#text(child)
                : (RECKONED[this.#text(child)]?.[this.#language] ?? this.#text(child)),
          )
          .join(' ')
          .replace(/^- /, '-');
      case 'IfExpression': {
        const [condition, yes, no] = children.filter((child) => !isWord(child));
        if (!condition || !yes || !no) return this.#text(node);
        return this.#either(
          `als ${this.#say(condition)}, dan ${this.#say(yes)}, en anders ${this.#say(no)}`,
          `if ${this.#say(condition)}, then ${this.#say(yes)}, and otherwise ${this.#say(no)}`,
        );
      }
      case 'QuantifiedExpression':
      case 'ForExpression':
        return this.#loop(node);
      case 'FilterExpression': {
        const [list, , filter] = children;
        if (!list || !filter) return this.#text(node);
        return filter.name === 'NumericLiteral'
          ? this.#either(
              `nummer ${this.#text(filter)} van ${this.#say(list)}`,
              `number ${this.#text(filter)} of ${this.#say(list)}`,
            )
          : this.#either(
              `${this.#say(list)}, voor zover ${this.#say(filter)}`,
              `${this.#say(list)}, as far as ${this.#say(filter)}`,
            );
      }
      case 'PathExpression':
      case 'VariableName':
        return this.#name(node);
      case 'FunctionInvocation':
        return this.#invocation(node);
      case 'IterationContext':
        return children.length === 1 && children[0] ? this.#say(children[0]) : this.#text(node);
      case 'DateTimeLiteral':
        return children[0]?.name === 'AtLiteral' ? this.#say(children[0]) : this.#invocation(node);
      case 'AtLiteral':
        return this.#moment(this.#text(node).replace(/^@?"|"$/g, ''));
      case 'List': {
        const items = children.filter((child) => !/^[[\]]$/.test(child.name));
        return items.length === 0
          ? this.#either('een lege lijst', 'an empty list')
          : items.map((one) => this.#say(one)).join(', ');
      }
      case 'NumericLiteral': {
        const number = Number(this.#text(node));
        return Number.isFinite(number) ? writtenNumber(this.#language, number) : this.#text(node);
      }
      case 'StringLiteral':
        return this.#moment(this.#text(node).slice(1, -1));
      case 'BooleanLiteral':
        return this.#text(node) === 'true' ? this.#either('ja', 'yes') : this.#either('nee', 'no');
      case 'null':
        return this.#either('niets', 'nothing');
      default:
        return this.#text(node);
    }
  }

  #comparison(children: Node[], node: Node): string {
    const [left, op, ...rest] = children;
    if (!left || !op) return this.#text(node);
    const asked = this.#askedOf(left);
    const name = this.#say(left);
    const value = (one: Node | undefined) => (one ? this.#value(one, asked) : '');
    if (op.name === 'between') {
      const [from, to] = rest.filter((child) => !isWord(child));
      return this.#either(
        `${name} is minstens ${value(from)} en hoogstens ${value(to)}`,
        `${name} is at least ${value(from)} and at most ${value(to)}`,
      );
    }
    if (op.name === 'in') {
      const tests = rest.flatMap((child) =>
        child.name === 'PositiveUnaryTests'
          ? childrenOf(child)
          : child.name === 'PositiveUnaryTest'
            ? [child]
            : [],
      );
      const said = tests.map((one) => this.#test(one, asked));
      if (said.length === 0) return this.#text(node);
      return said.every(({ plain }) => plain) && said.length > 1
        ? `${name} ${this.#either('is een van', 'is one of')} ${said.map(({ words }) => words).join(', ')}`
        : `${name} ${said.map(({ words, plain }) => (plain ? `${this.#either('is', 'is')} ${words}` : words)).join(this.#either(' of ', ' or '))}`;
    }
    const sign = this.#text(op).trim();
    const [right] = rest;
    if (right?.name === 'null' && (sign === '=' || sign === '!='))
      return `${name} ${comparedInWords(sign === '=' ? 'empty' : 'filled', this.#language, false)}`;
    return `${name} ${this.#compared(sign, this.#isOfDays(left, asked))} ${value(right)}`;
  }

  #compared = (sign: string, ofDays: boolean): string =>
    isComparison(sign) ? comparedInWords(sign, this.#language, ofDays) : sign;

  #isOfDays = (node: Node, asked: Asked | undefined): boolean =>
    isOfDays(asked?.field) || /^(?:today|now|date|date and time)\s*\(/.test(this.#text(node));

  /** One of the tests behind `in`: a value, a bound or a range. */
  #test(node: Node, asked: Asked | undefined): { words: string; plain: boolean } {
    const [first] = childrenOf(node);
    const inner = first?.name === 'ParenthesizedExpression' ? childrenOf(first)[1] : first;
    if (!inner) return { words: this.#text(node), plain: true };
    if (inner.name === 'SimplePositiveUnaryTest') {
      const [op, value] = childrenOf(inner);
      if (op?.name === 'Interval') return { words: this.#interval(op, asked), plain: false };
      if (op?.name === 'CompareOp' && value)
        return {
          words: `${this.#compared(this.#text(op), isOfDays(asked?.field))} ${this.#value(value, asked)}`,
          plain: false,
        };
    }
    return { words: this.#value(inner, asked), plain: true };
  }

  #interval(node: Node, asked: Asked | undefined): string {
    const text = this.#text(node);
    const value = (one: Node) => this.#value(one, asked);
    const [from, to] = childrenOf(node).filter((child) => !/^[[\]()]$|^\.\.$/.test(child.name));
    if (!from || !to) return text;
    const [open, close] = [text[0] === '[', text.endsWith(']')];
    return this.#either(
      `${open ? 'is minstens' : 'is meer dan'} ${value(from)} en ${close ? 'hoogstens' : 'minder dan'} ${value(to)}`,
      `${open ? 'is at least' : 'is more than'} ${value(from)} and ${close ? 'at most' : 'less than'} ${value(to)}`,
    );
  }

  #loop(node: Node): string {
    const children = childrenOf(node);
    const each = children.find(({ name }) => name === 'InExpressions');
    const last = children.at(-1);
    if (!each || !last) return this.#text(node);
    const before = this.#bound.length;
    const places = childrenOf(each)
      .filter(({ name }) => name === 'InExpression')
      .map((one) => {
        const [name, , list] = childrenOf(one);
        const words = list ? this.#say(list) : '';
        if (name) this.#bound.push(this.#text(name));
        return this.#either(
          `${name ? this.#text(name) : ''} van ${words}`,
          `${name ? this.#text(name) : ''} of ${words}`,
        );
      })
      .join(', ');
    const what = this.#say(last);
    this.#bound.length = before;
    if (node.name === 'ForExpression')
      return this.#either(`voor elke ${places}: ${what}`, `for each ${places}: ${what}`);
    return this.#text(node).startsWith('some')
      ? this.#either(`voor minstens één ${places} geldt: ${what}`, `for at least one ${places}: ${what}`)
      : this.#either(`voor elke ${places} geldt: ${what}`, `for every ${places}: ${what}`);
  }

  #invocation(node: Node): string {
    const text = this.#text(node);
    const name = text.slice(0, text.indexOf('('));
    const parameters = childrenOf(node).find((child) => child.name === 'PositionalParameters');
    const given = parameters ? childrenOf(parameters) : [];
    const asked = given[0] && this.#askedOf(given[0]);
    const words = given.map((one, at) => (at === 0 ? this.#say(one) : this.#value(one, asked)));
    const known = functionNamed(name);
    if (known?.words && given.length >= known.takes.filter((take) => take !== 'decimals').length)
      return known.words[this.#language].replace(/\{(\d)\}/g, (_, at) => words[Number(at)] ?? '');
    return `${name}(${words.join(', ')})`;
  }

  #askedOf(node: Node): Asked | undefined {
    return node.name === 'VariableName' || node.name === 'PathExpression'
      ? this.#asked.get(this.#text(node).replace(/\s/g, ''))
      : undefined;
  }

  /** What something is compared with: of a choice the words of the answer, of money, which is kept in cents, euros. */
  #value(node: Node, asked: Asked | undefined): string {
    if (node.name === 'StringLiteral') {
      const text = this.#text(node).slice(1, -1);
      const option = asked?.options?.find(({ id }) => id === text);
      if (option) return `‘${option.label}’`;
    }
    const number = node.name === 'NumericLiteral' ? Number(this.#text(node)) : Number.NaN;
    if (asked?.field?.type === 'money' && Number.isFinite(number))
      return writtenMoney(this.#language, number);
    return this.#say(node);
  }

  #name(node: Node): string {
    const path = this.#text(node).replace(/\s*\.\s*/g, '.');
    if (this.#bound.includes(path.split('.')[0] ?? '')) return path;
    if (path === 'item') return this.#either('het onderdeel', 'the item');
    const asked = this.#asked.get(path);
    if (!asked) return `‘${path}’`;
    // The outcome of something is named in its label already.
    return asked.field === undefined && asked.options ? asked.label : `‘${asked.label}’`;
  }

  #moment(text: string): string {
    if (isLocalDate(text)) return writtenDate(this.#language, text, '');
    const period = /^-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
    if (!period || period[0].length < 3) return `‘${text}’`;
    const units = this.#nl
      ? [
          ['jaar', 'jaar'],
          ['maand', 'maanden'],
          ['dag', 'dagen'],
          ['uur', 'uur'],
          ['minuut', 'minuten'],
        ]
      : [
          ['year', 'years'],
          ['month', 'months'],
          ['day', 'days'],
          ['hour', 'hours'],
          ['minute', 'minutes'],
        ];
    return units
      .flatMap(([one, many], at) => {
        const n = period[at + 1];
        return n === undefined ? [] : [`${n} ${n === '1' ? one : many}`];
      })
      .join(' ');
  }
}

const isComparison = (sign: string): sign is Comparison => COMPARISONS.some((one) => one === sign);
const isJoined = ({ name }: Node): boolean => name === 'Conjunction' || name === 'Disjunction';
/** `and`, `or`, `then`: a word between parts. */
const isWord = ({ name }: Node): boolean => /^(and|or|if|then|else|between)$/.test(name);
