/** Going through a drawing by keyboard: along the flows, and to what stands nearest in a direction. */
import type { Definition } from '../../contract/index.ts';
import { elementOf, incoming, outgoing } from './drawing.ts';
import { absoluteBox } from './geometry.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The element that an arrow key leads to: left and right follow the flows first, then what is nearest. */
export function neighbour(definition: Definition, id: string, direction: Direction): string | undefined {
  const element = elementOf(definition, id);
  if (!element) return undefined;
  const along =
    direction === 'right'
      ? outgoing(definition, id)[0]?.to
      : direction === 'left'
        ? (incoming(definition, id)[0]?.from ??
          (element.type === 'boundaryEvent' ? element.attachedTo : undefined))
        : undefined;
  return along ?? nearest(definition, id, direction);
}

function nearest(definition: Definition, id: string, direction: Direction): string | undefined {
  const element = elementOf(definition, id);
  if (!element) return undefined;
  const here = middle(definition, id);
  let best: { id: string; cost: number } | undefined;
  for (const other of definition.elements) {
    if (other.id === id || (other.parent !== element.parent && other.parent !== id)) continue;
    const there = middle(definition, other.id);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const [ahead, aside] =
      direction === 'right'
        ? [dx, dy]
        : direction === 'left'
          ? [-dx, dy]
          : direction === 'down'
            ? [dy, dx]
            : [-dy, dx];
    if (ahead <= 4) continue;
    const cost = ahead + 2 * Math.abs(aside);
    if (!best || cost < best.cost) best = { id: other.id, cost };
  }
  return best?.id;
}

function middle(definition: Definition, id: string) {
  const element = elementOf(definition, id);
  if (!element) return { x: 0, y: 0 };
  const { x, y, width, height } = absoluteBox(definition, element);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where somebody who comes by keyboard begins. */
export function firstElement({ elements }: Definition): string | undefined {
  return (elements.find(({ type, parent }) => type === 'startEvent' && parent === undefined) ?? elements[0])
    ?.id;
}
