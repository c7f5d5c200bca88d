/** Where dragged elements come to stand: at their new place, in the part they are dropped in, on the border they are dropped on. */
import type { Definition, Element, ElementOf, Flow } from '../../contract/index.ts';
import {
  absoluteBox,
  boxOf,
  type Drawing,
  elementOf,
  mayAttach,
  mayContain,
  mayPutOnBorder,
  originOf,
  type Point,
  perform,
} from '../actions/index.ts';

interface Dragged {
  id: string;
  /** Within what React Flow has as its parent: a part, or the host of a border. */
  position: Point;
}

/** The innermost part around a point of the whole drawing, other than the given ones and what is in them. */
export function partAt(
  definition: Definition,
  at: Point,
  except: readonly string[],
): ElementOf<'subProcess'> | undefined {
  let best: { part: ElementOf<'subProcess'>; area: number } | undefined;
  for (const part of definition.elements) {
    if (
      part.type !== 'subProcess' ||
      except.includes(part.id) ||
      !mayContain(definition, part.id, [...except]).ok
    )
      continue;
    const box = absoluteBox(definition, part);
    if (at.x < box.x || at.y < box.y || at.x > box.x + box.width || at.y > box.y + box.height) continue;
    const area = box.width * box.height;
    if (!best || area < best.area) best = { part, area };
  }
  return best?.part;
}

/** One step: everything that was dragged together. */
export function dropped(drawing: Drawing, dragged: readonly Dragged[]): Drawing {
  const { definition } = drawing;
  const ids = dragged.map(({ id }) => id);
  const [only] = dragged;
  const element = elementOf(definition, only?.id);
  if (dragged.length === 1 && only && element?.type === 'boundaryEvent')
    return onBorder(drawing, element, only.position);
  let next = drawing;
  for (const { id, position } of dragged) {
    const one = elementOf(definition, id);
    if (!one || one.type === 'boundaryEvent') continue;
    const inside = ids.includes(one.parent ?? '');
    const origin = originOf(definition, one.parent);
    const at = { x: position.x + origin.x, y: position.y + origin.y };
    const { width, height } = boxOf(one);
    const part = inside ? undefined : partAt(definition, { x: at.x + width / 2, y: at.y + height / 2 }, ids);
    const parent = inside ? one.parent : part?.id;
    if (parent !== one.parent)
      next = perform({ ...next, selection: { elements: [id], flows: [] } }, 'contain', {
        parent,
        elements: [id],
      });
    const target = originOf(definition, parent);
    next = perform(next, 'place', { [id]: { x: at.x - target.x, y: at.y - target.y } });
  }
  return { ...next, selection: drawing.selection };
}

function onBorder(drawing: Drawing, event: ElementOf<'boundaryEvent'>, position: Point): Drawing {
  const { definition } = drawing;
  const host = elementOf(definition, event.attachedTo);
  if (!host) return drawing;
  const box = absoluteBox(definition, host);
  const at = { x: box.x + position.x + 20, y: box.y + position.y + 20 };
  const under = nearestHost(definition, at, event.id);
  if (under && under.id !== host.id) {
    const origin = originOf(definition, under.parent);
    return perform({ ...drawing, selection: { elements: [event.id], flows: [] } }, 'reattach', {
      event: event.id,
      host: under.id,
      near: { x: at.x - origin.x, y: at.y - origin.y },
    });
  }
  return perform(drawing, 'place', {
    [event.id]: { x: (host.x ?? 0) + position.x, y: (host.y ?? 0) + position.y },
  });
}

/** Whose border a wait was dropped on, when it may sit there. */
export function hostForDropped(drawing: Drawing, element: Element): Element | undefined {
  if (element.type !== 'intermediateCatchEvent') return undefined;
  const box = absoluteBox(drawing.definition, element);
  const host = borderAt(drawing.definition, { x: box.x + 20, y: box.y + 20 });
  return host && mayPutOnBorder(drawing, element, host).ok ? host : undefined;
}

/** Whose border, upper or lower, is at a point of the whole drawing. */
export function borderAt(definition: Definition, at: Point): Element | undefined {
  const room = 16;
  return definition.elements.findLast((one) => {
    if (!mayAttach(one).ok) return false;
    const box = absoluteBox(definition, one);
    const along = at.x > box.x - room && at.x < box.x + box.width + room;
    return along && (Math.abs(at.y - box.y) < room || Math.abs(at.y - box.y - box.height) < room);
  });
}

/** The flow that is drawn under a point of the screen. */
export function flowUnder(
  { flows }: Definition,
  { clientX, clientY }: { clientX: number; clientY: number },
): Flow | undefined {
  const id = document
    .elementsFromPoint(clientX, clientY)
    .map((one) => one.closest<HTMLElement>('.react-flow__edge')?.dataset.id)
    .find((found) => found !== undefined);
  return flows.find((flow) => flow.id === id);
}

function nearestHost(definition: Definition, at: Point, except: string): Element | undefined {
  const room = 24;
  return definition.elements.findLast((one) => {
    if (one.id === except || !mayAttach(one).ok) return false;
    const box = absoluteBox(definition, one);
    const around =
      at.x > box.x - room &&
      at.x < box.x + box.width + room &&
      at.y > box.y - room &&
      at.y < box.y + box.height + room;
    const deep = one.type === 'subProcess' && at.y > box.y + 40 && at.y < box.y + box.height - 40;
    return around && !deep;
  });
}
