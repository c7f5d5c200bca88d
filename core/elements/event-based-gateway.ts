// Event-based gateway (BPMN 2.0 §13.4.4): all events behind it wait; the first that happens wins and the others are withdrawn.
import { outgoingOf } from '../engine/compiled.ts';
import { activate, remove } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const eventBasedGateway: Behaviour<'eventBasedGateway'> = {
  waits: false,
  activate(w, inst, element) {
    const process = w.process(inst.d);
    w.fact({ type: 'element.completed', element: element.id, key: inst.key });
    remove(w, inst);
    for (const flow of outgoingOf(process, element.id)) {
      const target = process.elements.get(flow.to);
      if (!target) continue;
      w.fact({ type: 'flow.taken', flow: flow.id, from: flow.from, to: flow.to });
      activate(w, inst.d, target, inst.scope, { via: flow, race: inst.key });
    }
  },
};
