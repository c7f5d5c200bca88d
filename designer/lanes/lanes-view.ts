/** A drawing as it is seen in lanes: the same definition, standing elsewhere. What did not move keeps its identity. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import { closedView, type Point } from '../actions/index.ts';
import { laneOf } from './lane-of.ts';
import { type Lane, type Layout, laidOut } from './lay-out.ts';
import { withWordsThatFit } from './moved-words.ts';
import { planOf } from './plan.ts';

export interface LanesView {
  definition: Definition;
  lanes: readonly (Lane & { elements: string[] })[];
  width: number;
  height: number;
}

/** Remembers what it laid out before: while only words change, nothing is laid out anew. One per canvas. */
export class LanesDrawer {
  /** Of the drawing, and of what a preview would bring. */
  private layouts = new Map<string, Layout>();
  private elements = new WeakMap<Element, Element>();
  private flows = new WeakMap<Flow, Flow>();

  draw(definition: Definition, closed: ReadonlySet<string>): LanesView {
    const plan = planOf(definition, closed);
    const key = JSON.stringify(plan);
    const layout = this.layouts.get(key) ?? laidOut(plan);
    if (!this.layouts.has(key)) this.layouts = new Map([...this.layouts].slice(-1));
    this.layouts.set(key, layout);
    const { at, bends, width, height } = layout;
    const seen = closedView(definition, closed);
    const elements = seen.elements.map((one) => {
      const place = at.get(one.id);
      return place ? this.stood(one, place) : one;
    });
    const stood = { ...seen, elements };
    const flows = seen.flows.map((flow) => {
      const points = bends.get(flow.id);
      return points ? this.led(flow, stood, points) : flow;
    });
    const lane = laneOf(definition);
    const inside = new Map<string, string[]>(layout.lanes.map(({ role }) => [role, []]));
    for (const { id } of elements) inside.get(lane.get(id) ?? '')?.push(id);
    return {
      definition: { ...stood, flows },
      lanes: layout.lanes.map((one) => ({ ...one, elements: inside.get(one.role) ?? [] })),
      width,
      height,
    };
  }

  private stood(one: Element, { x, y }: Point): Element {
    const found = this.elements.get(one);
    if (found && found.x === x && found.y === y) return found;
    const made = { ...one, x, y };
    this.elements.set(one, made);
    return made;
  }

  private led(flow: Flow, seen: Definition, points: Point[]): Flow {
    const made = withWordsThatFit(seen, { ...flow, points });
    const found = this.flows.get(flow);
    if (
      found &&
      JSON.stringify([found.points, found.labelBy]) === JSON.stringify([made.points, made.labelBy])
    )
      return found;
    this.flows.set(flow, made);
    return made;
  }
}

/** The drawing in lanes, once. */
export const inLanes = (definition: Definition, closed: ReadonlySet<string> = new Set()): LanesView =>
  new LanesDrawer().draw(definition, closed);

/** The lane at a height of the drawing; above the first and below the last there is none. */
export const laneAt = ({ lanes }: LanesView, y: number): string | undefined =>
  lanes.find((lane) => y >= lane.y && y < lane.y + lane.height)?.role;
