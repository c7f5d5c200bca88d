// Exclusive gateway (BPMN 2.0 §13.4.2): each arrival leaves by the first flow that holds, else the default; also a loop's counter.
import { complete } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const exclusiveGateway: Behaviour<'exclusiveGateway'> = {
  waits: false,
  activate: (w, inst) => complete(w, inst.key),
};
