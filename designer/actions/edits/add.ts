/** Adds a block: somewhere, after an element, or between the two ends of a flow. */
import type { Definition, Element } from '../../../contract/index.ts';
import { type BlockId, blocks } from '../blocks.ts';
import { type Drawing, elementOf, flowOf, onlyElement, type Point } from '../drawing.ts';
import {
  boxOf,
  fitted,
  freePlace,
  GAP,
  middleOf,
  PART_PADDING,
  placeAfter,
  sizeOf,
  snapped,
} from '../geometry.ts';
import { freshFlowId } from '../ids.ts';
import { mayConnect, mayContain, mayInsert, mayLeave } from '../may.ts';
import { connected } from './connect.ts';
import { roomFor } from './room.ts';

/** A process without tables has no list of them. */
export const withTables = (
  { decisions }: Definition,
  more: Definition['decisions'],
): Pick<Definition, 'decisions'> => (more?.length ? { decisions: [...(decisions ?? []), ...more] } : {});

/** A block in the definition, unconnected, its own element standing where `place` says. */
function brought(
  definition: Definition,
  block: BlockId,
  parent: string | undefined,
  place: (element: Element) => Point,
): { definition: Definition; element: Element } {
  const made = blocks[block].make(definition);
  const [own, ...inside] = made.elements;
  const at = place(own);
  const element = { ...own, x: snapped(at.x), y: snapped(at.y), ...(parent === undefined ? {} : { parent }) };
  return {
    element,
    definition: {
      ...definition,
      elements: [...definition.elements, element, ...inside],
      flows: [...definition.flows, ...(made.flows ?? [])],
      forms: [...definition.forms, ...(made.forms ?? [])],
      ...withTables(definition, made.decisions),
    },
  };
}

/** A new block whose middle stands at a point of its scope, or at the nearest free place. */
export function add(
  { definition, selection }: Drawing,
  { block, at, parent }: { block: BlockId; at: Point; parent?: string },
): Drawing {
  if (!mayContain(definition, parent, []).ok) return { definition, selection };
  const added = brought(definition, block, parent, (element) => {
    const { width, height } = sizeOf(element);
    return freePlace(definition, { x: at.x - width / 2, y: at.y - height / 2, width, height }, parent);
  });
  return { definition: fitted(added.definition), selection: onlyElement(added.element.id) };
}

/** A new block after an element, connected to it; `outcome` names the exit it hangs on, `at` where it is dropped. */
export function append(
  { definition, selection }: Drawing,
  { block, after, outcome, at }: { block: BlockId; after: string; outcome?: string; at?: Point },
): Drawing {
  const from = elementOf(definition, after);
  if (!from || !mayLeave(from).ok) return { definition, selection };
  const added = brought(definition, block, from.parent, (element) => {
    if (!at) return placeAfter(definition, from, element);
    const place = { x: at.x, y: at.y - middleOf(element) };
    if (from.parent === undefined || (place.x >= PART_PADDING.left && place.y >= PART_PADDING.top))
      return place;
    // Dropped above a part or to the left of it, what comes after a step in it still stands in it: a part grows to the right and down.
    const inside = { x: Math.max(place.x, PART_PADDING.left), y: Math.max(place.y, PART_PADDING.top) };
    return freePlace(definition, { ...inside, ...sizeOf(element) }, from.parent);
  });
  const { element } = added;
  if (!mayConnect(added.definition, after, element.id).ok) return { definition, selection };
  return {
    definition: fitted(connected(added.definition, after, element.id, outcome)),
    selection: onlyElement(element.id),
  };
}

/** A new block on a flow: what follows moves to the right where there is no room. */
export function insert(
  { definition, selection }: Drawing,
  { block, flow: id }: { block: BlockId; flow: string },
): Drawing {
  const flow = flowOf(definition, id);
  const from = elementOf(definition, flow?.from);
  const to = elementOf(definition, flow?.to);
  if (!flow || !from || !to) return { definition, selection };
  const [draft] = blocks[block].make(definition).elements;
  if (!mayInsert(definition, flow, draft).ok) return { definition, selection };
  const start = boxOf(from).x + sizeOf(from).width;
  const need = sizeOf(draft).width + 2 * GAP;
  const forward = boxOf(to).x >= start;
  const roomy = forward ? roomFor(definition, to, need - (boxOf(to).x - start)) : definition;
  const added = brought(roomy, block, from.parent, (element) =>
    freePlace(
      roomy,
      { ...sizeOf(element), x: start + GAP, y: (from.y ?? 0) + middleOf(from) - middleOf(element) },
      from.parent,
    ),
  );
  const { points: _old, ...first } = flow;
  const second = {
    id: freshFlowId(added.element.id, flow.to, { ...added.definition, flows: definition.flows }),
    from: added.element.id,
    to: flow.to,
    ...exitOf(added.element),
  };
  const flows = added.definition.flows.flatMap((one) =>
    one.id === flow.id ? [{ ...first, to: added.element.id }, second] : [one],
  );
  return { definition: fitted({ ...added.definition, flows }), selection: onlyElement(added.element.id) };
}

/** The exit by which what follows an inserted element is reached. */
export function exitOf(element: Element): { outcome?: string; default?: boolean } {
  if (element.type === 'userTask' && element.outcomes?.[0]) return { outcome: element.outcomes[0].id };
  return element.type === 'exclusiveGateway' ? { default: true } : {};
}
