/** A definition as React Flow's nodes and edges; what did not change keeps its identity, so that only what changed is drawn again. */
import type { Edge, Node } from '@xyflow/react';
import type { Definition, Element, Finding, Flow, Language } from '../../contract/index.ts';
import type { Change } from '../../core/difference/index.ts';
import { Surroundings } from '../../core/picture/surroundings.ts';
import { endsOf, labelOf, leavingTogether, routed } from '../../core/picture/ways.ts';
import { said } from '../../core/prose/say.ts';
import { boxOf, exitsOf, isEvent, isGateway, type Point, partsAround } from '../actions/index.ts';
import type { ConflictMark } from '../conflicts/clash.ts';
import { markAloud } from '../conflicts/conflicts-texts.ts';
import { type CardFacts, cardFacts } from './card-facts.ts';
import { handlesOf } from './handles.ts';
import type { Marks } from './marks.ts';

export interface NodeData extends Record<string, unknown> {
  element: Element;
  facts: CardFacts;
  /** How often it is active now. */
  present: number;
  walked: boolean;
  /** The drawing shows a story: what was not walked is light. */
  story: boolean;
  hinted: boolean;
  /** Not there yet: what pointing at a choice would bring. */
  ghost: boolean;
  /** Somebody else's, while one role is looked at. */
  faint: boolean;
  /** Of a closed part: how many steps are in it. */
  inside?: number;
  finding?: Finding['severity'];
  findings: number;
  changed?: Change['how'];
  conflict?: ConflictMark;
  /** No longer there; somebody else changed it. */
  gone: boolean;
  comments: number;
}
export type DrawnNode = Node<NodeData>;

export interface EdgeData extends Record<string, unknown> {
  /** Bends in the whole drawing, minus the origin of the scope. */
  points: Point[];
  /** Where it leaves and arrives, likewise within its scope. */
  start: Point;
  end: Point;
  scope?: string;
  /** What its source sits on the border of. */
  host?: string;
  label: string;
  /** Where somebody put its words, from where it leaves. */
  labelBy?: Point;
  /** Others leave at the same place. */
  leavesWithOthers: boolean;
  /** Drawn by hand, not found by itself. */
  byHand: boolean;
  ghost: boolean;
  walked: boolean;
  story: boolean;
  finding?: Finding['severity'];
  changed?: Change['how'];
  conflict?: ConflictMark;
  gone: boolean;
}
export type DrawnEdge = Edge<EdgeData>;

const kindOf = (element: Element): 'card' | 'event' | 'gateway' | 'part' =>
  element.type === 'subProcess'
    ? 'part'
    : isEvent(element)
      ? 'event'
      : isGateway(element)
        ? 'gateway'
        : 'card';

type Keep<V> = Map<string, { key: unknown[]; value: V }>;
function kept<V>(map: Keep<V>, id: string, key: unknown[], make: () => V): V {
  const found = map.get(id);
  if (found && found.key.length === key.length && found.key.every((one, i) => Object.is(one, key[i])))
    return found.value;
  const value = make();
  map.set(id, { key, value });
  return value;
}

/** Remembers what it drew before. One per canvas. */
export class Drawer {
  private nodes: Keep<DrawnNode> = new Map();
  private edges: Keep<DrawnEdge> = new Map();
  private facts: Keep<CardFacts> = new Map();
  private surroundings = new Surroundings();
  private drawn: { nodes: DrawnNode[]; edges: DrawnEdge[] } = { nodes: [], edges: [] };

  draw(definition: Definition, language: Language, marks: Marks): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
    const story = marks.walked !== undefined;
    const elements = new Map(definition.elements.map((one) => [one.id, one]));
    const worst = (id: string) => marks.findings?.get(id)?.[0]?.severity;
    const ordered = definition.elements.toSorted((a, b) => depth(a, elements) - depth(b, elements));
    const opened = outcomesTaken(definition);
    const nodes = ordered.map((element) => {
      const facts = kept(
        this.facts,
        element.id,
        [
          element,
          definition.roles,
          definition.ladders,
          definition.forms,
          language,
          opened.get(element.id) ?? '',
        ],
        () => cardFacts(definition, element, language),
      );
      const host = element.type === 'boundaryEvent' ? elements.get(element.attachedTo) : undefined;
      const present = marks.present?.[element.id] ?? 0;
      const walked = marks.walked?.has(element.id) ?? false;
      const findings = marks.findings?.get(element.id)?.length ?? 0;
      const hinted = marks.hinted?.has(element.id) ?? false;
      const changed = marks.changed?.get(element.id);
      const conflict = marks.conflicts?.get(element.id);
      const gone = marks.gone?.has(element.id) ?? false;
      const comments = marks.comments?.get(element.id) ?? 0;
      const ghost = marks.ghosts?.has(element.id) ?? false;
      const faint = marks.lit !== undefined && !marks.lit.has(element.id);
      const inside = marks.closed?.get(element.id);
      const key = [
        element,
        ghost,
        faint,
        inside,
        facts,
        present,
        walked,
        story,
        findings,
        worst(element.id),
        hinted,
        changed,
        conflict,
        gone,
        comments,
        host?.x,
        host?.y,
      ];
      return kept(this.nodes, element.id, key, () =>
        node(element, host, conflict ? markAloud[conflict][language] : '', {
          element,
          facts,
          present,
          walked,
          story,
          hinted,
          ghost,
          faint,
          ...(inside === undefined ? {} : { inside }),
          findings,
          finding: worst(element.id),
          changed,
          ...(conflict ? { conflict } : {}),
          gone,
          comments,
        }),
      );
    });
    const around = this.surroundings.of(definition);
    const together = leavingTogether(definition);
    const edges = definition.flows.flatMap((flow) => {
      const [from, to] = [elements.get(flow.from), elements.get(flow.to)];
      if (!from || !to) return [];
      const walked = marks.walked?.has(flow.id) ?? false;
      const near = flow.points ? undefined : around.near(flow.id, from, to);
      const key = [
        flow,
        from.x,
        from.y,
        to.x,
        to.y,
        from,
        near,
        walked,
        story,
        worst(flow.id),
        marks.changed?.get(flow.id),
        marks.conflicts?.get(flow.id),
        marks.gone?.has(flow.id) ?? false,
        language,
        definition.forms,
        marks.ghosts?.has(flow.id) ?? false,
        together.has(flow.id),
      ];
      return [
        kept(this.edges, flow.id, key, () =>
          edge(definition, flow, from, to, around, language, {
            leavesWithOthers: together.has(flow.id),
            walked,
            story,
            ghost: marks.ghosts?.has(flow.id) ?? false,
            finding: worst(flow.id),
            changed: marks.changed?.get(flow.id),
            conflict: marks.conflicts?.get(flow.id),
            gone: marks.gone?.has(flow.id) ?? false,
          }),
        ),
      ];
    });
    this.drawn = {
      nodes: sameList(this.drawn.nodes, nodes),
      edges: sameList(this.drawn.edges, edges),
    };
    return this.drawn;
  }
}

/** The list of before while all in it is the same. */
const sameList = <T>(before: T[], now: T[]): T[] =>
  before.length === now.length && before.every((one, i) => one === now[i]) ? before : now;

function outcomesTaken({ flows }: Definition): Map<string, string> {
  const map = new Map<string, string>();
  for (const { from, outcome } of flows) if (outcome) map.set(from, `${map.get(from) ?? ''} ${outcome}`);
  return map;
}

function depth(element: Element, elements: ReadonlyMap<string, Element>): number {
  let n = element.type === 'boundaryEvent' ? 0.5 : 0;
  for (let at = element.parent; at !== undefined && n < 50; at = elements.get(at)?.parent) n += 1;
  return n;
}

function node(element: Element, host: Element | undefined, aloud: string, data: NodeData): DrawnNode {
  const { x, y, width, height } = boxOf(element);
  const parent = host?.id ?? element.parent;
  return {
    id: element.id,
    type: kindOf(element),
    position: host ? { x: x - (host.x ?? 0), y: y - (host.y ?? 0) } : { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(element),
    ...(parent === undefined ? {} : { parentId: parent }),
    data,
    zIndex: element.type === 'subProcess' ? 0 : host ? 4 : 2,
    ariaLabel: [data.facts.aloud, aloud].filter(Boolean).join(', '),
  };
}

function edge(
  definition: Definition,
  flow: Flow,
  from: Element,
  to: Element,
  around: Surroundings,
  language: Language,
  marks: {
    leavesWithOthers: boolean;
    walked: boolean;
    story: boolean;
    ghost: boolean;
    finding: Finding['severity'] | undefined;
    changed: Change['how'] | undefined;
    conflict: ConflictMark | undefined;
    gone: boolean;
  },
): DrawnEdge {
  const { start, end } = endsOf(flow, from, to);
  const exit = exitsOf(from).some(({ id }) => id === flow.outcome) ? `out:${flow.outcome}` : 'out';
  return {
    id: flow.id,
    type: 'flow',
    source: flow.from,
    target: flow.to,
    sourceHandle: exit,
    targetHandle: 'in',
    data: {
      points: flow.points ?? routed(flow, from, to, around),
      start,
      end,
      ...(from.parent === undefined ? {} : { scope: from.parent }),
      ...(from.type === 'boundaryEvent' ? { host: from.attachedTo } : {}),
      label: labelOf(definition, flow, from, language),
      leavesWithOthers: marks.leavesWithOthers,
      byHand: flow.points !== undefined,
      ...(flow.labelBy ? { labelBy: flow.labelBy } : {}),
      ghost: marks.ghost,
      walked: marks.walked,
      story: marks.story,
      ...(marks.finding ? { finding: marks.finding } : {}),
      ...(marks.changed ? { changed: marks.changed } : {}),
      ...(marks.conflict ? { conflict: marks.conflict } : {}),
      gone: marks.gone,
    },
    // Over the paper of the part it lies in, and under its elements: their exits can be taken hold of.
    zIndex: Math.max(1, partsAround(definition, from.id).length),
    ariaLabel: `${said(from.name, language)} → ${said(to.name, language)}`,
  };
}
