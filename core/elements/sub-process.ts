// Sub-process: a scope in the same state; complete when nothing in it is active. Event sub-processes begin at their start event.
import { beginAdHoc } from '../engine/ad-hoc.ts';
import { childrenOf, entriesOf } from '../engine/compiled.ts';
import { activate, complete, openScope } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

export const subProcess: Behaviour<'subProcess'> = {
  waits: true,
  activate(w, inst, element) {
    const process = w.process(inst.d);
    openScope(w, inst.d, inst.key, element.id);
    if (element.adHoc) return beginAdHoc(w, inst, element);
    const entries = element.event
      ? childrenOf(process, element.id)
          .filter((e) => e.type === 'startEvent')
          .slice(0, 1)
      : entriesOf(process, element.id);
    for (const entry of entries) activate(w, inst.d, entry, inst.key);
    if (entries.length === 0) complete(w, inst.key);
  },
};
