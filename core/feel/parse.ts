// Reads a FEEL expression: which variables it uses, what is wrong with it, and the bounded form in which it is run.
import { evaluate as feelin } from 'feelin';
import { MAX_DEPTH, MAX_LENGTH, MAX_STEPS, MAX_UNBOUNDED, RESERVED } from './limits.ts';
import { remembered } from './remember.ts';
import { childrenOf, type Node, treeOf } from './tree.ts';

/** `names` are the variables it surely reads (root names, once each); `at` is a position in the text, from 0. */
export type Parsed = { ok: true; names: string[] } | { ok: false; message: string; at: number };

interface Wrong {
  message: string;
  at: number;
}

/**
 * What `compile` needs besides: every name that may be a variable, and the text with its bounds built in. `stray` is what
 * can be run, but never means anything; processes that have it go on as they did.
 */
export type Readable = { ok: true; names: string[]; maybe: string[]; bounded: string; stray?: Wrong };

class Unreadable extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Whether an expression may be written, and which variables it uses: `parse('a.b > 3')` gives `['a']`. */
export function parse(expression: string): Parsed {
  const read = readable(expression);
  if (!read.ok) return read;
  return read.stray ? { ok: false, ...read.stray } : { ok: true, names: read.names };
}

/** The same, with what running it takes. Remembered per text. */
export const readable = remembered((expression: string): Readable | Extract<Parsed, { ok: false }> => {
  try {
    return read(expression);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
});

function read(expression: string): Readable {
  if (expression.trim() === '') throw new Unreadable('Expected an expression, but got nothing', 0);
  if (expression.length > MAX_LENGTH)
    throw new Unreadable(
      `Expected at most ${MAX_LENGTH} characters, but got ${expression.length}`,
      MAX_LENGTH,
    );
  const top = treeOf(expression);
  refuseErrors(top, expression);
  const reading = new Reading(expression);
  const bounded = reading.print(top, { bound: new Set(), inFilter: false });
  const names = [...reading.names];
  const stray = strayTest(top, expression);
  return {
    ok: true,
    names,
    maybe: [...new Set([...names, ...reading.maybe])],
    bounded,
    ...(stray && { stray }),
  };
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Names a loop, filter or context brings, and whether a free name may be a property of the filtered items. */
interface Scope {
  bound: ReadonlySet<string>;
  inFilter: boolean;
}

const withNames = (scope: Scope, ...names: string[]): Scope => ({
  ...scope,
  bound: new Set([...scope.bound, ...names]),
});

/** Prints the tree back as text with guards around loops, filters and patterns, gathering names on the way. */
class Reading {
  readonly names = new Set<string>();
  readonly maybe = new Set<string>();
  readonly #source: string;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  text(node: Node): string {
    return this.#source.slice(node.from, node.to);
  }

  print(node: Node, scope: Scope): string {
    switch (node.name) {
      case 'VariableName':
        this.#variable(node, scope);
        return this.text(node);
      case 'Type':
        return this.text(node);
      case 'FunctionDefinition':
        throw new Unreadable('Functions cannot be defined in an expression', node.from);
      case 'ForExpression':
      case 'QuantifiedExpression':
        return this.#loop(node, scope);
      case 'IterationContext':
        return this.#iteration(node, scope);
      case 'FilterExpression':
        return this.#children(node, (child, index) =>
          index === 0
            ? `__each(${this.print(child, scope)})`
            : this.print(child, { ...withNames(scope, 'item'), inFilter: true }),
        );
      case 'Context':
        return this.#context(node, scope);
      case 'FunctionInvocation':
        return this.#invocation(node, scope);
      default:
        return this.#children(node, (child) => this.print(child, scope));
    }
  }

  #children(node: Node, print: (child: Node, index: number) => string): string {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new Unreadable(`Expected at most ${MAX_DEPTH} levels, but got more`, node.from);
    let printed = '';
    let from = node.from;
    for (const [index, child] of childrenOf(node).entries()) {
      printed += this.#source.slice(from, child.from) + print(child, index);
      from = child.to;
    }
    this.#depth -= 1;
    return printed + this.#source.slice(from, node.to);
  }

  #variable(node: Node, scope: Scope): void {
    const name = this.text(node);
    if (!IDENTIFIER.test(name))
      throw new Unreadable(`Expected one word or a text between quotes, but got "${name}"`, node.from);
    if (name.startsWith(RESERVED))
      throw new Unreadable(`Names that begin with ${RESERVED} are reserved, but got ${name}`, node.from);
    if (scope.bound.has(name)) return;
    (scope.inFilter ? this.maybe : this.names).add(name);
  }

  /** `for x in a, y in x.b return …`: each name holds for what comes after it. */
  #loop(node: Node, scope: Scope): string {
    let inner = node.name === 'ForExpression' ? withNames(scope, 'partial') : scope;
    const last = childrenOf(node).length - 1;
    return this.#children(node, (child, index) => {
      if (child.name === 'InExpressions')
        return this.#children(child, (one) => {
          if (one.name !== 'InExpression') return this.text(one);
          const printed = this.print(one, inner);
          const name = one.firstChild;
          if (name) inner = withNames(inner, this.text(name));
          return printed;
        });
      if (index < last) return this.text(child);
      return `__size(${this.print(child, inner)})`;
    });
  }

  #iteration(node: Node, scope: Scope): string {
    const [start, , end] = childrenOf(node);
    if (!start) return this.text(node);
    if (!end) return `__each(${this.print(start, scope)})`;
    const [from, to] = [Number(this.text(start)), Number(this.text(end))];
    if (Math.abs(to - from) >= MAX_STEPS)
      throw new Unreadable(
        `Expected a range of at most ${MAX_STEPS} steps, but got ${this.text(node)}`,
        node.from,
      );
    return `__from(${this.print(start, scope)})..__until(${this.print(end, scope)})`;
  }

  #context(node: Node, scope: Scope): string {
    let inner = scope;
    return this.#children(node, (child) => {
      if (child.name !== 'ContextEntry') return this.text(child);
      const [key] = childrenOf(child);
      const printed = this.#children(child, (part, index) =>
        index === 0 ? this.text(part) : this.print(part, inner),
      );
      if (key) inner = withNames(inner, this.text(key).replace(/^"|"$/g, ''));
      return printed;
    });
  }

  #invocation(node: Node, scope: Scope): string {
    const callee = node.firstChild;
    const name = callee?.name === 'VariableName' ? this.text(callee).replace(/\s+/g, ' ') : undefined;
    if (name === undefined) return this.#children(node, (child) => this.print(child, scope));
    if (!isFunctionName(name))
      throw new Unreadable(`Expected the name of a function, but got ${name}`, node.from);
    const power = takesPattern(name) ? this.#powerOfPattern(node, name) : undefined;
    return this.#children(node, (child, index) => {
      if (index === 0) return this.text(child);
      if (power === undefined || child.name !== 'PositionalParameters') return this.print(child, scope);
      return this.#children(child, (argument, position) =>
        position === 0 ? `__text(${this.print(argument, scope)}, ${power})` : this.print(argument, scope),
      );
    });
  }

  /** A pattern that backtracks without end would stop everything; only plain ones, written out, are run. */
  #powerOfPattern(node: Node, name: string): number {
    const parameters = node.getChild('PositionalParameters');
    const pattern = parameters ? childrenOf(parameters)[1] : undefined;
    if (pattern?.name !== 'StringLiteral')
      throw new Unreadable(`Expected a pattern between quotes as the second part of ${name}`, node.from);
    const text = this.text(pattern);
    const unbounded = text.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
    if (/\)(?:[*+]|\{)/.test(text) || unbounded > MAX_UNBOUNDED)
      throw new Unreadable(
        `Expected a simple pattern (no repeated groups, at most ${MAX_UNBOUNDED} of * and +), but got ${text}`,
        pattern.from,
      );
    return unbounded + (text.startsWith('"^') ? 0 : 1);
  }
}

const takesPattern = (name: string) => name === 'matches' || name === 'replace' || name === 'split';

/** Functions FEEL knows itself; there are no others. */
const isFunctionName = remembered((name: string) => feelin(name).warnings.length === 0);

function refuseErrors(top: Node, source: string): void {
  const cursor = top.cursor();
  do {
    if (!cursor.type.isError) continue;
    const found = source.slice(cursor.from, cursor.to).trim() || nextWord(source, cursor.to);
    throw new Unreadable(
      found ? `Did not expect "${found}" here` : 'Expected more, but the expression ends here',
      Math.min(cursor.from, source.length),
    );
  } while (cursor.next());
}

/** Where a value has to stand: a test such as `> 5` there is a slip of the pen (`n == 5`, `= n > 5`, `n > 2 and < 5`). */
const NEED_VALUES = new Set([
  'Expression',
  'Comparison',
  'ArithmeticExpression',
  'Conjunction',
  'Disjunction',
  'IfExpression',
]);

function strayTest(top: Node, source: string): Wrong | undefined {
  const cursor = top.cursor();
  do {
    if (cursor.name !== 'SimplePositiveUnaryTest') continue;
    const { from, to } = cursor;
    const parent = cursor.node.parent?.name ?? 'Expression';
    if (!NEED_VALUES.has(parent)) continue;
    const test = source.slice(from, to);
    if (!test.startsWith('='))
      return { message: `Expected a value here, but got the test "${test}"`, at: from };
    const message =
      parent === 'Expression'
        ? 'Expected an expression without "=" in front of it'
        : 'Did not expect a second "=" here: one says that two values are equal';
    return { message, at: from };
  } while (cursor.next());
  return undefined;
}

const nextWord = (source: string, from: number) => /^\s*(\S*)/.exec(source.slice(from))?.[1] ?? '';
