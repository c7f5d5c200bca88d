// Which way a process would go from an element for given values, by the very rule of the engine.
import type { Definition, Flow } from '../../contract/index.ts';
import { chooseFrom } from '../engine/choose-flows.ts';
import { holds, type Now } from '../feel/index.ts';
import type { Variables } from '../state.ts';

export type Way = { ok: true; flows: Flow[] } | { ok: false; flow: string; message: string };

/** A loop that would be full is not looked at: values do not tell how often it went round. */
export function wayFrom(definition: Definition, element: string, values: Variables, now: Now): Way {
  const type = definition.elements.find(({ id }) => id === element)?.type;
  const flows = definition.flows.filter(({ from }) => from === element);
  const chosen = chooseFrom(flows, { exclusive: type === 'exclusiveGateway', full: false }, (feel) => {
    const r = holds(feel, values, now);
    return r.ok ? { ok: true, value: r.holds } : r;
  });
  return chosen.ok ? chosen : { ok: false, flow: chosen.flow.id, message: chosen.message };
}
