/** Lets an element change places with what comes right after or right before it. */
import type { Definition, Flow } from '../../../contract/index.ts';
import { type Drawing, elementOf, incoming, outgoing } from '../drawing.ts';
import { boxOf, middleOf } from '../geometry.ts';
import { mayGoLater } from '../may.ts';
import { place } from './move.ts';

export function later({ definition, selection }: Drawing, { id }: { id: string }): Drawing {
  if (!mayGoLater(definition, id).ok) return { definition, selection };
  const between = outgoing(definition, id)[0] as Flow;
  const next = between.to;
  const turned = (flow: Flow): Flow => {
    if (flow.id !== between.id && flow.to !== id && flow.from !== next) return flow;
    const { points: _points, ...rest } = flow;
    if (flow.id === between.id) return { ...rest, from: next, to: id };
    if (flow.from === next) return { ...rest, from: id, to: flow.to === id ? next : flow.to };
    return { ...rest, to: next };
  };
  const moved = { ...definition, flows: definition.flows.map(turned) };
  return { definition: changedPlaces(moved, id, next), selection };
}

export function earlier({ definition, selection }: Drawing, { id }: { id: string }): Drawing {
  const [before] = incoming(definition, id);
  return before && mayGoEarlier(definition, id)
    ? later({ definition, selection }, { id: before.from })
    : { definition, selection };
}

/** Whether what comes right before it may come after it. */
export function mayGoEarlier(definition: Definition, id: string): boolean {
  const [before, ...more] = incoming(definition, id);
  return before !== undefined && more.length === 0 && mayGoLater(definition, before.from).ok;
}

/** The row stays as long as it was: the one that comes first begins where the other began. */
function changedPlaces(definition: Definition, a: string, b: string): Definition {
  const [first, second] = [elementOf(definition, a), elementOf(definition, b)];
  if (!first || !second) return definition;
  const [one, other] = [boxOf(first), boxOf(second)];
  const drop = middleOf(first) - middleOf(second);
  const { definition: next } = place(
    { definition, selection: { elements: [], flows: [] } },
    {
      [a]: { x: other.x + other.width - one.width, y: other.y - drop },
      [b]: { x: one.x, y: one.y + drop },
    },
  );
  return next;
}
