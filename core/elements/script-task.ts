// Script task: assigns variables by expression (its `set`); runs through.
import { complete } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const scriptTask: Behaviour<'scriptTask'> = {
  waits: false,
  activate: (w, inst) => complete(w, inst.key),
};
