// Boundary events are armed with the element they sit on (core/engine/boundaries.ts) and never entered by a flow.
import type { Behaviour } from './behaviour.ts';

export const boundaryEvent: Behaviour<'boundaryEvent'> = {
  waits: true,
  activate(_w, _inst, element) {
    throw new Error(`No flow may lead into boundary event '${element.id}'`);
  },
};
