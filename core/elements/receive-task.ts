// Receive task: waits for a BPMN message.
import { subscribeTo } from '../engine/subscriptions.ts';
import type { Behaviour } from './behaviour.ts';

export const receiveTask: Behaviour<'receiveTask'> = {
  waits: true,
  activate: (w, inst, element) => {
    if (element.message) subscribeTo(w, inst, { message: element.message });
  },
};
