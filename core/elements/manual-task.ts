// Manual task: work that happens without the engine; passed through (BPMN 2.0 §10.3.3.5), as is a task of no kind.
import { complete } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const manualTask: Behaviour<'manualTask'> = {
  waits: false,
  activate: (w, inst) => complete(w, inst.key),
};
