// Finds what people and systems must fill in on a way, so that its conditions are answered as the way needs them.

import { NO_MATTER } from '../check/constant.ts';
import type { Model } from '../check/model.ts';
import { holds, parse } from '../feel/index.ts';
import type { Json, Variables } from '../state.ts';
import type { Bare } from './bare.ts';
import type { Node } from './node.ts';
import type { Values } from './values.ts';

export interface Solved {
  /** What is given at each situation of the way. */
  data: Variables[];
  /** Every answer on the way follows from it; otherwise it rests on what is worked out elsewhere. */
  certain: boolean;
}

/** A variable as it was given at one place of the way; -1 is before it began. */
interface Given {
  name: string;
  at: number;
}
interface Demand {
  text: string;
  yes: boolean;
  reads: Given[];
  known: Variables;
}

/** Combinations that are tried. */
const MOST_TRIED = 20_000;

/** Undefined where no values lead along this way. */
export function solve(model: Model, bare: Bare, values: Values, path: readonly Node[]): Solved | undefined {
  const last = new Map<string, number>();
  const demands: Demand[] = [];
  let certain = true;
  path.forEach((node, at) => {
    for (const name of node.given) last.set(name, at);
    const asked = node.answers.concat(startCondition(model, node));
    for (const { text, yes } of asked) {
      const names = namesIn(text).filter((name) => !bare.followed.has(name));
      if (names.some((name) => values.asked.has(name) && !node.store.has(name))) {
        certain = false;
        continue;
      }
      const reads = names.map((name) => ({ name, at: last.get(name) ?? -1 }));
      demands.push({ text, yes, reads, known: node.state.variables[''] ?? {} });
    }
  });
  const chosen = choose(demands, (given) => choicesFor(model, bare, values, path, given));
  if (!chosen) return undefined;
  const data: Variables[] = path.map(() => ({}));
  for (const [key, value] of chosen) {
    const { name, at } = read(key);
    if (at >= 0 && value !== KEEP) (data[at] as Variables)[name] = value as Json;
  }
  giveSizes(model, bare, values, path, data);
  return { data, certain };
}

/** A start with a condition begins only when that holds. */
function startCondition(model: Model, { move }: Node): { text: string; yes: boolean }[] {
  if (move?.do !== 'start' || move.element === undefined) return [];
  const start = model.elements.get(move.element);
  const condition = start?.type === 'startEvent' ? start.triggers?.condition : undefined;
  return condition === undefined ? [] : [{ text: condition, yes: true }];
}

/** Nobody fills it in: it stays as it was. */
const KEEP = Symbol('keep');
type Choice = Json | typeof KEEP;

function choicesFor(
  model: Model,
  bare: Bare,
  values: Values,
  path: readonly Node[],
  { name, at }: Given,
): Choice[] {
  const declared = bare.sources.get(name)?.declared ?? null;
  if (at < 0) return [declared];
  const move = path[at]?.move;
  if (move?.do === 'start' && values.comesWithStart(name)) return [declared, ...values.of(name)];
  const element = move && 'element' in move ? (move.element ?? '').replace(/\.confirm$/, '') : '';
  const field = bare.sources.get(name)?.brought.find((one) => one.element === element)?.field;
  const { answers, mayBeLeft } = values.answersTo(name, field);
  const own = values.valuesLeft(name, answers);
  return mayBeLeft || !model.elements.has(element) ? [KEEP, ...own] : own;
}

const keyOf = ({ name, at }: Given) => `${at} ${name}`;
function read(key: string): Given {
  const cut = key.indexOf(' ');
  return { at: Number(key.slice(0, cut)), name: key.slice(cut + 1) };
}

/** Backtracking, each demand looked at as soon as all it reads is chosen. */
function choose(demands: Demand[], choicesOf: (given: Given) => Choice[]): Map<string, Choice> | undefined {
  const all = new Map<string, Given>();
  for (const { reads } of demands) for (const one of reads) all.set(keyOf(one), one);
  // What is kept is decided after what it keeps.
  const order = [...all.values()].sort((a, b) => a.at - b.at);
  const position = new Map(order.map((one, i) => [keyOf(one), i]));
  const ready: Demand[][] = order.map(() => []);
  const atOnce: Demand[] = [];
  for (const demand of demands) {
    const last = Math.max(-1, ...demand.reads.map((one) => position.get(keyOf(one)) ?? -1));
    if (last < 0) atOnce.push(demand);
    else ready[last]?.push(demand);
  }
  const chosen = new Map<string, Choice>();
  const held = ({ name, at }: Given): Json => {
    const value = chosen.get(keyOf({ name, at }));
    if (value !== KEEP) return value ?? null;
    const before = order.filter((one) => one.name === name && one.at < at).at(-1);
    return before ? held(before) : null;
  };
  const fits = ({ text, yes, reads, known }: Demand): boolean => {
    const seen = { ...known, ...Object.fromEntries(reads.map((one) => [one.name, held(one)])) };
    const r = holds(text, seen, NO_MATTER);
    return (r.ok && r.holds) === yes;
  };
  if (!atOnce.every(fits)) return undefined;
  let tried = 0;
  const from = (i: number): boolean => {
    const one = order[i];
    if (!one) return true;
    for (const choice of choicesOf(one)) {
      tried += 1;
      if (tried > MOST_TRIED) return false;
      chosen.set(keyOf(one), choice);
      if (ready[i]?.every(fits) && from(i + 1)) return true;
    }
    chosen.delete(keyOf(one));
    return false;
  };
  return from(0) ? chosen : undefined;
}

/** Lists and numbers that decide how often something is done, where they are plain variables that somebody gives. */
function giveSizes(model: Model, bare: Bare, values: Values, path: readonly Node[], data: Variables[]): void {
  path.forEach(({ sizes }, at) => {
    for (const { element: id, size } of sizes) {
      const element = model.elements.get(id);
      const many = element && 'many' in element ? element.many : undefined;
      const name = (many?.items ?? (typeof many?.count === 'string' ? many.count : '')).trim();
      const source = bare.sources.get(name);
      const gives = (node: Node): boolean => {
        const { move } = node;
        if (move?.do === 'start') return values.comesWithStart(name);
        return (
          move !== undefined &&
          'element' in move &&
          (source?.brought ?? []).some((one) => one.element === move.element)
        );
      };
      const place = path.slice(0, at + 1).findLastIndex(gives);
      if (place < 0 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) continue;
      (data[place] as Variables)[name] = many?.items === undefined ? size : ['a', 'b'].slice(0, size);
    }
  });
}

function namesIn(text: string): string[] {
  const parsed = parse(text);
  return parsed.ok ? parsed.names : [];
}
