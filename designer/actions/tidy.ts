/** Tidies a drawing: layers from left to right, right angles, parts sized to their contents. Deterministic. */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Definition, Element, Flow } from '../../contract/index.ts';
import type { Drawing, Point } from './drawing.ts';
import { exitAt, exitsOf, isEvent, isGateway, middleOf, PART_PADDING, sizeOf } from './geometry.ts';

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

/** Words under an event, beside a gateway or on a flow take room: about this much. */
export const NAME_WIDTH = 116;
const lines = (words: string): number => Math.min(3, Math.ceil((words.length * 6.6) / NAME_WIDTH) || 0);
const longest = (name: Element['name']): string =>
  name === undefined
    ? ''
    : typeof name === 'string'
      ? name
      : name.nl.length > name.en.length
        ? name.nl
        : name.en;

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
  const label = isEvent(element) || isGateway(element) ? longest(element.name) : '';
  const middle = element.type === 'subProcess' ? height / 2 : middleOf(element);
  return {
    id: element.id,
    width,
    height,
    ...(label
      ? {
          labels: [
            { text: label, width: Math.min(NAME_WIDTH, label.length * 6.6), height: lines(label) * 16 },
          ],
        }
      : {}),
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

/** Lays a drawing out anew, the innermost parts first. `elk` runs in a worker in the browser; everything else is decided here. */
export async function tidied({ definition, selection }: Drawing, elk: Pick<ELK, 'layout'>): Promise<Drawing> {
  const sizes = new Map<string, { width: number; height: number }>();
  const graphs: ElkNode[] = [];
  const scope = async (parent: string | undefined): Promise<void> => {
    const parts = definition.elements.filter((one) => one.type === 'subProcess' && one.parent === parent);
    for (const { id } of parts) await scope(id);
    const graph = await elk.layout(graphOf(definition, parent, sizes));
    graphs.push(graph);
    const { width = 0, height = 0 } = graph;
    if (parent !== undefined)
      sizes.set(parent, {
        width: Math.max(260, Math.round(width)),
        height: Math.max(140, Math.round(height)),
      });
  };
  await scope(undefined);
  return { definition: arranged(definition, graphs, sizes), selection };
}

/** The definition with the places ELK found. */
function arranged(definition: Definition, graphs: readonly ElkNode[], sizes: Sizes): Definition {
  const at = new Map<string, Point>();
  const bends = new Map<string, Point[]>();
  const round = ({ x = 0, y = 0 }: Partial<Point>) => ({ x: Math.round(x), y: Math.round(y) });
  for (const { children = [], edges = [] } of graphs) {
    for (const { id, sections = [] } of edges)
      bends.set(id, sections.flatMap(({ bendPoints = [] }) => bendPoints).map(round));
    for (const { id, x = 0, y = 0, height = 0, ports = [] } of children) {
      at.set(id, round({ x, y }));
      for (const border of ports)
        if (!border.id.includes('#'))
          at.set(border.id, round({ x: x + (border.x ?? 0), y: y + height - 20 }));
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
