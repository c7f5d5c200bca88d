// Puts the drawing into definitions: places within the sub-process that contains them, bends within their scope.
import type { Artifact, Element, Flow } from '../../contract/index.ts';
import { rounded } from '../drawing/geometry.ts';
import { boxNumbers, labelBy, wayNumbers } from '../drawing/shapes.ts';
import { attribute } from '../xml/node.ts';
import { type Box, type Diagram, DRAWN, type Edge, HAD, type Point, type Shape } from './diagram.ts';
import type { Drawn } from './process.ts';

export function withDrawing(definition: Drawn, diagram: Diagram): Drawn {
  const closed = definition.elements.map((one) => withClosed(one, definition, diagram));
  // First the places in the whole drawing, from which those within a scope follow.
  const standing = closed.map((one) => ({ ...one, ...diagram.shapes.get(one.id)?.box }) as Element);
  const origins = absoluteOrigins(standing);
  const elements = closed.map((one) => {
    const shape = diagram.shapes.get(one.id);
    return shape ? placed(one, shape, origins.get(one.parent ?? '') ?? { x: 0, y: 0 }) : one;
  });
  const parents = new Map(elements.map(({ id, parent }) => [id, parent]));
  const flows = definition.flows.map((flow): Flow => {
    const edge = diagram.edges.get(flow.id);
    if (!edge) return flow;
    const by = labelBy(edge.node, edge.points[0] as Point);
    return {
      ...flow,
      ...bends(edge, origins.get(parents.get(flow.from) ?? '') ?? { x: 0, y: 0 }),
      ...(by ? { labelBy: by } : {}),
    };
  });
  const artifacts = definition.artifacts?.map((one): Artifact => {
    if (one.type === 'line') {
      const edge = diagram.edges.get(one.id);
      return edge ? { ...one, ...bends(edge, { x: 0, y: 0 }) } : one;
    }
    const shape = diagram.shapes.get(one.id);
    return shape ? placed(one, shape, { x: 0, y: 0 }) : one;
  });
  return { ...definition, elements, flows, ...(artifacts ? { artifacts } : {}) };
}

/** A sub-process drawn closed: it says so, or what is in it is drawn elsewhere or not at all. */
function withClosed(one: Element, { elements }: Drawn, { shapes }: Diagram): Element {
  if (one.type !== 'subProcess') return one;
  const shape = shapes.get(one.id);
  if (!shape || shape.isExpanded === true) return one;
  if (shape.isExpanded === undefined) {
    const inside = elements.filter(({ parent }) => parent === one.id);
    if (inside.length === 0 || inside.some(({ id }) => shapes.get(id)?.plane === shape.plane)) return one;
  }
  return { ...one, collapsed: true };
}

/** Where scopes begin, when every element still has its place in the whole drawing. */
function absoluteOrigins(standing: readonly Element[]): Map<string, Point> {
  const origins = new Map<string, Point>();
  for (const one of standing)
    if (one.type === 'subProcess')
      origins.set(one.id, one.collapsed ? { x: 0, y: 0 } : { x: one.x ?? 0, y: one.y ?? 0 });
  return origins;
}

function placed<T extends Element | Artifact>(one: T, { node, box }: Shape, origin: Point): T {
  const had = attribute(node, HAD.local, HAD.uri);
  const asWritten = had !== undefined && attribute(node, DRAWN.local, DRAWN.uri) === boxNumbers(box);
  const own: Box = {
    x: rounded(box.x - origin.x),
    y: rounded(box.y - origin.y),
    width: box.width,
    height: box.height,
  };
  const kept = Object.entries(own).filter(([key]) => !asWritten || had.includes(key[0] as string));
  return { ...one, ...Object.fromEntries(kept) };
}

function bends({ node, points }: Edge, origin: Point): { points?: Point[] } {
  if (attribute(node, DRAWN.local, DRAWN.uri) === wayNumbers(points)) return {};
  return {
    points: points.slice(1, -1).map(({ x, y }) => ({ x: rounded(x - origin.x), y: rounded(y - origin.y) })),
  };
}
