// Values in and out of an element: local variables when it begins, what leaves it when it ends (BPMN 2.0 §10.4.2).
import type { Mapping } from '../../contract/index.ts';
import type { ElementInstance, Json, Key, Variables } from '../state.ts';
import type { CompiledElement } from './compiled.ts';
import { type Answer, evaluateWith } from './expressions.ts';
import type { Work } from './work.ts';

/** Works out mappings in order; each sees those before it. */
export function mapped(w: Work, scope: Key, mappings: readonly Mapping[]): Answer<Variables> {
  const result: Variables = {};
  for (const { variable, value } of mappings) {
    const r = evaluateWith(w, value, { ...w.variables(scope), ...result });
    if (!r.ok) return { ok: false, message: `${r.message} (value of '${variable}')` };
    result[variable] = r.value;
  }
  return { ok: true, value: result };
}

/** What an element brought in: a form's answers, a job's result, a message's data. */
export function bring(w: Work, inst: ElementInstance, values: Variables): void {
  if (staysInside(w, inst)) w.setLocal(inst.key, values);
  else w.setVariables(inst.key, values);
}

/** Where only what is named leaves it: by its output mapping, or as the result of one of many. */
function staysInside(w: Work, inst: ElementInstance): boolean {
  const element = w.element(inst);
  return (
    outputsOf(element) !== undefined || (inst.pass !== undefined && manyOf(element)?.output !== undefined)
  );
}

const manyOf = (element: CompiledElement) => ('many' in element ? element.many : undefined);
const outputsOf = (element: CompiledElement): readonly Mapping[] | undefined =>
  'outputMapping' in element ? element.outputMapping : undefined;

/** Local variables of an element that begins. */
export function openLocals(w: Work, inst: ElementInstance, element: CompiledElement): Answer<undefined> {
  const inputs = 'inputMapping' in element ? element.inputMapping : undefined;
  if (!inputs?.length) return { ok: true, value: undefined };
  const r = mapped(w, inst.key, inputs);
  if (!r.ok) return r;
  w.setLocal(inst.key, r.value);
  return { ok: true, value: undefined };
}

/** What leaves an element that ends. */
export function mapOut(w: Work, inst: ElementInstance, element: CompiledElement): Answer<undefined> {
  const outputs = outputsOf(element);
  if (!outputs || inst.many) return { ok: true, value: undefined };
  const r = mapped(w, inst.key, outputs);
  if (!r.ok) return r;
  // One of many keeps even that to itself, for the list of results.
  if (inst.pass !== undefined && manyOf(element)?.output !== undefined) w.setLocal(inst.key, r.value);
  else w.setVariables(inst.scope, r.value);
  return { ok: true, value: undefined };
}

/** Data that come from outside an element, such as a message at its border. */
export function bringThrough(
  w: Work,
  scope: Key,
  data: Variables,
  outputs: readonly Mapping[] | undefined,
): Answer<undefined> {
  if (!outputs) {
    w.setVariables(scope, data);
    return { ok: true, value: undefined };
  }
  const result: Variables = {};
  for (const { variable, value } of outputs) {
    const r = evaluateWith(w, value, { ...w.variables(scope), ...data, ...result });
    if (!r.ok) return { ok: false, message: `${r.message} (value of '${variable}')` };
    result[variable] = r.value as Json;
  }
  w.setVariables(scope, result);
  return { ok: true, value: undefined };
}
