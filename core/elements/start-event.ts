// Start event (BPMN 2.0 §10.5.2): where a process or sub-process begins; runs through.
import { complete } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const startEvent: Behaviour<'startEvent'> = {
  waits: false,
  activate: (w, inst) => complete(w, inst.key),
};
