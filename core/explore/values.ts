// Values that may stand in a variable, as far as conditions can tell them apart: which are left after what was answered so far.
import type { Element, Field } from '../../contract/index.ts';
import { candidatesFor } from '../check/candidates.ts';
import { NO_MATTER } from '../check/constant.ts';
import { isCarrying, type Model, triggersOf } from '../check/model.ts';
import { holds, type Now, parse, readsOf } from '../feel/index.ts';
import { validateForm } from '../forms/index.ts';
import type { Json, Variables } from '../state.ts';
import { conditionsOf, type Sources } from './known-variables.ts';

/** Most values one variable is tried with, and most combinations of them for one condition. */
const MOST_VALUES = 24;
const MOST_COMBINATIONS = 400;

/** What is left of a variable's values: a bit for each. */
export type Left = number;
/** Per variable what is left; those that are not there may be anything that cannot be worked out beforehand. */
export type Store = ReadonlyMap<string, Left>;

export class Values {
  readonly #values = new Map<string, Json[]>();
  readonly #sources: Map<string, Sources>;
  /** Numbers and items of one among many: nobody gives them, and they are only known there. */
  readonly #hidden = new Set<string>();
  /** Variables that conditions ask about, and that come from outside. */
  readonly asked: ReadonlySet<string>;

  constructor(model: Model, sources: Map<string, Sources>, followed: ReadonlySet<string>) {
    this.#sources = sources;
    const texts = conditionsOf(model);
    this.asked = new Set(texts.flatMap(namesIn).filter((name) => !followed.has(name)));
    for (const element of model.elements.values())
      for (const name of ownOfMany(element)) this.#hidden.add(name);
    // Events that wait for a condition do not decide the way, but a story must make them come.
    const waited = [...model.elements.values()].flatMap((element) => triggersOf(element)?.condition ?? []);
    const all = [...texts, ...waited];
    for (const name of new Set(all.flatMap(namesIn))) this.#values.set(name, this.#possible(name, all));
  }

  of(name: string): readonly Json[] {
    return this.#values.get(name) ?? [];
  }

  #possible(name: string, texts: string[]): Json[] {
    const reading = texts.filter((text) => readsOf(text).paths.some(([one]) => one === name));
    const literals = reading.flatMap((text) => readsOf(text).literals);
    const paths = reading
      .flatMap((text) => readsOf(text).paths)
      .filter(([one, ...more]) => one === name && more.length > 0)
      .map(([, ...more]) => more);
    const source = this.#sources.get(name);
    const options = (source?.brought ?? []).flatMap(({ field }) => valuesOfField(field));
    const plain = [...candidatesFor(literals), ...options];
    const parts = paths.flatMap((path) => candidatesFor(literals).map((value) => nested(path, value)));
    const all = [
      null,
      source?.declared ?? null,
      ...(paths.length > 0 ? parts : plain),
      ...(paths.length > 0 ? combined(paths, literals) : []),
    ];
    // A yes or no is worth trying for what is only asked as it is.
    if (literals.length === 0 && paths.length === 0) all.push(true, false, 1, 'a');
    return unique(all).slice(0, MOST_VALUES);
  }

  /** Values with which a condition holds where it does not now; undefined where none of these makes it so. */
  making(condition: string, seen: Variables, now: Now): Variables | undefined {
    const names = namesIn(condition).filter((name) => this.#values.has(name));
    const size = names.reduce((product, name) => product * this.of(name).length, 1);
    if (names.length === 0 || size > MOST_COMBINATIONS) return undefined;
    for (const chosen of combinations(names.map((name) => this.of(name)))) {
      const values = Object.fromEntries(names.map((name, i) => [name, chosen[i] ?? null]));
      const r = holds(condition, { ...seen, ...values }, now);
      if (r.ok && r.holds) return values;
    }
    return undefined;
  }

  /** What is known at the beginning: of each variable its first value. */
  first(): Store {
    return new Map(
      [...this.asked].filter((name) => !this.#hidden.has(name)).map((name) => [name, this.atFirst(name)]),
    );
  }

  /** The value a variable has before anything gave it one. */
  atFirst(name: string): Left {
    return this.#only(name, this.#sources.get(name)?.declared ?? null);
  }

  /** Nothing in the process gives it a value: it can only come with the start, or from another process. */
  comesWithStart(name: string): boolean {
    if (this.#hidden.has(name)) return false;
    const source = this.#sources.get(name);
    return (
      !source ||
      (!source.byEngine && [source.assigned, source.brought, source.made].every((l) => l.length === 0))
    );
  }

  all(name: string): Left {
    return (1 << this.of(name).length) - 1;
  }

  /** What a form's question lets through, and whether it may be left open. Without a form: anything. */
  answersTo(name: string, field: Field | undefined): { answers: Left; mayBeLeft: boolean } {
    if (!field) return { answers: this.all(name), mayBeLeft: false };
    let answers = 0;
    for (const [i, value] of this.of(name).entries()) if (isAnswer(field, value)) answers |= 1 << i;
    const isSure = field.required === true && field.visibleIf === undefined;
    return { answers, mayBeLeft: !isSure && field.default === undefined };
  }

  #only(name: string, value: Json): Left {
    const at = this.of(name).findIndex((one) => JSON.stringify(one) === JSON.stringify(value));
    return at < 0 ? 0 : 1 << at;
  }

  valuesLeft(name: string, left: Left): Json[] {
    return this.of(name).filter((_, i) => (left & (1 << i)) !== 0);
  }

  /**
   * What is left when a condition has this answer; undefined where it cannot have it. `free` is an answer that no value here
   * accounts for: what it rests on is worked out elsewhere.
   */
  narrowed(
    text: string,
    answer: boolean,
    store: Store,
    known: Variables,
  ): { store: Store; free: boolean } | undefined {
    const parsed = parse(text);
    const names = parsed.ok ? parsed.names : [];
    const asked = names.filter((name) => this.asked.has(name));
    if (asked.some((name) => !store.has(name))) return { store, free: true };
    const lists = asked.map((name) => indexesOf(store.get(name) ?? 0));
    const size = lists.reduce((product, list) => product * list.length, 1);
    if (size > MOST_COMBINATIONS) return { store, free: true };
    const left = new Map<string, Left>(asked.map((name) => [name, 0]));
    let found = false;
    for (const combination of combinations(lists)) {
      const values = { ...known };
      asked.forEach((name, i) => {
        values[name] = this.of(name)[combination[i] as number] ?? null;
      });
      const r = holds(text, values, NO_MATTER);
      // What cannot be worked out holds for nobody, and stops the process elsewhere.
      if ((r.ok && r.holds) !== answer) continue;
      found = true;
      asked.forEach((name, i) => {
        left.set(name, (left.get(name) ?? 0) | (1 << (combination[i] as number)));
      });
    }
    return found ? { store: new Map([...store, ...left]), free: false } : undefined;
  }
}

function indexesOf(left: Left): number[] {
  const indexes: number[] = [];
  for (let i = 0; left >> i; i += 1) if (left & (1 << i)) indexes.push(i);
  return indexes;
}

export function* combinations<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const more of combinations(rest)) yield [one, ...more];
}

function ownOfMany(element: Element): string[] {
  if (!isCarrying(element) || !(element.many || element.again)) return [];
  const { item, output } = element.many ?? {};
  return [
    'loopCounter',
    'nrOfInstances',
    'nrOfActiveInstances',
    'nrOfCompletedInstances',
    'nrOfTerminatedInstances',
    ...(item === undefined ? [] : [item]),
    ...(output ? [output.variable] : []),
  ];
}

function valuesOfField(field: Field | undefined): Json[] {
  if (field?.type === 'yesNo') return [true, false];
  const options = (field?.options ?? []).map(({ id }) => id);
  if (field?.type === 'choice') return options;
  return field?.type === 'choices' ? [...options.map((id) => [id]), options] : [];
}

function isAnswer(field: Field, value: Json): boolean {
  if (value === null) return false;
  const { visibleIf: _shown, requiredIf: _asked, mustInclude: _in, default: _preset, ...plain } = field;
  const form = { id: 'f', name: 'f', fields: [plain] };
  const r = validateForm(form, { [field.key]: value }, {}, NO_MATTER);
  return r.ok && JSON.stringify(r.data[field.key]) === JSON.stringify(value);
}

const namesIn = (text: string): string[] => {
  const parsed = parse(text);
  return parsed.ok ? parsed.names : [];
};

const nested = (path: readonly string[], value: Json): Json =>
  path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);

/** Values that have several parts at once. */
function combined(paths: string[][], literals: readonly Json[]): Json[] {
  const parts = unique(paths.filter((path) => path.length === 1).map(([key]) => key as string)) as string[];
  if (parts.length < 2 || parts.length > 3) return [];
  const values = candidatesFor(literals);
  return [...combinations(parts.map(() => values))].map((chosen) =>
    Object.fromEntries(parts.map((key, i) => [key, chosen[i] ?? null])),
  );
}

function unique(values: readonly Json[]): Json[] {
  const seen = new Set<string>();
  return values.filter((one) => {
    const text = JSON.stringify(one);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
