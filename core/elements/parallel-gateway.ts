// Parallel gateway (BPMN 2.0 §13.4.1): waits until each incoming flow was taken once, then takes every outgoing flow.
// Counted per scope instance, so that two rounds of a sub-process never mix.
import { incomingOf } from '../engine/compiled.ts';
import { complete } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const parallelGateway: Behaviour<'parallelGateway'> = {
  waits: false,
  arrive(w, d, element, scope, via) {
    const incoming = incomingOf(w.process(d), element.id);
    if (incoming.length < 2 || !via) return true;
    const join = `${scope}/${element.id}`;
    const counts = { ...w.state.joins[join] };
    counts[via.id] = (counts[via.id] ?? 0) + 1;
    if (!incoming.every((f) => (counts[f.id] ?? 0) > 0)) {
      w.own('joins')[join] = counts;
      return false;
    }
    for (const f of incoming) {
      const left = (counts[f.id] ?? 0) - 1;
      if (left > 0) counts[f.id] = left;
      else delete counts[f.id];
    }
    if (Object.keys(counts).length > 0) w.own('joins')[join] = counts;
    else delete w.own('joins')[join];
    return true;
  },
  activate: (w, inst) => complete(w, inst.key),
};
