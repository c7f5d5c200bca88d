/** Tidies a drawing: layers from left to right, right angles, parts sized to their contents. Deterministic. */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Definition, Element, Flow } from '../../contract/index.ts';
import type { Drawing, Point } from './drawing.ts';
import { type Box, exitAt, exitsOf, isGateway, middleOf, PART_PADDING, sizeOf } from './geometry.ts';
import { longest, nameSize } from './words-beside.ts';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'false',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.edgeStraightening': 'IMPROVE_STRAIGHTNESS',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.spacing.nodeNode': '36',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.spacing.edgeNode': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.componentComponent': '48',
  'elk.spacing.labelNode': '6',
  'elk.edgeLabels.inline': 'false',
};

type Sizes = ReadonlyMap<string, { width: number; height: number }>;

/** One scope as ELK wants it: elements as nodes, exits and borders as ports. Parts in it have their size already. */
function graphOf(definition: Definition, parent: string | undefined, sizes: Sizes): ElkNode {
  const elements = definition.elements.filter((one) => one.parent === parent && one.type !== 'boundaryEvent');
  const ids = new Set(elements.map(({ id }) => id));
  const host = new Map(
    definition.elements.flatMap((one) =>
      one.type === 'boundaryEvent' ? [[one.id, one.attachedTo] as const] : [],
    ),
  );
  const { top, left, right, bottom } =
    parent === undefined
      ? { top: 40, left: 40, right: 40, bottom: 40 }
      : { ...PART_PADDING, bottom: PART_PADDING.bottom + 12 };
  return {
    id: parent ?? '',
    layoutOptions: { ...OPTIONS, 'elk.padding': `[top=${top},left=${left},bottom=${bottom},right=${right}]` },
    children: elements.map((one) => nodeOf(definition, one, sizes.get(one.id) ?? sizeOf(one))),
    edges: definition.flows
      .filter(({ from, to }) => ids.has(host.get(from) ?? from) && ids.has(to))
      .map((flow) => edgeOf(definition, flow)),
  };
}

function nodeOf(
  definition: Definition,
  element: Element,
  { width, height }: { width: number; height: number },
): ElkNode {
  const borders = definition.elements.filter(
    (one) => one.type === 'boundaryEvent' && one.attachedTo === element.id,
  );
  const name = nameSize(element);
  const middle = element.type === 'subProcess' ? height / 2 : middleOf(element);
  return {
    id: element.id,
    width,
    height,
    ...(name ? { labels: [{ text: element.id, ...name }] } : {}),
    ports: [
      port(element, 'in', 'WEST', 0, middle),
      port(element, 'out', 'EAST', width, middle),
      ...exitsOf(element).map(({ id }) =>
        port(element, `out:${id}`, 'EAST', width, exitAt(element, { outcome: id })),
      ),
      ...borders.map((one, index) => ({
        id: one.id,
        width: 40,
        height: 40,
        x: Math.min(width - 48, Math.max(8, 36 + index * 52)),
        y: height - 20,
        layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': '-20' },
      })),
    ],
    layoutOptions: {
      'elk.portConstraints': 'FIXED_POS',
      'elk.nodeLabels.placement': isGateway(element) ? 'OUTSIDE V_TOP H_CENTER' : 'OUTSIDE V_BOTTOM H_CENTER',
    },
  };
}

const port = (element: Element, id: string, side: 'WEST' | 'EAST', x: number, y: number) => ({
  id: `${element.id}#${id}`,
  width: 0,
  height: 0,
  x,
  y,
  layoutOptions: { 'elk.port.side': side },
});

function edgeOf(definition: Definition, flow: Flow): ElkExtendedEdge {
  const from = definition.elements.find(({ id }) => id === flow.from);
  const exit = from && exitsOf(from).some(({ id }) => id === flow.outcome) ? `out:${flow.outcome}` : 'out';
  const label = flow.outcome === undefined ? longest(flow.label) : '';
  return {
    id: flow.id,
    sources: [from?.type === 'boundaryEvent' ? flow.from : `${flow.from}#${exit}`],
    targets: [`${flow.to}#in`],
    ...(label
      ? {
          labels: [
            {
              text: label,
              width: Math.min(130, label.length * 6.4 + 12),
              height: 18,
              layoutOptions: { 'elk.edgeLabels.placement': 'TAIL' },
            },
          ],
        }
      : {}),
  };
}

/** Where a scope's elements come to stand, and which did not get the place the layout gave them. */
interface Stood {
  graph: ElkNode;
  /** From the layout's own numbers to the drawing's. */
  by: Point;
  at: Map<string, Point>;
  aside: Set<string>;
}

/** Lays a drawing out anew, the innermost parts first. `elk` runs in a worker in the browser; everything else is decided here. */
export async function tidied({ definition, selection }: Drawing, elk: Pick<ELK, 'layout'>): Promise<Drawing> {
  const sizes = new Map<string, { width: number; height: number }>();
  const stood: Stood[] = [];
  const scope = async (parent: string | undefined): Promise<void> => {
    const parts = definition.elements.filter((one) => one.type === 'subProcess' && one.parent === parent);
    for (const { id } of parts) await scope(id);
    const graph = await elk.layout(graphOf(definition, parent, sizes));
    const places = standing(definition, parent, graph);
    stood.push(places);
    const { width = 0, height = 0 } = graph;
    if (parent !== undefined) {
      const right = Math.max(0, ...boxesOf(places).map((box) => box.x + box.width)) + PART_PADDING.right;
      const bottom = Math.max(0, ...boxesOf(places).map((box) => box.y + box.height)) + PART_PADDING.bottom;
      const apart = places.aside.size > 0 || places.by.x !== 0 || places.by.y !== 0;
      sizes.set(parent, {
        width: Math.max(260, Math.round(apart ? right : width)),
        height: Math.max(140, Math.round(apart ? bottom : height)),
      });
    }
  };
  await scope(undefined);
  return { definition: arranged(definition, stood, sizes), selection };
}

const boxesOf = ({ graph, at }: Stood): Box[] =>
  (graph.children ?? []).map(({ id, width = 0, height = 0 }) => ({
    ...(at.get(id) ?? { x: 0, y: 0 }),
    width,
    height,
  }));

/**
 * The layout put where most of it stood already, so that the eye finds everything back. What is pinned stays where it is; what
 * would come over it goes aside.
 */
function standing(definition: Definition, parent: string | undefined, graph: ElkNode): Stood {
  const children = graph.children ?? [];
  const old = new Map(definition.elements.map((one) => [one.id, one]));
  const pinned = new Set(children.flatMap(({ id }) => (old.get(id)?.pinned ? [id] : [])));
  const by = offset(
    children.flatMap(({ id, x = 0, y = 0 }) => {
      const one = old.get(id);
      if (one?.x === undefined || one.y === undefined) return [];
      // Inside a part its border says where things stand.
      const counts = pinned.size > 0 ? pinned.has(id) : parent === undefined;
      return counts ? [{ x: one.x - Math.round(x), y: one.y - Math.round(y) }] : [];
    }),
  );
  const at = new Map<string, Point>();
  const aside = new Set<string>();
  const taken: Box[] = [];
  const sized = (id: string): Pick<ElkNode, 'width' | 'height'> =>
    children.find((child) => child.id === id) ?? {};
  for (const id of pinned) {
    const one = old.get(id) as Element;
    const { width = 0, height = 0 } = sized(id);
    const place = { x: one.x ?? 0, y: one.y ?? 0 };
    at.set(id, place);
    taken.push({ ...place, width, height });
  }
  const loose = children.filter(({ id }) => !pinned.has(id)).toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0));
  for (const { id, x = 0, y = 0, width = 0, height = 0 } of loose) {
    const wanted = { x: Math.round(x) + by.x, y: Math.round(y) + by.y };
    const within =
      parent === undefined || pinned.size === 0
        ? wanted
        : { x: Math.max(PART_PADDING.left, wanted.x), y: Math.max(PART_PADDING.top, wanted.y) };
    const place = pinned.size === 0 ? within : clearOf(taken, { ...within, width, height });
    at.set(id, { x: place.x, y: place.y });
    if (pinned.size > 0) taken.push({ ...place, width, height });
  }
  for (const { id, x = 0, y = 0 } of children) {
    const place = at.get(id);
    if (place && (place.x !== Math.round(x) + by.x || place.y !== Math.round(y) + by.y)) aside.add(id);
  }
  return { graph, by, at, aside };
}

/** The middle of what everything moves by: as much as possible stays put. */
function offset(moves: readonly Point[]): Point {
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { x: middle(moves.map(({ x }) => x)), y: middle(moves.map(({ y }) => y)) };
}

/** The nearest place at or below that lies over nothing. */
function clearOf(taken: readonly Box[], box: Box): Box {
  let { y } = box;
  for (let tries = 0; tries < 400; tries += 1) {
    const hit = taken.find(
      (other) =>
        box.x < other.x + other.width + 20 &&
        other.x < box.x + box.width + 20 &&
        y < other.y + other.height + 20 &&
        other.y < y + box.height + 20,
    );
    if (!hit) break;
    y = Math.round(hit.y + hit.height + 30);
  }
  return { ...box, y };
}

/** The definition with the places that were found. */
function arranged(definition: Definition, stood: readonly Stood[], sizes: Sizes): Definition {
  const at = new Map<string, Point>();
  const bends = new Map<string, Point[]>();
  const host = new Map(
    definition.elements.flatMap((one) => (one.type === 'boundaryEvent' ? [[one.id, one.attachedTo]] : [])),
  );
  const ends = new Map(definition.flows.map(({ id, from, to }) => [id, [host.get(from) ?? from, to]]));
  for (const { graph, by, at: places, aside } of stood) {
    const moved = ({ x, y }: Point): Point => ({ x: Math.round(x) + by.x, y: Math.round(y) + by.y });
    for (const { id, sections = [] } of graph.edges ?? [])
      if (!ends.get(id)?.some((end) => aside.has(end)))
        bends.set(id, sections.flatMap(({ bendPoints = [] }) => bendPoints).map(moved));
    for (const { id, height = 0, ports = [] } of graph.children ?? []) {
      const place = places.get(id);
      if (!place) continue;
      at.set(id, place);
      for (const border of ports)
        if (!border.id.includes('#'))
          at.set(border.id, {
            x: Math.round(place.x + (border.x ?? 0)),
            y: Math.round(place.y + height - 20),
          });
    }
  }
  return {
    ...definition,
    elements: definition.elements.map(
      (one): Element => ({ ...one, ...(sizes.get(one.id) ?? sizeOf(one)), ...at.get(one.id) }),
    ),
    flows: definition.flows.map((flow): Flow => {
      const { points: _points, ...rest } = flow;
      const points = bends.get(flow.id);
      return points && points.length > 0 ? { ...rest, points } : rest;
    }),
  };
}
