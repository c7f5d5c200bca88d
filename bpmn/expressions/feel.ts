// Writes what was read from other languages as FEEL (DMN 1.3 §10), with as few brackets as mean the same.
import { inTable } from '../in-table.ts';
import { type Binary, type Juel, NotUnderstood } from './juel.ts';

interface Written {
  text: string;
  /** How tightly it holds together, of `levels`. */
  level: number;
  /** Never null, so that `not` means what it says. */
  certain?: boolean;
}

const levels = { if: 0, or: 1, and: 2, compare: 3, add: 4, multiply: 5, minus: 7, value: 9 } as const;
const binary: Record<Exclude<Binary, '%'>, number> = {
  or: levels.or,
  and: levels.and,
  '=': levels.compare,
  '!=': levels.compare,
  '<': levels.compare,
  '<=': levels.compare,
  '>': levels.compare,
  '>=': levels.compare,
  '+': levels.add,
  '-': levels.add,
  '*': levels.multiply,
  '/': levels.multiply,
};

export function asFeel(read: Juel): string {
  return write(read).text;
}

export const feelText = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

const value = (text: string): Written => ({ text, level: levels.value });
const call = (name: string, ...given: Juel[]): Written =>
  value(`${name}(${given.map((one) => write(one).text).join(', ')})`);
const at = ({ text, level }: Written, least: number): string => (level < least ? `(${text})` : text);

function write(read: Juel): Written {
  switch (read.is) {
    case 'literal':
      return literal(read.value);
    case 'name':
      return name(read.name);
    case 'member':
      return member(read.of, read.name);
    case 'index':
      return index(read.of, read.by);
    case 'call':
      return calling(read);
    case 'unary':
      return unary(read.does, read.on);
    case 'binary':
      return operation(read.does, read.left, read.right);
    case 'choice':
      return {
        text: `if ${write(read.when).text} then ${write(read.yes).text} else ${write(read.no).text}`,
        level: levels.if,
      };
  }
}

const literal = (given: string | number | boolean | null): Written =>
  value(typeof given === 'string' ? feelText(given) : String(given));

/** Words that mean something else in FEEL cannot be names there. */
const RESERVED = new Set(
  'and between else every false for function if in instance not null of or return satisfies some then true'.split(
    ' ',
  ),
);
const ENGINE = new Set(['execution', 'task', 'caseExecution', 'authenticatedUserId', 'delegateTask']);

function name(given: string): Written {
  if (RESERVED.has(given) || given.includes('$'))
    throw new NotUnderstood(`‘${given}’ kan hier geen naam zijn`, `'${given}' cannot be a name here`);
  if (ENGINE.has(given))
    throw new NotUnderstood(
      `‘${given}’ is er alleen in een andere engine`,
      `'${given}' exists only in another engine`,
    );
  return value(given);
}

function member(of: Juel, given: string): Written {
  if (RESERVED.has(given))
    throw new NotUnderstood(`‘${given}’ kan hier geen naam zijn`, `'${given}' cannot be a name here`);
  return value(`${at(write(of), levels.value)}.${given}`);
}

/** Lists count from 1 in FEEL. */
function index(of: Juel, by: Juel): Written {
  if (by.is === 'literal' && typeof by.value === 'string' && /^[A-Za-z_]\w*$/.test(by.value))
    return member(of, by.value);
  const list = at(write(of), levels.value);
  if (by.is === 'literal' && typeof by.value === 'number' && Number.isInteger(by.value))
    return value(`${list}[${by.value + 1}]`);
  if (by.is === 'literal')
    throw new NotUnderstood(
      'dit lid van een object wordt niet begrepen',
      'this member of an object is not understood',
    );
  return value(`${list}[${at(write(by), levels.add)} + 1]`);
}

const EMPTY = 'null, "", []';
const isEmpty = (on: Juel): Written => ({
  text: `${at(write(on), levels.add)} in (${EMPTY})`,
  level: levels.compare,
  certain: true,
});

function unary(does: '-' | 'not' | 'empty', on: Juel): Written {
  if (does === 'empty') return isEmpty(on);
  const written = write(on);
  if (does === '-') return { text: `-${at(written, levels.value)}`, level: levels.minus };
  if (written.certain) return { ...value(`not(${written.text})`), certain: true };
  // What is not set counts as not true, where FEEL's `not` would give nothing.
  return { text: `${at(written, levels.add)} != true`, level: levels.compare, certain: true };
}

function operation(does: Binary, left: Juel, right: Juel): Written {
  if (does === '%') return call('modulo', left, right);
  const level = binary[does];
  // Comparisons do not chain; of the others the left side goes first.
  const least = level === levels.compare ? level + 1 : level;
  return { text: `${at(write(left), least)} ${does} ${at(write(right), level + 1)}`, level };
}

type Call = Extract<Juel, { is: 'call' }>;

function calling(read: Call): Written {
  const { of, name: called, with: given } = read;
  const table =
    of === undefined ? functions : of.is === 'name' && of.name === 'execution' ? ofExecution : methods;
  const written = inTable(table, called)?.(of ?? { is: 'literal', value: null }, given);
  if (written) return written;
  const shown = of?.is === 'name' ? `${of.name}.${called}` : called;
  throw new NotUnderstood(`‘${shown}(…)’ wordt niet begrepen`, `'${shown}(…)' is not understood`);
}

type Writer = (of: Juel, given: Juel[]) => Written | undefined;

const variable = (given: Juel | undefined): Written | undefined =>
  given?.is === 'literal' && typeof given.value === 'string' && /^[A-Za-z_]\w*$/.test(given.value)
    ? name(given.value)
    : given?.is === 'name'
      ? name(given.name)
      : undefined;

const ofExecution: Record<string, Writer> = {
  getVariable: (_, [given]) => variable(given),
  getVariableLocal: (_, [given]) => variable(given),
  hasVariable: (_, [given]) => exists(given),
};

function exists(given: Juel | undefined): Written | undefined {
  const found = variable(given);
  return found && { text: `${found.text} != null`, level: levels.compare, certain: true };
}

const compare =
  (does: Binary): Writer =>
  (of, [other]) =>
    other && operation(does, of, other);

/** What can be asked of a text or a list. */
const methods: Record<string, Writer> = {
  equals: compare('='),
  equalsIgnoreCase: (of, [other]) =>
    other && {
      text: `${call('lower case', of).text} = ${call('lower case', other).text}`,
      level: levels.compare,
    },
  isEmpty: (of) => isEmpty(of),
  size: (of) => call('count', of),
  length: (of) => call('string length', of),
  contains: (of, [other]) =>
    other && {
      text: `${call('list contains', of, other).text} = true or ${call('contains', of, other).text} = true`,
      level: levels.or,
      certain: true,
    },
  startsWith: (of, [other]) => other && call('starts with', of, other),
  endsWith: (of, [other]) => other && call('ends with', of, other),
  toLowerCase: (of) => call('lower case', of),
  toUpperCase: (of) => call('upper case', of),
  toString: (of: Juel) => call('string', of),
  get: (of, [by]) => by && index(of, by),
  booleanValue: (of) => write(of),
  intValue: (of) => write(of),
  longValue: (of) => write(of),
};

const two =
  (does: Binary): Writer =>
  (_, [left, right]) => {
    const named = variable(left);
    return named && left && right && { ...operation(does, { is: 'name', name: named.text }, right) };
  };

/** Functions of Flowable about variables, under both names they have. */
const ofVariables: Record<string, Writer> = {
  get: (_, [given]) => variable(given),
  exists: (_, [given]) => exists(given),
  exist: (_, [given]) => exists(given),
  empty: (_, [given]) => emptyVariable(given),
  isEmpty: (_, [given]) => emptyVariable(given),
  notEmpty: (_, [given]) => not(emptyVariable(given)),
  isNotEmpty: (_, [given]) => not(emptyVariable(given)),
  eq: two('='),
  equals: two('='),
  ne: two('!='),
  notEquals: two('!='),
  lt: two('<'),
  lessThan: two('<'),
  lowerThan: two('<'),
  lte: two('<='),
  lessThanOrEquals: two('<='),
  lowerThanOrEquals: two('<='),
  gt: two('>'),
  greaterThan: two('>'),
  gte: two('>='),
  greaterThanOrEquals: two('>='),
};

function emptyVariable(given: Juel | undefined): Written | undefined {
  const named = variable(given);
  return named && isEmpty({ is: 'name', name: named.text });
}
const not = (written: Written | undefined): Written | undefined =>
  written && { ...value(`not(${written.text})`), certain: true };

const functions: Record<string, Writer> = {
  now: () => value('now()'),
  ...Object.fromEntries(
    ['variables', 'vars', 'var'].flatMap((prefix) =>
      Object.entries(ofVariables).map(([called, writer]) => [`${prefix}:${called}`, writer]),
    ),
  ),
};
