/** What the layout in lanes needs to know of a drawing, and nothing else: as long as it is equal, everything stays where it is. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import {
  type Box,
  boxOf,
  closedView,
  exitAt,
  exitsOf,
  isEvent,
  isGateway,
  longest,
  middleOf,
  nameSize,
} from '../actions/index.ts';
import { laneOf, laneOrder } from './lane-of.ts';

export interface PlanNode {
  id: string;
  lane: string;
  width: number;
  height: number;
  /** Where arrows come in, from its top. */
  middle: number;
  /** Room for words above and below it. */
  above: number;
  below: number;
  /** Events on its border, and how far along it. */
  borders: { id: string; x: number }[];
  /** Nothing leads to it and it leads nowhere: it stands after this one. */
  after?: string;
}

export interface PlanEdge {
  id: string;
  from: string;
  to: string;
  /** From the top of its source; from a border it leaves at the bottom. */
  exit: { y: number } | { border: string };
  /** Room that its words take. */
  label: number;
}

export interface Plan {
  /** Roles from top to bottom. */
  lanes: string[];
  nodes: PlanNode[];
  edges: PlanEdge[];
  /** What comes after what without an arrow: undoing after what it undoes, a link after its throw. */
  after: [string, string][];
}

export const BORDER_BELOW = 44;

export function planOf(definition: Definition, closed: ReadonlySet<string>): Plan {
  const seen = closedView(definition, closed);
  const lanes = laneOf(definition);
  const known = new Map(seen.elements.map((one) => [one.id, one]));
  const outer = seen.elements.filter((one) => one.type !== 'boundaryEvent' && !known.has(one.parent ?? ''));
  const ids = new Set(outer.map(({ id }) => id));
  const edges = seen.flows.flatMap((flow): PlanEdge[] => {
    const source = known.get(flow.from);
    const from = source?.type === 'boundaryEvent' ? source.attachedTo : flow.from;
    if (!source || !ids.has(from) || !ids.has(flow.to)) return [];
    const exit = source.type === 'boundaryEvent' ? { border: source.id } : { y: exitAt(source, flow) };
    return [{ id: flow.id, from, to: flow.to, exit, label: labelRoom(flow, source) }];
  });
  const after = besides(seen, ids);
  const joined = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...after.flat()]);
  const anchors = outer.filter(({ id }) => joined.has(id)).map((one) => ({ id: one.id, box: boxOf(one) }));
  const borders = new Map<string, Element[]>();
  for (const one of seen.elements)
    if (one.type === 'boundaryEvent')
      borders.set(one.attachedTo, [...(borders.get(one.attachedTo) ?? []), one]);
  const nodes = outer.map((one): PlanNode => {
    const anchor = joined.has(one.id) ? undefined : leftOf(boxOf(one), anchors);
    const box = boxOf(one);
    return {
      id: one.id,
      lane: lanes.get(one.id) ?? '',
      width: box.width,
      height: box.height,
      middle: middleOf(one),
      ...roomFor(one),
      borders: bordersOf(borders.get(one.id) ?? [], box),
      ...(anchor === undefined ? {} : { after: anchor }),
    };
  });
  return { lanes: laneOrder(definition, new Set(nodes.map(({ lane }) => lane))), nodes, edges, after };
}

/** Words stand under an event and over a decision. */
function roomFor(one: Element): { above: number; below: number } {
  const words = nameSize(one)?.height ?? 0;
  if (isEvent(one)) return { above: 0, below: 8 + Math.max(16, words) };
  if (!isGateway(one)) return { above: 0, below: 0 };
  return { above: 10 + words + (one.type === 'exclusiveGateway' && one.loop ? 16 : 0), below: 0 };
}

/** As they stand in the drawing, from left to right, apart as long as there is room. */
function bordersOf(
  events: readonly Pick<Element, 'id' | 'x'>[],
  { x: left, width }: Box,
): { id: string; x: number }[] {
  const all = events.map(({ id, x = 0 }) => ({ id, x: x - left })).toSorted((a, b) => a.x - b.x);
  const last = Math.max(4, width - 44);
  const step = Math.min(48, all.length > 1 ? (last - 4) / (all.length - 1) : 48);
  const placed: { id: string; x: number }[] = [];
  for (const [i, { id, x }] of all.entries()) {
    const most = last - (all.length - 1 - i) * step;
    const least = placed.length === 0 ? 4 : (placed.at(-1)?.x ?? 0) + step;
    placed.push({ id, x: Math.round(Math.min(most, Math.max(least, x))) });
  }
  return placed;
}

function labelRoom(flow: Flow, source: Element): number {
  if (exitsOf(source).some(({ id }) => id === flow.outcome)) return 0;
  const own = longest(flow.label);
  if (own) return Math.min(150, Math.round(own.length * 6.6));
  if (flow.condition) return 150;
  return flow.default && isGateway(source) ? 64 : 0;
}

function besides({ elements }: Definition, ids: ReadonlySet<string>): [string, string][] {
  const pairs: [string, string][] = [];
  for (const one of elements) {
    if (one.type === 'boundaryEvent' && one.handler !== undefined && ids.has(one.attachedTo))
      pairs.push([one.attachedTo, one.handler]);
    if (one.type !== 'intermediateThrowEvent' || one.throws?.link === undefined) continue;
    const { link } = one.throws;
    for (const other of elements)
      if (other.type === 'intermediateCatchEvent' && other.triggers.link === link)
        pairs.push([one.id, other.id]);
  }
  return pairs.filter(([from, to]) => ids.has(from) && ids.has(to));
}

/** What ends nearest to the left of a box. */
function leftOf({ x }: Box, anchors: readonly { id: string; box: Box }[]): string | undefined {
  let best: { id: string; right: number } | undefined;
  for (const { id, box } of anchors) {
    const right = box.x + box.width;
    if (right <= x && (!best || right > best.right)) best = { id, right };
  }
  return best?.id;
}
