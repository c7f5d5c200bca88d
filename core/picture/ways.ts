/** The way of each flow as it is drawn, and the words on it. */
import type { Definition, Element, Flow, Language } from '../../contract/index.ts';
import { conditionBriefly } from '../prose/condition-words.ts';
import { said } from '../prose/say.ts';
import { type End, reachOf, route, wayOf } from './route.ts';
import { boxOf, exitAt, type Point } from './sizes.ts';
import { Surroundings } from './surroundings.ts';

/** The bends of a flow that nobody drew by hand, around what stands in its scope. */
export function routed(flow: Flow, from: Element, to: Element, around: Surroundings): Point[] {
  const host = from.type === 'boundaryEvent' ? from.attachedTo : '';
  const { start, end } = endsOf(flow, from, to);
  const obstacles = around
    .between(from.parent ?? '', ...reachOf(start, end))
    .filter(({ id }) => id !== flow.from && id !== flow.to && id !== host)
    .map(({ box }) => box);
  return route(start, end, obstacles);
}

/** Where a flow leaves and arrives, within its scope. */
export function endsOf(flow: Pick<Flow, 'outcome'>, from: Element, to: Element): { start: End; end: Point } {
  const [a, b] = [boxOf(from), boxOf(to)];
  const start =
    from.type === 'boundaryEvent'
      ? { x: a.x + a.width / 2, y: a.y + a.height, side: 'bottom' as const }
      : { x: a.x + a.width, y: a.y + exitAt(from, flow), side: 'right' as const };
  return { start, end: { x: b.x, y: b.y + exitAt(to, {}) } };
}

/** The whole way of a flow within its scope, both ends included. */
export function drawnWay(
  definition: Definition,
  flow: Flow,
  around = new Surroundings().of(definition),
): Point[] {
  const [from, to] = [flow.from, flow.to].map((id) => definition.elements.find((one) => one.id === id));
  if (!from || !to) return [];
  const { start, end } = endsOf(flow, from, to);
  return wayOf({ x: start.x, y: start.y }, flow.points ?? routed(flow, from, to, around), end);
}

/** What has room on a flow, in two lines. */
const LONGEST = 34;

/** The words on a flow: its own; of a decision's ways otherwise its condition. */
export function labelOf(definition: Definition, flow: Flow, from: Element, language: Language): string {
  if (flow.outcome !== undefined) return '';
  const own = said(flow.label, language);
  if (own) return own;
  if (flow.condition) return conditionBriefly(definition, flow.condition, language, LONGEST);
  return flow.default && from.type.endsWith('Gateway') ? (language === 'nl' ? 'anders' : 'otherwise') : '';
}

/** Flows that leave at the same place as another: their words would stand on each other. */
export function leavingTogether({ flows }: Definition): ReadonlySet<string> {
  const free = flows.filter(({ outcome }) => outcome === undefined);
  const count = new Map<string, number>();
  for (const { from } of free) count.set(from, (count.get(from) ?? 0) + 1);
  return new Set(free.flatMap(({ id, from }) => ((count.get(from) ?? 0) > 1 ? [id] : [])));
}
