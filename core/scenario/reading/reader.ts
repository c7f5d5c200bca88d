/** Small readers that turn the tree of a file into typed values and collect every problem with its line. */
import type { Json } from '../../state.ts';
import { didYouMean } from '../near-miss.ts';
import type { Problem } from '../problem.ts';
import { described, plain, type Source } from '../source.ts';

/** What readers need besides the value: the zone in which dates and times are meant, and where problems go. */
export interface Reading {
  zone: string;
  problems: Problem[];
}

/** Gives the value, or undefined after it has reported why not. */
export interface Reader<T> {
  read(source: Source, reading: Reading): T | undefined;
  /** Keys that may be left out of an object. */
  optional?: boolean;
}

export interface Optional<T> extends Reader<T> {
  optional: true;
}

export type ValueOf<R> = R extends Reader<infer T> ? T : never;

type Shape = Record<string, Reader<unknown>>;
type OptionalKeys<S extends Shape> = { [K in keyof S]: S[K] extends Optional<unknown> ? K : never }[keyof S];
export type Fields<S extends Shape> = { [K in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[K]> } & {
  [K in OptionalKeys<S>]?: ValueOf<S[K]>;
} & { line: number };

/** Reports that something else was expected; gives undefined, so that a reader can return it. */
export function wrong(source: Source, reading: Reading, expected: string): undefined {
  reading.problems.push({
    line: source.line,
    message: `Expected ${expected}, but got ${described(source)}.`,
  });
}

/** A reader of one scalar: `take` gives undefined for what does not fit. */
export function scalar<T>(
  expected: string,
  take: (value: string | number | boolean | null, reading: Reading, line: number) => T | undefined,
): Reader<T> {
  return {
    read(source, reading) {
      const value = source.kind === 'scalar' ? take(source.value, reading, source.line) : undefined;
      return value === undefined ? wrong(source, reading, expected) : value;
    },
  };
}

/** Text; a number is taken as it is written, since `task: 3` and `task: "3"` look alike. */
export const text = scalar('a text', (value) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined,
);
export const number = scalar('a number', (value) => (typeof value === 'number' ? value : undefined));
export const count = scalar('a whole number from 0', (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined,
);
/** Which of several, counted from one. */
export const nth = scalar('a whole number from 1', (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : undefined,
);
export const yesNo = scalar('true or false', (value) => {
  if (typeof value === 'boolean') return value;
  return value === 'yes' ? true : value === 'no' ? false : undefined;
});

/** Any value, as plain data. */
export const any: Reader<Json> = { read: (source) => plain(source) };

/** Data with names, such as what was filled in; `null` is none. */
export const data: Reader<Record<string, Json>> = {
  read(source, reading) {
    if (source.kind === 'scalar' && source.value === null) return {};
    if (source.kind !== 'map') return wrong(source, reading, 'a map of names and values');
    return plain(source) as Record<string, Json>;
  },
};

export function optional<T>(reader: Reader<T>): Optional<T> {
  return { read: (source, reading) => reader.read(source, reading), optional: true };
}

export function word<W extends string>(...words: W[]): Reader<W> {
  return scalar(words.map((w) => `'${w}'`).join(' or '), (value) => words.find((w) => w === value));
}

/** A list, or a single value that stands for a list of one. */
export function listOf<T>(reader: Reader<T>): Reader<T[]> {
  return {
    read(source, reading) {
      const items = source.kind === 'list' ? source.items : [source];
      const values = items.map((item) => reader.read(item, reading));
      return values.includes(undefined) ? undefined : (values as T[]);
    },
  };
}

/** A map whose keys are chosen by the author. */
export function mapOf<T>(
  reader: Reader<T>,
  expected: string,
): Reader<{ key: string; line: number; value: T }[]> {
  return {
    read(source, reading) {
      if (source.kind !== 'map') return wrong(source, reading, expected);
      return source.entries.flatMap(({ key, line, value }) => {
        const read = reader.read(value, reading);
        return read === undefined ? [] : [{ key, line, value: read }];
      });
    },
  };
}

/** The readers of several shapes, tried by what the value is. */
export function either<A, B>(first: Source['kind'], a: Reader<A>, b: Reader<B>): Reader<A | B> {
  return {
    read: (source, reading) => (source.kind === first ? a : b).read(source, reading),
  };
}

/**
 * An object with known keys; an unknown one is a problem with near misses.
 * `short` names the key that is meant when the value is no map: `noTask: n4` for `noTask: { name: n4 }`.
 */
export function object<S extends Shape>(shape: S, short?: keyof S & string): Reader<Fields<S>> {
  return {
    read(source, reading) {
      const entries = entriesOf(source, short);
      if (!entries) return wrong(source, reading, `a map with ${Object.keys(shape).join(', ')}`);
      const before = reading.problems.length;
      const value: Record<string, unknown> = { line: source.line };
      for (const { key, line, value: given } of entries) {
        const reader = Object.hasOwn(shape, key) ? shape[key] : undefined;
        if (reader) value[key] = reader.read(given, reading);
        else reading.problems.push({ line, message: unknownKey(key, Object.keys(shape)) });
      }
      for (const [key, reader] of Object.entries(shape)) {
        if (!reader.optional && !entries.some((entry) => entry.key === key))
          reading.problems.push({ line: source.line, message: `Expected '${key}' here.` });
      }
      return reading.problems.length > before ? undefined : (value as Fields<S>);
    },
  };
}

function entriesOf(source: Source, short: string | undefined) {
  if (source.kind === 'map') return source.entries;
  if (source.kind === 'scalar' && (source.value === null || source.value === true)) return [];
  return short ? [{ key: short, line: source.line, value: source }] : undefined;
}

export function unknownKey(key: string, known: string[]): string {
  return `Unknown key '${key}'.${didYouMean(key, known) || ` Expected one of ${known.join(', ')}.`}`;
}
