// How tokens move: activate, complete, leave, terminate, and scopes that end when nothing in them is active.
// Tokens are not stored: active element instances and flows waiting at joins are (ADR 0009, docs/glossary.md "token").
import type { Assignment, Flow, IncidentCode } from '../../contract/index.ts';
import { behaviours } from '../elements/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import type { ElementInstance, Incident, Json, Key } from '../state.ts';
import { adHocGoesOn } from './ad-hoc.ts';
import { setBegun, setCompleted } from './anchors.ts';
import { armBoundaries } from './boundaries.ts';
import { chooseFrom } from './choose-flows.ts';
import { forgetUndoable, rememberUndoable, undoNext } from './compensation.ts';
import { boundariesAt, type CompiledElement, eventSubProcessesOf, outgoingOf } from './compiled.ts';
import { armStart } from './event-sub-processes.ts';
import { condition, value } from './expressions.ts';
import { releaseHolds } from './holds.ts';
import { isAnsweredOutside } from './jobs.ts';
import { withdrawAhead } from './look-ahead.ts';
import { beginMany, isRepeated, passDone, passEnded, repeatsOf } from './many.ts';
import { mapOut, openLocals } from './mappings.ts';
import { goesRound } from './rounds.ts';
import { unsubscribeAll } from './subscriptions.ts';
import { itemKey } from './task-element.ts';
import { closeTask } from './tasks.ts';
import { countTerm } from './terms.ts';
import { cancelTimers } from './timers.ts';
import type { Work } from './work.ts';

/** How a token comes: along a flow, as one of a race behind an event-based gateway, or to undo something for a thrower. */
interface Coming {
  via?: Flow;
  race?: Key;
  undoes?: Key;
}

/** Activates an element in a scope. */
export function activate(
  w: Work,
  d: number,
  element: CompiledElement,
  scope: Key,
  { via, race, undoes }: Coming = {},
): void {
  w.later(() => {
    if (scope !== '' && !w.active(scope)) return;
    const behaviour = behaviours[element.type] as (typeof behaviours)['endEvent'];
    if (behaviour.arrive && !behaviour.arrive(w, d, element as never, scope, via)) return;
    const inst: ElementInstance = {
      key: w.key(),
      d,
      element: element.id,
      scope,
      since: w.at,
      ...(race === undefined ? {} : { race }),
      ...(undoes === undefined ? {} : { undoes }),
    };
    setBegun(w, d, element.id);
    w.fact({ type: 'element.activated', element: element.id, key: inst.key, scope });
    w.put(inst);
    begin(w, inst, element);
  });
}

/** An element instance begins: its local variables, what waits at its border, then what it does. */
export function begin(w: Work, inst: ElementInstance, element: CompiledElement): void {
  const isOneOfMany = inst.pass !== undefined && repeatsOf(element).many !== undefined;
  if (!isOneOfMany && goesRound(w, inst, element))
    return incident(w, inst, 'ENDLESS_LOOP', roundAt(inst), { kind: 'begin', key: inst.key });
  const isWhole = isRepeated(element) && inst.pass === undefined;
  if (!isWhole && !hasLocals(w, inst, element, 'begin')) return;
  if (boundariesAt(w.process(inst.d), inst).length > 0) armBoundaries(w, inst);
  const still = w.active(inst.key);
  if (still) perform(w, still, element);
}

export const roundAt = ({ element }: ElementInstance): string =>
  `Expected the process to come to a wait, but it goes round at '${element}'`;

/** It tries again what it could not do; what waits at its border stays as it is. */
export function beginAgain(w: Work, inst: ElementInstance, element: CompiledElement): void {
  const isWhole = isRepeated(element) && inst.pass === undefined;
  if (isWhole || hasLocals(w, inst, element, 'activate')) perform(w, inst, element);
}

function hasLocals(
  w: Work,
  inst: ElementInstance,
  element: CompiledElement,
  kind: 'begin' | 'activate',
): boolean {
  const locals = openLocals(w, inst, element);
  if (locals.ok) return true;
  incident(w, inst, 'IO_MAPPING_ERROR', `${locals.message} ('${element.id}')`, { kind, key: inst.key });
  return false;
}

function perform(w: Work, inst: ElementInstance, element: CompiledElement): void {
  if (isRepeated(element) && inst.pass === undefined) beginMany(w, inst, element);
  else (behaviours[element.type] as (typeof behaviours)['endEvent']).activate(w, inst, element as never);
}

/** Arms the event sub-processes of a scope that begins. */
export function openScope(w: Work, d: number, scope: Key, containerId: string): void {
  for (const { sub, start } of eventSubProcessesOf(w.process(d), containerId))
    armStart(w, d, scope, sub, start);
}

/** Completes an element: assignments, anchors, then on along its flows. */
export function complete(w: Work, key: Key, outcome?: string): void {
  const inst = w.active(key);
  if (!inst) return;
  const element = w.element(inst);
  const output = inst.many ? undefined : assign(w, inst, element, outcome);
  if (output && !output.ok)
    return incident(w, inst, output.code, output.message, {
      kind: 'complete',
      key,
      ...(outcome === undefined ? {} : { outcome }),
    });
  if (inst.pass !== undefined) return completePass(w, inst, element, outcome, output?.value);
  const flows = inst.undoes === undefined ? chooseFlows(w, inst, element, outcome) : [];
  if (!flows) return;
  setCompleted(w, inst.d, element.id);
  w.fact({
    type: 'element.completed',
    element: element.id,
    key,
    ...(outcome === undefined ? {} : { outcome }),
  });
  rememberUndoable(w, inst, element);
  remove(w, inst);
  if (inst.race !== undefined)
    for (const other of Object.values(w.state.elements))
      if (other.race === inst.race) terminate(w, other.key, 'another event came first');
  for (const flow of flows) take(w, inst.d, flow, inst.scope);
  if (inst.undoes !== undefined) undoNext(w, inst.undoes);
}

type Assigned =
  | { ok: true; value: Json | undefined }
  | { ok: false; code: 'EXPRESSION_ERROR' | 'IO_MAPPING_ERROR'; message: string };

/** Everything an element that completes gives a value: its outcome, its assignments, what leaves it; and its part of a list. */
function assign(w: Work, inst: ElementInstance, element: CompiledElement, outcome?: string): Assigned {
  const one = inst.pass === undefined ? undefined : repeatsOf(element).many?.output;
  if (outcome !== undefined) {
    const chosen = { [outcomeVariable(element.id)]: outcome };
    if (one) w.setLocal(inst.key, chosen);
    else w.setVariables(inst.scope, chosen);
  }
  for (const set of assignmentsOf(w, element)) {
    const r =
      'value' in set
        ? value(w, inst.key, set.value)
        : countTerm(w, { d: inst.d, scope: inst.key, activated: inst.since }, set.term);
    if (!r.ok) return { ok: false, code: 'EXPRESSION_ERROR', message: r.message };
    const given = 'value' in set ? (r.value as Json) : (r.value as { date: string }).date;
    w.setVariables(inst.scope, { [set.variable]: given });
  }
  const out = mapOut(w, inst, element);
  if (!out.ok) return { ok: false, code: 'IO_MAPPING_ERROR', message: `${out.message} ('${element.id}')` };
  if (!one) return { ok: true, value: undefined };
  const r = value(w, inst.key, one.value);
  return r.ok ? r : { ok: false, code: 'IO_MAPPING_ERROR', message: r.message };
}

/** A script that a story answers itself is not worked out as well. */
function assignmentsOf(w: Work, element: CompiledElement): Assignment[] {
  return element.type === 'scriptTask' && isAnsweredOutside(w, element.id) ? [] : (element.set ?? []);
}

/** One of many completes: the whole goes on, not the flows behind it. */
function completePass(
  w: Work,
  inst: ElementInstance,
  element: CompiledElement,
  outcome: string | undefined,
  output: Json | undefined,
): void {
  w.fact({
    type: 'element.completed',
    element: element.id,
    key: inst.key,
    ...(outcome === undefined ? {} : { outcome }),
  });
  rememberUndoable(w, inst, element);
  remove(w, inst);
  passDone(w, inst.scope, inst.pass as number, outcome, output);
}

/** Continues along flows without an element having completed (a boundary event that does not interrupt). */
export function take(w: Work, d: number, flow: Flow, scope: Key): void {
  const target = w.process(d).elements.get(flow.to);
  if (!target) throw new Error(`Flow '${flow.id}' leads nowhere`);
  w.fact({ type: 'flow.taken', flow: flow.id, from: flow.from, to: flow.to });
  activate(w, d, target, scope, { via: flow });
}

/** Which flows leave an element. Undefined after an incident. */
function chooseFlows(
  w: Work,
  inst: ElementInstance,
  element: CompiledElement,
  outcome?: string,
): Flow[] | undefined {
  const flows = outgoingOf(w.process(inst.d), element.id);
  if (flows.length === 0) return [];
  const exclusive = element.type === 'exclusiveGateway';
  const full = exclusive && loopIsFull(w, inst, element);
  const chosen = chooseFrom(flows, { exclusive, full, outcome }, (feel) => condition(w, inst.scope, feel));
  if (!chosen.ok) {
    incident(w, inst, 'CONDITION_ERROR', `${chosen.message} (flow '${chosen.flow.id}')`, {
      kind: 'leave',
      key: inst.key,
      ...(outcome === undefined ? {} : { outcome }),
    });
    return undefined;
  }
  if (chosen.flows.length > 0) return chosen.flows;
  const what = outcome === undefined ? 'one condition to hold' : `a flow for outcome '${outcome}'`;
  incident(
    w,
    inst,
    'CONDITION_ERROR',
    `Expected ${what} at '${element.id}' or a default flow, but there is none`,
    {
      kind: 'leave',
      key: inst.key,
      ...(outcome === undefined ? {} : { outcome }),
    },
  );
  return undefined;
}

/** A loop counts its passes in a variable; once full it leaves by its default flow. */
function loopIsFull(w: Work, inst: ElementInstance, element: CompiledElement): boolean {
  if (element.type !== 'exclusiveGateway' || !element.loop) return false;
  const held = w.variables(inst.scope)[element.loop.counter];
  const count = (typeof held === 'number' ? held : 0) + 1;
  w.setVariables(inst.scope, { [element.loop.counter]: count });
  return count > element.loop.max;
}

/** Takes an instance out of the state with everything that hangs on it. */
export function remove(w: Work, inst: ElementInstance): void {
  const element = inst.d < 0 ? undefined : w.element(inst);
  if (element) {
    const behaviour = behaviours[element.type];
    if (behaviour.waits || boundariesAt(w.process(inst.d), inst).length > 0 || inst.fired)
      cancelTimers(w, inst.key);
    if (w.state.subscriptions) unsubscribeAll(w, inst.key);
  }
  delete w.own('elements')[inst.key];
  w.touch(inst.scope);
  if (inst.key in w.state.variables) delete w.own('variables')[inst.key];
  for (const key in w.state.incidents) {
    const i = w.state.incidents[key] as Incident;
    if (i.elementKey !== inst.key) continue;
    delete w.own('incidents')[key];
    w.fact({ type: 'incident.resolved', incident: key, element: i.element });
  }
}

/** Ends an element before it completed, and all that is in it. */
export function terminate(w: Work, key: Key, why: string): void {
  const inst = w.active(key);
  if (!inst) return;
  for (const child of Object.values(w.state.elements)) if (child.scope === key) terminate(w, child.key, why);
  dropScopeRemains(w, key);
  for (const part of inst.parts ?? []) terminate(w, part, why);
  if (inst.task) closeTask(w, inst, why);
  for (const job of Object.values(w.state.jobs)) {
    if (job.element !== key) continue;
    delete w.own('jobs')[job.key];
    w.fact({ type: 'job.cancelled', element: inst.element, key, job: job.key });
    w.command({ do: 'cancelJob', key: job.key });
  }
  if (inst.d >= 0) w.fact({ type: 'element.terminated', element: inst.element, key });
  if (`${key}` in w.state.timers) withdrawAhead(w, inst.d, inst.element, inst.scope);
  cancelTimers(w, key);
  forgetUndoable(w, key);
  remove(w, inst);
  if (inst.pass !== undefined) passEnded(w, inst.scope);
  const { undoes } = inst;
  if (undoes !== undefined)
    w.later(() => {
      if (w.state.status === 'running') undoNext(w, undoes);
    });
}

/** Joins, armed starts and what they wait for, of a scope that ends. */
function dropScopeRemains(w: Work, scope: Key): void {
  unsubscribeAll(w, scope, 'start');
  for (const [key, { retry, element }] of Object.entries(w.state.incidents)) {
    if (retry.kind !== 'arm' || retry.scope !== scope) continue;
    delete w.own('incidents')[key];
    w.fact({ type: 'incident.resolved', incident: key, element });
  }
  for (const join of Object.keys(w.state.joins))
    if (join.startsWith(`${scope}/`)) delete w.own('joins')[join];
  for (const [id, timer] of Object.entries(w.state.timers)) {
    if (timer.kind !== 'start' || timer.scope !== scope) continue;
    delete w.own('timers')[id];
    w.fact({ type: 'timer.cancelled', timer: id, element: timer.element });
  }
}

/** Ends all that is active in a scope; the scope itself then completes. */
export function clearScope(w: Work, scope: Key, why: string, keep?: Key): void {
  for (const inst of Object.values(w.state.elements)) {
    if (inst.scope === scope && inst.key !== keep && inst.d >= 0) terminate(w, inst.key, why);
  }
  dropScopeRemains(w, scope);
}

/** Whether nothing is active in a scope but optional tasks: an unanswered one never blocks (template T2 step 4). */
function onlyOptional(w: Work, scope: Key): boolean {
  for (const key in w.state.elements) {
    const inst = w.state.elements[key] as ElementInstance;
    if (inst.scope !== scope) continue;
    if (inst.d < 0) {
      if (scope === '' && !aboutOptional(w, inst)) return false;
      continue;
    }
    const element = w.element(inst);
    if (!(element.type === 'userTask' && element.optional)) return false;
  }
  return true;
}

/** A ladder's task about something that is optional goes with it. */
function aboutOptional(w: Work, inst: ElementInstance): boolean {
  const about = inst.task?.about?.item;
  return Object.values(w.state.elements).some((e) => {
    if (e.d < 0 || itemKey(e) !== about) return false;
    const element = w.element(e);
    return element.type === 'userTask' && element.optional === true;
  });
}

/** A scope is finished when no element in it is active and no flow waits at a join in it. */
export function checkScope(w: Work, scope: Key): void {
  if (scope === '' || w.active(scope)?.many) return;
  const goesOn = adHocGoesOn(w, scope);
  if (goesOn) return;
  if (goesOn === undefined && !onlyOptional(w, scope)) return;
  for (const join of Object.keys(w.state.joins)) if (join.startsWith(`${scope}/`)) return;
  for (const inst of Object.values(w.state.elements))
    if (inst.scope === scope) terminate(w, inst.key, 'no longer asked');
  const inst = w.active(scope);
  if (!inst) return;
  dropScopeRemains(w, scope);
  const element = w.element(inst);
  if (element.type === 'callActivity') {
    const outcome = w.state.variables[scope]?.outcome_;
    if (element.returnsAll) {
      const { outcome_: _own, ...all } = w.state.variables[scope] ?? {};
      w.setVariables(inst.scope, all);
    }
    if (element.result !== undefined && outcome !== undefined)
      w.setVariables(inst.scope, { [element.result]: outcome });
    complete(w, scope, typeof outcome === 'string' ? outcome : undefined);
  } else complete(w, scope);
}

/**
 * The instance ends when nothing is active: no element, no open commitment. Commitments go on being chased after the last
 * end event (docs/domain.md); what an initiative at rest left open is then let go.
 */
export function checkInstance(w: Work): void {
  const s = w.state;
  if (s.status !== 'running') return;
  for (const _ in s.commitments) return;
  for (const _ in s.joins) return;
  for (const _ in s.jobs) return;
  for (const _ in s.incidents) return;
  if (!onlyOptional(w, '')) return;
  for (const key of Object.keys(s.elements)) terminate(w, key, 'no longer asked');
  if (releaseHolds(w)) return;
  for (const id of Object.keys(s.timers)) {
    delete w.own('timers')[id];
    w.fact({ type: 'timer.cancelled', timer: id });
  }
  delete s.undoable;
  s.status = 'ended';
  w.fact({ type: 'instance.ended', outcomes: s.outcomes });
}

/** The process is stuck here until somebody mends it; visible at once and retried on request. */
export function incident(
  w: Work,
  inst: Pick<ElementInstance, 'd' | 'element'> & { key?: Key },
  code: IncidentCode,
  message: string,
  retry: Incident['retry'],
): void {
  const key = w.key();
  w.own('incidents')[key] = {
    key,
    code,
    element: inst.element,
    d: inst.d,
    ...(inst.key === undefined ? {} : { elementKey: inst.key }),
    message,
    retry,
  };
  w.fact({
    type: 'incident.raised',
    incident: key,
    element: inst.element,
    ...(inst.key === undefined ? {} : { key: inst.key }),
    code,
    message,
  });
}
