/** A drawing with some parts closed: each as one card, without what is in it, at the height where its arrows run. */
import type { Definition, Element } from '../../contract/index.ts';
import { elementOf, type Point, withoutUndefined } from './drawing.ts';
import { boxOf, CARD, EVENT } from './geometry.ts';

/** Everything within the given parts, at any depth. */
export function insideOf(definition: Definition, parts: ReadonlySet<string>): Set<string> {
  const hidden = new Set<string>();
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { id, parent } of definition.elements)
      if (parent !== undefined && (parts.has(parent) || hidden.has(parent))) hidden.add(id);
  }
  return hidden;
}

/** The parts around an element, the innermost first. */
export function partsAround(definition: Definition, id: string): string[] {
  const around: string[] = [];
  for (let at = elementOf(definition, id)?.parent; at !== undefined && !around.includes(at); ) {
    around.push(at);
    at = elementOf(definition, at)?.parent;
  }
  return around;
}

/** How far the card of a closed part stands from where the part itself begins. */
export function closedBy(part: Element): Point {
  return { x: 0, y: Math.round((boxOf(part).height - CARD.height) / 2) };
}

const seen = new WeakMap<Element, Element>();
/** The same object each time for the same element, so that it is not drawn anew. */
function once(element: Element, make: () => Element): Element {
  const found = seen.get(element);
  if (found) return found;
  const made = make();
  seen.set(element, made);
  return made;
}

export function closedView(definition: Definition, closed: ReadonlySet<string>): Definition {
  const parts = new Set(
    definition.elements.flatMap(({ id, type }) => (type === 'subProcess' && closed.has(id) ? [id] : [])),
  );
  if (parts.size === 0) return definition;
  const hidden = insideOf(definition, parts);
  const moved = new Set<string>();
  const elements = definition.elements
    .filter(({ id }) => !hidden.has(id))
    .map((one): Element => {
      if (parts.has(one.id)) {
        moved.add(one.id);
        return once(one, () => ({ ...one, y: boxOf(one).y + closedBy(one).y, ...CARD }) as Element);
      }
      const host = one.type === 'boundaryEvent' ? elementOf(definition, one.attachedTo) : undefined;
      if (!host || !parts.has(host.id)) return one;
      moved.add(one.id);
      return { ...one, ...onCard(host, boxOf(one)) };
    });
  return {
    ...definition,
    elements,
    // Bends were drawn for an open part.
    flows: definition.flows
      .filter(({ from, to }) => !hidden.has(from) && !hidden.has(to))
      .map((flow) =>
        flow.points && (moved.has(flow.from) || moved.has(flow.to))
          ? withoutUndefined({ ...flow, points: undefined })
          : flow,
      ),
  };
}

/** Where an event on the border of a part stands on its card. */
function onCard(host: Element, at: Point): Point {
  const box = boxOf(host);
  const top = at.y + EVENT.height / 2 < box.y + box.height / 2;
  const y = box.y + closedBy(host).y + (top ? 0 : CARD.height) - EVENT.height / 2;
  return { x: Math.min(at.x, box.x + CARD.width - EVENT.width - 4), y };
}

/** Where something that was placed in such a view stands in the drawing itself. */
export function fromClosedView(
  definition: Definition,
  closed: ReadonlySet<string>,
  element: Element,
  at: Point,
): Point {
  if (element.type === 'subProcess' && closed.has(element.id)) {
    const by = closedBy(element);
    return { x: at.x - by.x, y: at.y - by.y };
  }
  const host = element.type === 'boundaryEvent' ? elementOf(definition, element.attachedTo) : undefined;
  if (host?.type !== 'subProcess' || !closed.has(host.id)) return at;
  const box = boxOf(host);
  const top = at.y + EVENT.height / 2 < box.y + box.height / 2;
  return { x: at.x, y: (top ? box.y : box.y + box.height) - EVENT.height / 2 };
}
