// Inclusive gateway (BPMN 2.0 §13.4.3): takes every flow that holds; joining, waits for all that can still arrive in its scope.
import { boundariesOf, type Compiled, incomingOf, outgoingOf, reachFrom } from '../engine/compiled.ts';
import { activate, complete } from '../engine/flow.ts';
import type { Work } from '../engine/work.ts';
import type { Behaviour } from './behaviour.ts';

export const inclusiveGateway: Behaviour<'inclusiveGateway'> = {
  waits: false,
  arrive(w, d, element, scope, via) {
    if (!via || incomingOf(w.process(d), element.id).length < 2) return true;
    const join = `${scope}/${element.id}`;
    const counts = { ...w.state.joins[join] };
    counts[via.id] = (counts[via.id] ?? 0) + 1;
    w.own('joins')[join] = counts;
    return false;
  },
  activate: (w, inst) => complete(w, inst.key),
};

const reaches = (process: Compiled, from: string, to: string): boolean => reachFrom(process, from).has(to);

/** Incoming flows of a join that a token at an element may still come by, without passing the join on the way. */
function arrivingBy(process: Compiled, from: string, join: string): ReadonlySet<string> {
  const key = `${from} ${join}`;
  const known = process.arrivals.get(key);
  if (known) return known;
  const arriving = new Set<string>();
  const seen = new Set([from, join]);
  const stack = [from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const exits = [at, ...boundariesOf(process, at).map(({ id }) => id)];
    for (const flow of exits.flatMap((id) => outgoingOf(process, id))) {
      if (flow.to === join) arriving.add(flow.id);
      if (seen.has(flow.to)) continue;
      seen.add(flow.to);
      stack.push(flow.to);
    }
  }
  process.arrivals.set(key, arriving);
  return arriving;
}

/** From this version on a token that may come both by a taken flow and by another one is not waited for, as BPMN has it. */
const KNOWS_DETOURS = 2;

/**
 * Whether a join waits for a token (BPMN 2.0 §13.4.3): it may come by a flow that has none yet, and by none that has one
 * already. A token inside a loop around the join could come by both, and is not waited for.
 */
function waitsFor(
  w: Work,
  process: Compiled,
  from: string,
  id: string,
  taken: Record<string, number>,
): boolean {
  if (w.state.engine < KNOWS_DETOURS) return reaches(process, from, id);
  const arriving = arrivingBy(process, from, id);
  return arriving.size > 0 && ![...arriving].some((flow) => (taken[flow] ?? 0) > 0);
}

/** Another join of the scope still holds flows that will come this way; of two on one loop neither waits for the other. */
function waitsBefore(
  w: Work,
  process: Compiled,
  scope: string,
  id: string,
  taken: Record<string, number>,
): boolean {
  const prefix = `${scope}/`;
  return Object.keys(w.state.joins).some((join) => {
    if (!join.startsWith(prefix)) return false;
    const other = join.slice(prefix.length);
    return other !== id && waitsFor(w, process, other, id, taken) && !reaches(process, id, other);
  });
}

/**
 * Once all moves of a step are made: an inclusive join goes on when nothing active in its scope is waited for.
 * @returns whether one went on.
 */
export function settleInclusiveJoins(w: Work): boolean {
  for (const [join, taken] of Object.entries(w.state.joins)) {
    const cut = join.indexOf('/');
    const scope = join.slice(0, cut);
    const id = join.slice(cut + 1);
    const inScope = Object.values(w.state.elements).filter((e) => e.scope === scope && e.d >= 0);
    const d = inScope[0]?.d ?? w.definitionOf(scope);
    const process = w.process(d);
    const element = process.elements.get(id);
    if (element?.type !== 'inclusiveGateway') continue;
    if (inScope.some((e) => e.element !== id && waitsFor(w, process, e.element, id, taken))) continue;
    if (waitsBefore(w, process, scope, id, taken)) continue;
    const left = Object.entries(taken).flatMap(([flow, n]) => (n > 1 ? [[flow, n - 1] as const] : []));
    if (left.length > 0 && w.state.engine >= KNOWS_DETOURS) w.own('joins')[join] = Object.fromEntries(left);
    else delete w.own('joins')[join];
    activate(w, d, element, scope);
    return true;
  }
  return false;
}
