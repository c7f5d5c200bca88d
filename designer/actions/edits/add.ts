/** Adds a block: somewhere, after an element, or between the two ends of a flow. */
import type { Definition, Element } from '../../../contract/index.ts';
import { type BlockId, blocks } from '../blocks.ts';
import { type Drawing, elementOf, flowOf, onlyElement, type Point } from '../drawing.ts';
import { boxOf, fitted, freePlace, GAP, middleOf, placeAfter, sizeOf, snapped } from '../geometry.ts';
import { freshFlowId } from '../ids.ts';
import { mayConnect, mayContain, mayInsert, mayLeave } from '../may.ts';
import { connected } from './connect.ts';

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
    return { x: at.x, y: at.y - middleOf(element) };
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
  const roomy = forward ? moveRight(definition, to, need - (boxOf(to).x - start)) : definition;
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
function exitOf(element: Element): { outcome?: string; default?: boolean } {
  if (element.type === 'userTask' && element.outcomes?.[0]) return { outcome: element.outcomes[0].id };
  return element.type === 'exclusiveGateway' ? { default: true } : {};
}

/** Everything from an element on to the right moves over, with what sits on its borders. */
function moveRight(definition: Definition, from: Element, by: number): Definition {
  if (by <= 0) return definition;
  const border = from.x ?? 0;
  const moves = new Set(
    definition.elements
      .filter((one) => one.parent === from.parent && one.type !== 'boundaryEvent' && (one.x ?? 0) >= border)
      .map(({ id }) => id),
  );
  for (const one of definition.elements)
    if (one.type === 'boundaryEvent' && moves.has(one.attachedTo)) moves.add(one.id);
  return {
    ...definition,
    elements: definition.elements.map((one) =>
      moves.has(one.id) ? { ...one, x: snapped((one.x ?? 0) + by) } : one,
    ),
    flows: definition.flows.map(({ points, ...flow }) => {
      if (!points) return flow;
      const both = moves.has(flow.from) && moves.has(flow.to);
      if (both) return { ...flow, points: points.map(({ x, y }) => ({ x: snapped(x + by), y })) };
      return moves.has(flow.from) || moves.has(flow.to) ? flow : { ...flow, points };
    }),
  };
}
