// Activities done many times: one instance for each of a list, side by side or one after another (BPMN 2.0 §13.3.7), and
// standard loops (§13.3.6). The whole is an element instance of its own; its instances lie in it as in a scope.
import type { MultiInstance, StandardLoop } from '../../contract/index.ts';
import type { ElementInstance, Json, Key, Many, Variables } from '../state.ts';
import type { CompiledElement } from './compiled.ts';
import { amount, condition, value } from './expressions.ts';
import { begin, complete, incident, terminate } from './flow.ts';
import type { Work } from './work.ts';

/** The number of an instance among its equals, from 1. */
export const LOOP_COUNTER = 'loopCounter';

interface Repeated {
  many?: MultiInstance | undefined;
  again?: StandardLoop | undefined;
}

export const repeatsOf = (element: CompiledElement): Repeated => ({
  many: 'many' in element ? element.many : undefined,
  again: 'again' in element ? element.again : undefined,
});

/** Whether an element begins as a whole of many. */
export function isRepeated(element: CompiledElement): boolean {
  const { many, again } = repeatsOf(element);
  return many !== undefined || again !== undefined;
}

/** The whole begins: how many there will be is known, or asked after each. */
export function beginMany(w: Work, inst: ElementInstance, element: CompiledElement): void {
  const { many, again } = repeatsOf(element);
  if (many) return beginInstances(w, inst, many);
  if (!again) return;
  w.patch(inst.key, { many: { begun: 0, done: 0, ended: 0 } });
  if (again.before) goOn(w, inst.key);
  else beginPass(w, inst.key);
}

function beginInstances(w: Work, inst: ElementInstance, many: MultiInstance): void {
  const found = itemsOf(w, inst, many);
  if (!found.ok) {
    return incident(w, inst, 'EXPRESSION_ERROR', `${found.message} ('${inst.element}')`, {
      kind: 'activate',
      key: inst.key,
    });
  }
  const { items, total } = found;
  w.patch(inst.key, {
    many: {
      begun: 0,
      done: 0,
      ended: 0,
      total,
      ...(items ? { items } : {}),
      ...(many.output ? { outputs: [] } : {}),
    },
  });
  goOn(w, inst.key);
}

const MOST_INSTANCES = 1_000;

type Items = { ok: true; items?: Json[]; total: number } | { ok: false; message: string };

function itemsOf(w: Work, inst: ElementInstance, { items, count }: MultiInstance): Items {
  const limited = (found: { items?: Json[]; total: number }): Items =>
    found.total <= MOST_INSTANCES
      ? { ok: true, ...found }
      : { ok: false, message: `Expected at most ${MOST_INSTANCES} instances, got ${found.total}` };
  if (items !== undefined) {
    const r = value(w, inst.key, items);
    if (!r.ok) return r;
    if (Array.isArray(r.value)) return limited({ items: r.value, total: r.value.length });
    return {
      ok: false,
      message: `Expected '${items}' to give a list, but it gave ${JSON.stringify(r.value)}`,
    };
  }
  const r = amount(w, inst.key, count ?? 1);
  if (!r.ok) return r;
  if (r.value >= 0) return limited({ total: r.value });
  return { ok: false, message: `Expected a number of instances from 0, got ${r.value}` };
}

/** What comes next for the whole: another instance, all that are left, or its end. */
export function goOn(w: Work, key: Key): void {
  const inst = w.active(key);
  if (!inst?.many) return;
  const { many, again } = repeatsOf(w.element(inst));
  if (again) return loopOn(w, inst, inst.many, again);
  if (!many) return;
  if (many.completion !== undefined && inst.many.done > 0) {
    const { total = 0, outputs = [] } = inst.many;
    const soFar = many.output ? { [many.output.variable]: listOf(outputs, total) } : {};
    const known = { ...w.variables(key), ...soFar, ...counts(w, key, inst.many) };
    const r = condition(w, key, many.completion, known);
    if (!r.ok) return stuck(w, inst, r.message);
    if (r.value) return finish(w, key);
  }
  const total = inst.many.total ?? 0;
  if (many.sequential) {
    const active = inst.many.begun - inst.many.done - inst.many.ended;
    if (active > 0) return;
    if (inst.many.begun < total) return beginPass(w, key);
  } else {
    while ((w.active(key)?.many?.begun ?? total) < total) beginPass(w, key);
  }
  const now = w.active(key)?.many;
  if (now && now.done + now.ended >= (now.total ?? 0)) finish(w, key);
}

function loopOn(w: Work, inst: ElementInstance, many: Many, again: StandardLoop): void {
  if (again.max !== undefined && many.begun >= again.max) return finish(w, inst.key);
  const r = condition(w, inst.key, again.condition, {
    ...w.variables(inst.key),
    [LOOP_COUNTER]: many.begun,
  });
  if (!r.ok) return stuck(w, inst, r.message);
  if (r.value) beginPass(w, inst.key);
  else finish(w, inst.key);
}

const stuck = (w: Work, inst: ElementInstance, message: string) =>
  incident(w, inst, 'CONDITION_ERROR', `${message} ('${inst.element}')`, { kind: 'go on', key: inst.key });

/** What a completion condition may ask about the whole. */
function counts(w: Work, whole: Key, many: Many): Variables {
  const active = Object.values(w.state.elements).filter(
    ({ scope, pass }) => scope === whole && pass !== undefined,
  );
  return {
    nrOfInstances: many.total ?? many.begun,
    nrOfActiveInstances: active.length,
    nrOfCompletedInstances: many.done,
    nrOfTerminatedInstances: many.ended,
  };
}

function beginPass(w: Work, whole: Key): void {
  const inst = w.active(whole);
  if (!inst?.many) return;
  const element = w.element(inst);
  const pass = inst.many.begun + 1;
  w.patch(whole, { many: { ...inst.many, begun: pass } });
  const one: ElementInstance = {
    key: w.key(),
    d: inst.d,
    element: element.id,
    scope: whole,
    since: w.at,
    pass,
  };
  w.fact({ type: 'element.activated', element: element.id, key: one.key, scope: whole });
  w.put(one);
  const item = repeatsOf(element).many?.item;
  w.setLocal(one.key, {
    [LOOP_COUNTER]: pass,
    ...(item !== undefined && inst.many.items ? { [item]: inst.many.items[pass - 1] ?? null } : {}),
  });
  w.later(() => {
    const still = w.active(one.key);
    if (still) begin(w, still, element);
  });
}

/** One of many is done. */
export function passDone(
  w: Work,
  whole: Key,
  pass: number,
  outcome: string | undefined,
  output: Json | undefined,
): void {
  const inst = w.active(whole);
  if (!inst?.many) return;
  const { outputs } = inst.many;
  w.patch(whole, {
    many: {
      ...inst.many,
      done: inst.many.done + 1,
      ...(outputs ? { outputs: listOf(outputs, pass, { [pass - 1]: output ?? null }) } : {}),
      ...(outcome === undefined ? {} : { outcome }),
    },
  });
  w.later(() => goOn(w, whole));
}

/** Results by position, empty where there is none (yet). */
const listOf = (outputs: Json[], length: number, more: Record<number, Json> = {}): Json[] =>
  Array.from({ length: Math.max(outputs.length, length) }, (_, i) => more[i] ?? outputs[i] ?? null);

/** One of many was ended from outside before it was done. */
export function passEnded(w: Work, whole: Key): void {
  const inst = w.active(whole);
  if (!inst?.many) return;
  w.patch(whole, { many: { ...inst.many, ended: inst.many.ended + 1 } });
  w.later(() => goOn(w, whole));
}

function finish(w: Work, key: Key): void {
  for (const one of Object.values(w.state.elements))
    if (one.scope === key) terminate(w, one.key, 'no longer needed');
  const inst = w.active(key);
  if (!inst?.many) return;
  const output = repeatsOf(w.element(inst)).many?.output;
  const { outputs = [], total = 0, outcome } = inst.many;
  if (output) {
    w.setVariables(inst.scope, { [output.variable]: listOf(outputs, total) });
  }
  complete(w, key, outcome);
}

/** Lists that grow: what was added since gets an instance too. */
export function growMany(w: Work): void {
  for (const inst of Object.values(w.state.elements)) {
    const { many, total = 0 } = inst.many ? { many: inst.many, total: inst.many.total } : {};
    if (!many) continue;
    const drawn = repeatsOf(w.element(inst)).many;
    if (!drawn?.growing) continue;
    const found = itemsOf(w, inst, drawn);
    if (!found.ok || found.total <= total) continue;
    w.patch(inst.key, {
      many: { ...many, total: found.total, ...(found.items ? { items: found.items } : {}) },
    });
    w.later(() => goOn(w, inst.key));
  }
}
