// The drawing: where shapes stand and how edges bend, by the id of what they draw (BPMN 2.0 §12).
import { BPMNDI, DC, DI, OWN } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import type { Reading } from './reading.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

export interface Shape {
  node: XmlElement;
  box: Box;
  /** False for a sub-process of which only the outside is drawn here. */
  isExpanded: boolean | undefined;
  /** The plane it is drawn on: the id of the process, collaboration or sub-process. */
  plane: string;
}
export interface Edge {
  node: XmlElement;
  points: Point[];
  plane: string;
}
export interface Diagram {
  shapes: Map<string, Shape>;
  edges: Map<string, Edge>;
  /** Each `BPMNDiagram`, with what its plane draws. */
  diagrams: { node: XmlElement; plane: string }[];
}

export function readDiagram(reading: Reading, root: XmlElement): Diagram {
  const diagram: Diagram = { shapes: new Map(), edges: new Map(), diagrams: [] };
  for (const node of elementsIn(root)) {
    if (node.uri !== BPMNDI || node.local !== 'BPMNDiagram') continue;
    for (const plane of elementsIn(node)) {
      if (plane.local !== 'BPMNPlane' || plane.uri !== BPMNDI) continue;
      const drawn = draws(reading, plane);
      diagram.diagrams.push({ node, plane: drawn });
      for (const one of elementsIn(plane)) read(reading, diagram, one, drawn);
    }
  }
  return diagram;
}

/** Id of what a shape, edge or plane draws. */
export function draws(reading: Reading, node: XmlElement): string {
  const ref = attribute(node, 'bpmnElement') ?? '';
  if (reading.byId.has(ref)) return ref;
  const local = ref.slice(ref.indexOf(':') + 1);
  return reading.byId.has(local) ? local : ref;
}

function read(reading: Reading, diagram: Diagram, node: XmlElement, plane: string): void {
  if (node.uri !== BPMNDI) return;
  const id = draws(reading, node);
  if (node.local === 'BPMNShape' && !diagram.shapes.has(id)) {
    const bounds = elementsIn(node).find((one) => one.local === 'Bounds' && one.uri === DC);
    const box = bounds && boxOf(bounds);
    if (!box) {
      reading.find(
        'bpmn-shape',
        'hint',
        id,
        node,
        `De plaats van ‘${id}’ is geen getal; die wordt opnieuw gekozen.`,
        `The place of '${id}' is no number; it is chosen anew.`,
      );
      return;
    }
    const expanded = attribute(node, 'isExpanded');
    diagram.shapes.set(id, {
      node,
      box,
      isExpanded: expanded === undefined ? undefined : expanded === 'true' || expanded === '1',
      plane,
    });
  } else if (node.local === 'BPMNEdge' && !diagram.edges.has(id)) {
    const points = elementsIn(node).flatMap((one) =>
      one.local === 'waypoint' && one.uri === DI ? [pointOf(one)] : [],
    );
    const known = points.filter((point) => point !== undefined);
    if (known.length === points.length && known.length >= 2)
      diagram.edges.set(id, { node, points: known, plane });
  }
}

/** Numbers far outside any drawing are as good as none. */
const FARTHEST = 1e7;

function numberIn(node: XmlElement, name: string): number | undefined {
  const text = attribute(node, name);
  const n = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(n) && Math.abs(n) <= FARTHEST ? n : undefined;
}

export function boxOf(bounds: XmlElement): Box | undefined {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(bounds, name));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width < 0 || height < 0 ? undefined : { x, y, width, height };
}

function pointOf(waypoint: XmlElement): Point | undefined {
  const [x, y] = ['x', 'y'].map((name) => numberIn(waypoint, name));
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** What our own writer adds to a shape whose place it chose: which of its numbers the definition had itself. */
export const HAD = { uri: OWN, local: 'had' } as const;
/** The numbers as they were written; with others somebody has moved it since. */
export const DRAWN = { uri: OWN, local: 'drawn' } as const;
