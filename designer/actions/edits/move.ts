/** Moves elements, into and out of parts too; borders and contents go along. */
import type { Definition, Element } from '../../../contract/index.ts';
import { type Drawing, elementOf, type Point } from '../drawing.ts';
import { fitted, onBorder, originOf, sizeOf, snapped } from '../geometry.ts';
import { mayAttach, mayContain } from '../may.ts';

/** Shifts the selection, or some elements, by a distance; onto the grid, unless the distance is exact. What is carried along by another goes once. */
export function move(
  { definition, selection }: Drawing,
  { by, elements = selection.elements, exact = false }: { by: Point; elements?: string[]; exact?: boolean },
): Drawing {
  const round = exact ? Math.round : snapped;
  const carried = (parent: string | undefined): boolean =>
    parent !== undefined && (elements.includes(parent) || carried(elementOf(definition, parent)?.parent));
  const moved = new Map(
    elements.flatMap((id) => {
      const one = elementOf(definition, id);
      if (!one || carried(one.parent)) return [];
      return [[id, { x: round((one.x ?? 0) + by.x), y: round((one.y ?? 0) + by.y) }] as const];
    }),
  );
  return { definition: placed(definition, moved), selection };
}

/** Puts elements at positions within their scope. What stands on a border slides along it; the rest of the border goes along. */
export function place({ definition, selection }: Drawing, to: Record<string, Point>): Drawing {
  return { definition: placed(definition, new Map(Object.entries(to))), selection };
}

function placed(definition: Definition, to: ReadonlyMap<string, Point>): Definition {
  const shift = new Map<string, Point>();
  for (const one of definition.elements) {
    const at = to.get(one.id);
    if (at && one.type !== 'boundaryEvent')
      shift.set(one.id, { x: at.x - (one.x ?? 0), y: at.y - (one.y ?? 0) });
  }
  const next = definition.elements.map((one): Element => {
    if (one.type === 'boundaryEvent') {
      const along = shift.get(one.attachedTo);
      if (along) return { ...one, x: (one.x ?? 0) + along.x, y: (one.y ?? 0) + along.y };
      const at = to.get(one.id);
      const host = elementOf(definition, one.attachedTo);
      if (!at || !host) return one;
      const { width, height } = sizeOf(one);
      return { ...one, ...onBorder(host, { x: at.x + width / 2, y: at.y + height / 2 }) };
    }
    const at = to.get(one.id);
    return at ? { ...one, x: Math.round(at.x), y: Math.round(at.y) } : one;
  });
  return fitted({
    ...definition,
    elements: next,
    flows: definition.flows.map((flow) => bent(definition, flow, shift)),
  });
}

/** Bends go along when both ends do by the same, and are given up when one end leaves. */
function bent(
  definition: Definition,
  flow: Definition['flows'][number],
  shift: ReadonlyMap<string, Point>,
): Definition['flows'][number] {
  const { points, ...rest } = flow;
  if (!points) return flow;
  const of = (id: string) => {
    const one = elementOf(definition, id);
    return shift.get(one?.type === 'boundaryEvent' ? one.attachedTo : id);
  };
  const [a, b] = [of(flow.from), of(flow.to)];
  if (!a && !b) return flow;
  if (a && b && a.x === b.x && a.y === b.y)
    return { ...rest, points: points.map(({ x, y }) => ({ x: x + a.x, y: y + a.y })) };
  return rest;
}

/** Puts elements into a part, or out to the process itself; flows that would cross its border go. */
export function contain(
  { definition, selection }: Drawing,
  { parent, elements = selection.elements }: { parent: string | undefined; elements?: string[] },
): Drawing {
  const goes = elements.filter((id) => {
    const one = elementOf(definition, id);
    return one && one.type !== 'boundaryEvent' && one.parent !== parent;
  });
  if (goes.length === 0 || !mayContain(definition, parent, goes).ok) return { definition, selection };
  const target = originOf(definition, parent);
  const inner = new Set(goes);
  const next = definition.elements.map((one): Element => {
    const along = inner.has(one.id) || (one.type === 'boundaryEvent' && inner.has(one.attachedTo));
    if (!along) return one;
    const origin = originOf(definition, one.parent);
    const { parent: _old, ...rest } = one;
    return {
      ...rest,
      x: Math.round((one.x ?? 0) + origin.x - target.x),
      y: Math.round((one.y ?? 0) + origin.y - target.y),
      ...(parent === undefined ? {} : { parent }),
    } as Element;
  });
  const scope = new Map(next.map((one) => [one.id, one.parent]));
  const flows = definition.flows
    .filter(({ from, to }) => scope.get(from) === scope.get(to))
    .map((flow) => {
      const { points, ...rest } = flow;
      return points && scope.get(flow.from) !== elementOf(definition, flow.from)?.parent ? rest : flow;
    });
  return { definition: fitted({ ...definition, elements: next, flows }), selection };
}

/** Puts a boundary event on the border of another element. */
export function reattach(
  { definition, selection }: Drawing,
  { event, host: to, near }: { event: string; host: string; near: Point },
): Drawing {
  const host = elementOf(definition, to);
  if (!host || !mayAttach(host).ok) return { definition, selection };
  const at = onBorder(host, near);
  const elements = definition.elements.map((one): Element => {
    if (one.id !== event || one.type !== 'boundaryEvent') return one;
    const { parent: _old, ...rest } = one;
    return { ...rest, attachedTo: to, ...at, ...(host.parent === undefined ? {} : { parent: host.parent }) };
  });
  const scope = new Map(elements.map((one) => [one.id, one.parent]));
  const flows = definition.flows.filter(
    ({ from, to: target }) => from !== event || (scope.get(from) === scope.get(target) && target !== to),
  );
  return { definition: { ...definition, elements, flows }, selection };
}
