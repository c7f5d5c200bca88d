/** Tidies a drawing: layers from left to right, right angles, parts sized to their contents. Deterministic. */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Definition, Element, Flow } from '../../contract/index.ts';
import type { Drawing } from './drawing.ts';
import { boxOf, exitAt, exitsOf, isEvent, isGateway, middleOf, PART_PADDING, sizeOf } from './geometry.ts';

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

/** The graph as ELK wants it: elements as nodes, exits and borders as ports. */
export function graphOf(definition: Definition): ElkNode {
  const within = (parent: string | undefined): Pick<ElkNode, 'children' | 'edges'> => {
    const elements = definition.elements.filter(
      (one) => one.parent === parent && one.type !== 'boundaryEvent',
    );
    const ids = new Set(elements.map(({ id }) => id));
    const host = new Map(
      definition.elements.flatMap((one) =>
        one.type === 'boundaryEvent' ? [[one.id, one.attachedTo] as const] : [],
      ),
    );
    const edges = definition.flows.filter(({ from, to }) => ids.has(host.get(from) ?? from) && ids.has(to));
    return {
      children: elements.map((one) => nodeOf(definition, one, within)),
      edges: edges.map((flow) => edgeOf(definition, flow)),
    };
  };
  return {
    id: '',
    layoutOptions: { ...OPTIONS, 'elk.padding': '[top=40,left=40,bottom=40,right=40]' },
    ...within(undefined),
  };
}

function nodeOf(
  definition: Definition,
  element: Element,
  within: (parent: string) => Pick<ElkNode, 'children' | 'edges'>,
): ElkNode {
  const part = element.type === 'subProcess';
  const { width, height } = sizeOf(element);
  const borders = definition.elements.filter(
    (one) => one.type === 'boundaryEvent' && one.attachedTo === element.id,
  );
  const small = isEvent(element) || isGateway(element);
  const label = small ? longest(element.name) : '';
  const rows = exitsOf(element);
  const inner = part ? within(element.id) : {};
  const fixed = !part;
  return {
    id: element.id,
    ...(part ? {} : { width, height }),
    ...inner,
    ...(label
      ? {
          labels: [
            { text: label, width: Math.min(NAME_WIDTH, label.length * 6.6), height: lines(label) * 16 },
          ],
        }
      : {}),
    ports: [
      port(element, 'in', 'WEST', 0, fixed ? middleOf(element) : undefined),
      port(element, 'out', 'EAST', width, fixed ? middleOf(element) : undefined),
      ...rows.map(({ id }) => port(element, `out:${id}`, 'EAST', width, exitAt(element, { outcome: id }))),
      ...borders.map((one, index) => ({
        id: one.id,
        width: 40,
        height: 40,
        ...(fixed ? { x: Math.min(width - 48, Math.max(8, 36 + index * 52)), y: height - 20 } : {}),
        layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': '-20' },
      })),
    ],
    layoutOptions: {
      'elk.portConstraints': fixed ? 'FIXED_POS' : 'FIXED_SIDE',
      'elk.portAlignment.default': 'CENTER',
      'elk.nodeLabels.placement': isGateway(element) ? 'OUTSIDE V_TOP H_CENTER' : 'OUTSIDE V_BOTTOM H_CENTER',
      ...(part
        ? {
            ...OPTIONS,
            'elk.padding': `[top=${PART_PADDING.top},left=${PART_PADDING.left},bottom=${PART_PADDING.bottom + 12},right=${PART_PADDING.right}]`,
            'elk.nodeSize.constraints': 'PORTS MINIMUM_SIZE',
            'elk.nodeSize.minimum': '(260,140)',
          }
        : {}),
    },
  };
}

const port = (element: Element, id: string, side: 'WEST' | 'EAST', x: number, y: number | undefined) => ({
  id: `${element.id}#${id}`,
  width: 0,
  height: 0,
  ...(y === undefined ? {} : { x, y }),
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

/** Lays a drawing out anew. `elk` runs in a worker in the browser; everything else is decided here. */
export async function tidied({ definition, selection }: Drawing, elk: Pick<ELK, 'layout'>): Promise<Drawing> {
  return { definition: arranged(definition, await elk.layout(graphOf(definition))), selection };
}

/** The definition with the places ELK found. */
export function arranged(definition: Definition, graph: ElkNode): Definition {
  const at = new Map<string, Partial<Element>>();
  const bends = new Map<string, { x: number; y: number }[]>();
  const round = ({ x = 0, y = 0 }: { x?: number; y?: number }) => ({ x: Math.round(x), y: Math.round(y) });
  const read = (node: ElkNode) => {
    for (const edge of node.edges ?? []) {
      const points = (edge as ElkExtendedEdge).sections?.flatMap(({ bendPoints }) => bendPoints ?? []) ?? [];
      bends.set(edge.id, points.map(round));
    }
    for (const child of node.children ?? []) {
      const place = round(child);
      const part = child.children !== undefined;
      at.set(child.id, {
        ...place,
        ...(part ? { width: Math.round(child.width ?? 0), height: Math.round(child.height ?? 0) } : {}),
      });
      for (const border of child.ports ?? [])
        if (!border.id.includes('#'))
          at.set(border.id, {
            x: place.x + Math.round(border.x ?? 0),
            y: place.y + Math.round((child.height ?? 0) - 20),
          });
      read(child);
    }
  };
  read(graph);
  return {
    ...definition,
    elements: definition.elements.map((one): Element => {
      const { width: _width, height: _height, ...rest } = one;
      const size = one.type === 'subProcess' ? {} : boxOf(one);
      return { ...rest, ...size, ...at.get(one.id) } as Element;
    }),
    flows: definition.flows.map((flow): Flow => {
      const { points: _points, ...rest } = flow;
      const points = bends.get(flow.id);
      return points && points.length > 0 ? { ...rest, points } : rest;
    }),
  };
}
