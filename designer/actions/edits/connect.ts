/** Draws a flow, and leads an existing one elsewhere. */
import type { Definition, Flow } from '../../../contract/index.ts';
import { type Drawing, elementOf, flowOf, onlyFlow, outgoing } from '../drawing.ts';
import { freshFlowId } from '../ids.ts';
import { mayConnect, openOutcomes } from '../may.ts';

/** The definition with a flow between two elements that may be connected. */
export function connected(definition: Definition, from: string, to: string, outcome?: string): Definition {
  const flow: Flow = { id: freshFlowId(from, to, definition), from, to, ...exit(definition, from, outcome) };
  return { ...definition, flows: [...definition.flows, flow] };
}

/** A task's next free outcome; of a decision's ways the second is the one taken otherwise. */
function exit(definition: Definition, from: string, outcome?: string): Partial<Flow> {
  const source = elementOf(definition, from);
  if (!source) return {};
  if (outcome !== undefined) return { outcome };
  const [open] = openOutcomes(definition, source);
  if (open !== undefined) return { outcome: open };
  if (source.type !== 'exclusiveGateway') return {};
  const ways = outgoing(definition, from);
  return ways.length === 1 && !ways.some((way) => way.default) ? { default: true } : {};
}

export function connect(
  { definition, selection }: Drawing,
  { from, to, outcome }: { from: string; to: string; outcome?: string },
): Drawing {
  const source = elementOf(definition, from);
  const by = outcome ?? (source && openOutcomes(definition, source)[0]);
  if (!mayConnect(definition, from, to, by).ok) return { definition, selection };
  const next = connected(definition, from, to, outcome);
  return { definition: next, selection: onlyFlow((next.flows.at(-1) as Flow).id) };
}

/** Leads a flow from or to another element; what made it leave its source goes when the source does. */
export function reconnect(
  { definition, selection }: Drawing,
  { flow: id, from, to, outcome }: { flow: string; from?: string; to?: string; outcome?: string },
): Drawing {
  const flow = flowOf(definition, id);
  if (!flow) return { definition, selection };
  const source = from ?? flow.from;
  const moved = source !== flow.from;
  const by = moved ? (outcome ?? freeOutcome(definition, source)) : (outcome ?? flow.outcome);
  if (!mayConnect(definition, source, to ?? flow.to, by, id).ok) return { definition, selection };
  const { points: _points, labelBy: _by, outcome: _old, ...rest } = flow;
  const { condition: _condition, default: _default, ...bare } = rest;
  const next: Flow = {
    ...(moved ? bare : rest),
    from: source,
    to: to ?? flow.to,
    ...(by === undefined ? {} : { outcome: by }),
  };
  return {
    definition: { ...definition, flows: definition.flows.map((one) => (one.id === id ? next : one)) },
    selection: onlyFlow(id),
  };
}

function freeOutcome(definition: Definition, id: string): string | undefined {
  const element = elementOf(definition, id);
  return element && openOutcomes(definition, element)[0];
}
