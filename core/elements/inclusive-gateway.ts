// Inclusive gateway (BPMN 2.0 §13.4.3): takes every flow that holds; joining, waits for all that can still arrive in its scope.
import { type Compiled, incomingOf, reachFrom } from '../engine/compiled.ts';
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

/** Another join of the scope still holds flows that will come this way; of two on one loop neither waits for the other. */
function waitsBefore(w: Work, process: Compiled, scope: string, id: string): boolean {
  const prefix = `${scope}/`;
  return Object.keys(w.state.joins).some((join) => {
    if (!join.startsWith(prefix)) return false;
    const other = join.slice(prefix.length);
    return other !== id && reaches(process, other, id) && !reaches(process, id, other);
  });
}

/**
 * Once all moves of a step are made: an inclusive join goes on when nothing active in its scope can still reach it by a flow
 * that has not arrived.
 * @returns whether one went on.
 */
export function settleInclusiveJoins(w: Work): boolean {
  for (const join of Object.keys(w.state.joins)) {
    const cut = join.indexOf('/');
    const scope = join.slice(0, cut);
    const id = join.slice(cut + 1);
    const inScope = Object.values(w.state.elements).filter((e) => e.scope === scope && e.d >= 0);
    const d = inScope[0]?.d ?? w.definitionOf(scope);
    const process = w.process(d);
    if (process.elements.get(id)?.type !== 'inclusiveGateway') continue;
    if (inScope.some((e) => e.element !== id && reaches(process, e.element, id))) continue;
    if (waitsBefore(w, process, scope, id)) continue;
    delete w.own('joins')[join];
    const element = process.elements.get(id);
    if (element) activate(w, d, element, scope);
    return true;
  }
  return false;
}
