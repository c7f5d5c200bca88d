// What BPMN has and this engine does not carry out: whoever starts it all the same finds an incident there.
import { incident } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const unsupported: Behaviour<'unsupported'> = {
  waits: true,
  activate: (w, inst, element) =>
    incident(
      w,
      inst,
      'UNSUPPORTED_ELEMENT',
      `Expected an element that can be carried out, but '${element.id}' is a ${element.bpmn}`,
      { kind: 'activate', key: inst.key },
    ),
};
