/** Makes room or takes it away: everything beyond a line moves over, with what sits on its borders and the bends between. */
import type { Definition, Element, Flow } from '../../../contract/index.ts';
import { type Drawing, elementOf, type Point } from '../drawing.ts';
import { boxOf, fitted, GRID, sizeOf, snapped } from '../geometry.ts';

export type Axis = 'x' | 'y';

/** Room that stays between what moves closer and what stands. */
const LEAST = 2 * GRID;

/** Everything of a scope that begins beyond a line. */
function beyond({ elements }: Definition, axis: Axis, at: number, parent: string | undefined): Set<string> {
  const moves = new Set(
    elements
      .filter((one) => one.parent === parent && one.type !== 'boundaryEvent' && boxOf(one)[axis] >= at)
      .map(({ id }) => id),
  );
  for (const one of elements)
    if (one.type === 'boundaryEvent' && moves.has(one.attachedTo)) moves.add(one.id);
  return moves;
}

/** The definition in which everything beyond a line of a scope stands further by so much; what a flow bends at beyond it too. */
export function shiftedBeyond(
  definition: Definition,
  { axis, at, by, parent }: { axis: Axis; at: number; by: number; parent?: string | undefined },
): Definition {
  if (by === 0) return definition;
  const moves = beyond(definition, axis, at, parent);
  const scope = new Map(definition.elements.map((one) => [one.id, one.parent]));
  return {
    ...definition,
    elements: definition.elements.map(
      (one): Element => (moves.has(one.id) ? { ...one, [axis]: Math.round((one[axis] ?? 0) + by) } : one),
    ),
    flows: definition.flows.map((flow): Flow => {
      if (!flow.points || scope.get(flow.from) !== parent) return flow;
      const [from, to] = [moves.has(flow.from), moves.has(flow.to)];
      const further = (point: Point): Point => ({ ...point, [axis]: point[axis] + by });
      if (from && to) return { ...flow, points: flow.points.map(further) };
      if (!flow.points.some((point) => point[axis] >= at)) return flow;
      return { ...flow, points: flow.points.map((point) => (point[axis] >= at ? further(point) : point)) };
    }),
  };
}

/** How much room there is to take away at a line: as far as nothing beyond it comes over what stands before it. */
export function roomAt(
  definition: Definition,
  { axis, at, parent }: { axis: Axis; at: number; parent?: string | undefined },
): number {
  const moves = beyond(definition, axis, at, parent);
  const size = axis === 'x' ? 'width' : 'height';
  const across = axis === 'x' ? ('y' as const) : ('x' as const);
  const acrossSize = axis === 'x' ? 'height' : 'width';
  let room = Number.POSITIVE_INFINITY;
  const inScope = definition.elements.filter((one) => one.parent === parent && one.type !== 'boundaryEvent');
  for (const mover of inScope) {
    if (!moves.has(mover.id)) continue;
    const a = boxOf(mover);
    for (const still of inScope) {
      if (moves.has(still.id)) continue;
      const b = boxOf(still);
      const passes =
        a[across] < b[across] + b[acrossSize] + LEAST && b[across] < a[across] + a[acrossSize] + LEAST;
      // Along one line it may not come over it; elsewhere it may not come before it, for time runs with the eye.
      const until = passes ? b[axis] + b[size] + LEAST : b[axis];
      if (a[axis] >= b[axis]) room = Math.min(room, Math.max(0, a[axis] - until));
    }
    if (parent !== undefined) room = Math.min(room, Math.max(0, a[axis] - LEAST));
  }
  return Number.isFinite(room) ? Math.floor(room / GRID) * GRID : 0;
}

/** Room at a line of a scope: `by` below zero takes away what is free, and no more. */
export function makeRoom(
  { definition, selection }: Drawing,
  { axis, at, by, parent }: { axis: Axis; at: number; by: number; parent?: string },
): Drawing {
  if (parent !== undefined && elementOf(definition, parent)?.type !== 'subProcess')
    return { definition, selection };
  const wanted = snapped(by);
  const given = wanted < 0 ? -Math.min(-wanted, roomAt(definition, { axis, at, parent })) : wanted;
  if (given === 0 || beyond(definition, axis, at, parent).size === 0) return { definition, selection };
  return { definition: fitted(shiftedBeyond(definition, { axis, at, by: given, parent })), selection };
}

/** Room before the selected elements, or less of it: the keyboard's way. */
export function roomBefore(drawing: Drawing, { axis, by }: { axis: Axis; by: number }): Drawing {
  const [first, ...rest] = drawing.selection.elements.flatMap((id) => {
    const one = elementOf(drawing.definition, id);
    const host = one?.type === 'boundaryEvent' ? elementOf(drawing.definition, one.attachedTo) : one;
    return host ? [host] : [];
  });
  if (!first) return drawing;
  const at = Math.min(
    ...[first, ...rest].filter(({ parent }) => parent === first.parent).map((one) => boxOf(one)[axis]),
  );
  return makeRoom(drawing, { axis, at, by, ...(first.parent === undefined ? {} : { parent: first.parent }) });
}

/** Room to the right of a place, as much as something of a size lacks there. */
export const roomFor = (definition: Definition, before: Element, by: number): Definition =>
  by <= 0
    ? definition
    : shiftedBeyond(definition, {
        axis: 'x',
        at: boxOf(before).x,
        by: snapped(by + GRID / 2),
        parent: before.parent,
      });

export const endOf = (element: Element): number => boxOf(element).x + sizeOf(element).width;
