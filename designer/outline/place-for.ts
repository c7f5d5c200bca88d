/** Where a new step comes in the list: after what is chosen, before an end, between two, or in a part that is empty. */
import type { Definition } from '../../contract/index.ts';
import {
  type BlockId,
  type Drawing,
  elementOf,
  incoming,
  isGateway,
  mayLeave,
  openOutcomes,
  outgoing,
  perform,
} from '../actions/index.ts';

export type PlaceFor =
  | { kind: 'after'; after: string; outcome?: string }
  | { kind: 'after' | 'before' | 'between'; flow: string }
  | { kind: 'inside'; part: string };

/** Undefined: nothing can come here. */
export function placeFor({ definition, selection }: Drawing): PlaceFor | undefined {
  const [flow] = selection.flows;
  if (flow !== undefined && selection.elements.length === 0) return { kind: 'between', flow };
  const one = elementOf(definition, selection.elements[0]);
  if (!one) return undefined;
  if (one.type === 'subProcess' && isEmpty(definition, one.id)) return { kind: 'inside', part: one.id };
  if (!mayLeave(one).ok) {
    const [before, ...more] = incoming(definition, one.id);
    return before && more.length === 0 ? { kind: 'before', flow: before.id } : undefined;
  }
  const out = outgoing(definition, one.id);
  const [outcome] = openOutcomes(definition, one);
  if (outcome !== undefined) return { kind: 'after', after: one.id, outcome };
  const [only] = out;
  // Where ways part a new one is added; elsewhere what came after comes after the new step.
  const parts = isGateway(one) && incoming(definition, one.id).length < 2;
  return only && out.length === 1 && !parts
    ? { kind: 'after', flow: only.id }
    : { kind: 'after', after: one.id };
}

const isEmpty = ({ elements }: Definition, part: string): boolean =>
  elements.every(({ parent }) => parent !== part);

/** One step: the block in its place, selected. What may not stand there leaves the drawing as it is. */
export function broughtTo(drawing: Drawing, place: PlaceFor, block: BlockId): Drawing {
  if ('flow' in place)
    return perform(perform(drawing, 'select', { elements: [], flows: [place.flow] }), 'insert', {
      block,
      flow: place.flow,
    });
  if ('part' in place) return perform(drawing, 'add', { block, at: { x: 140, y: 100 }, parent: place.part });
  return perform(perform(drawing, 'select', { elements: [place.after], flows: [] }), 'append', {
    block,
    after: place.after,
    ...(place.outcome === undefined ? {} : { outcome: place.outcome }),
  });
}
