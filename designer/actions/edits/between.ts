/** Puts what is drawn already on a flow, or on the border of work: by dropping it there. */
import type { Element, Flow } from '../../../contract/index.ts';
import {
  type Allowed,
  type Drawing,
  elementOf,
  flowOf,
  incoming,
  no,
  onlyElement,
  outgoing,
  type Point,
  withoutUndefined,
} from '../drawing.ts';
import { boxOf, fitted, GAP, middleOf, onBorder, sizeOf, snapped } from '../geometry.ts';
import { freshFlowId } from '../ids.ts';
import { mayAttach, mayConnect, mayInsert } from '../may.ts';
import { exitOf } from './add.ts';
import { move } from './move.ts';
import { roomFor } from './room.ts';

/** Whether an element that is drawn already may be put between the two ends of a flow: nothing hangs on it yet. */
export function mayPutBetween(
  drawing: Drawing,
  element: Element | undefined,
  flow: Flow | undefined,
): Allowed {
  const { definition } = drawing;
  const from = elementOf(definition, flow?.from);
  if (!element || !flow || !from) return no('Dit bestaat niet meer.', 'This does not exist any more.');
  if (
    incoming(definition, element.id).length + outgoing(definition, element.id).length > 0 ||
    element.parent !== from.parent
  )
    return no('Hier hangen al pijlen aan.', 'Arrows hang on this already.');
  return mayInsert(definition, flow, element);
}

/** An element without arrows comes between the two ends of a flow; what follows makes room. */
export function putBetween(
  drawing: Drawing,
  { element: id, flow: on }: { element: string; flow: string },
): Drawing {
  const { definition } = drawing;
  const [element, flow] = [elementOf(definition, id), flowOf(definition, on)];
  if (!element || !flow || !mayPutBetween(drawing, element, flow).ok) return drawing;
  const [from, to] = [elementOf(definition, flow.from) as Element, elementOf(definition, flow.to) as Element];
  const start = boxOf(from).x + sizeOf(from).width;
  const need = sizeOf(element).width + 2 * GAP;
  const rest = { ...definition, elements: definition.elements.filter((one) => one !== element) };
  const forward = boxOf(to).x >= start;
  const roomy = forward ? roomFor(rest, to, need - (boxOf(to).x - start)) : rest;
  const target = {
    x: snapped(forward ? start + GAP : boxOf(element).x),
    y: snapped(forward ? boxOf(from).y + middleOf(from) - middleOf(element) : boxOf(element).y),
  };
  const { points: _old, ...first } = flow;
  const second: Flow = {
    id: freshFlowId(id, flow.to, definition),
    from: id,
    to: flow.to,
    ...exitOf(element),
  };
  const next = {
    ...definition,
    elements: definition.elements.map((one) => roomy.elements.find((moved) => moved.id === one.id) ?? one),
    flows: roomy.flows.flatMap((one) => (one.id === flow.id ? [{ ...first, to: id }, second] : [one])),
  };
  const by = { x: target.x - boxOf(element).x, y: target.y - boxOf(element).y };
  return {
    definition: fitted(
      move({ definition: next, selection: drawing.selection }, { by, elements: [id] }).definition,
    ),
    selection: onlyElement(id),
  };
}

/** Whether a wait may come to sit on a border: nothing leads to it. */
export function mayPutOnBorder(
  { definition }: Drawing,
  event: Element | undefined,
  host: Element | undefined,
): Allowed {
  if (event?.type !== 'intermediateCatchEvent')
    return no('Alleen een wacht past op een rand.', 'Only a wait fits on a border.');
  if (incoming(definition, event.id).length > 0)
    return no('Er leidt al iets heen.', 'Something leads to it already.');
  if (event.parent !== host?.parent)
    return no('Dit staat in een ander deel.', 'This stands in another part.');
  return mayAttach(host);
}

/** A wait that nothing leads to becomes a moment on the border of work, beside what goes on; what follows it stays. */
export function putOnBorder(
  drawing: Drawing,
  { event: id, host: to, near }: { event: string; host: string; near: Point },
): Drawing {
  const { definition } = drawing;
  const [event, host] = [elementOf(definition, id), elementOf(definition, to)];
  if (event?.type !== 'intermediateCatchEvent' || !host || !mayPutOnBorder(drawing, event, host).ok)
    return drawing;
  const { type: _type, block: _block, rest: _rest, button: _button, roles: _roles, ...kept } = event;
  const next = {
    ...definition,
    elements: definition.elements.map(
      (one): Element =>
        one.id === id
          ? { ...kept, type: 'boundaryEvent', attachedTo: to, interrupting: false, ...onBorder(host, near) }
          : one,
    ),
  };
  const flows = next.flows
    .filter((flow) => flow.from !== id || mayConnect(next, flow.from, flow.to, flow.outcome, flow.id).ok)
    .map((flow) => (flow.from === id ? withoutUndefined({ ...flow, points: undefined }) : flow));
  return { definition: { ...next, flows }, selection: onlyElement(id) };
}
