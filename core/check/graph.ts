// Where one can get from where: inside a scope, and through sub-processes as a story is told.
import type { Element } from '../../contract/index.ts';
import {
  adHocOf,
  hasTrigger,
  isCompensationBoundary,
  isEventSubProcess,
  isForCompensation,
  type Model,
} from './model.ts';

/**
 * Elements at which a scope begins: of a process each of its start events by itself; of an event sub-process its start; of an
 * ad-hoc one whatever may be begun in it; otherwise its start, or without one whatever nothing leads to.
 */
export function entriesOf(model: Model, scope: string): Element[] {
  const children = model.children(scope);
  const starts = children.filter((one) => one.type === 'startEvent');
  const free = () => children.filter((one) => isFree(model, one));
  if (scope === '') return starts.length > 0 ? starts : free();
  const part = model.elements.get(scope);
  if (isEventSubProcess(part)) return starts.slice(0, 1);
  if (adHocOf(part)) return free().filter(({ type }) => type !== 'endEvent');
  const plain = starts.filter((one) => !hasTrigger(one)).slice(0, 1);
  return plain.length > 0 ? plain : free();
}

/** Nothing leads to it, and nothing but its scope begins it. */
const isFree = (model: Model, one: Element): boolean =>
  model.incoming(one.id).length === 0 &&
  one.type !== 'boundaryEvent' &&
  one.type !== 'startEvent' &&
  !isAttached(one) &&
  !isEventSubProcess(one) &&
  !isForCompensation(one);

/** What another program drew on the border of an activity. */
const isAttached = (one: Element): boolean => one.type === 'unsupported' && one.attachedTo !== undefined;

/** Start events that begin a scope without a trigger. */
export const plainStartsOf = (model: Model, scope: string): Element[] =>
  model.children(scope).filter((one) => one.type === 'startEvent' && !hasTrigger(one));

/** What may come next in the same scope: along flows, by a boundary event, and from one that undoes to its handler. */
export function nextOf(model: Model, id: string): string[] {
  const element = model.elements.get(id);
  const handler = element?.type === 'boundaryEvent' ? model.handlerOf(element) : undefined;
  return [
    ...model.outgoing(id).map(({ to }) => to),
    ...model.boundaries(id).map((boundary) => boundary.id),
    ...(handler ? [handler.id] : []),
  ];
}

/** What may come next in the story: into sub-processes, out of them at their ends, and into event sub-processes beside. */
export function nextInStory(model: Model, id: string): string[] {
  const element = model.elements.get(id);
  if (!element) return [];
  const inside =
    element.type === 'subProcess'
      ? [
          ...entriesOf(model, id).map((entry) => entry.id),
          ...model
            .children(id)
            .filter(isEventSubProcess)
            .map((sub) => sub.id),
        ]
      : [];
  const onwards =
    element.type === 'subProcess' && inside.length > 0 ? boundariesOnly(model, id) : nextOf(model, id);
  const out = element.parent !== undefined && mayEnd(model, element) ? afterScope(model, element.parent) : [];
  return [...inside, ...onwards, ...out];
}

/** Whether its part may be done once this is: at an end, where nothing follows, or anywhere in an ad-hoc part. */
export const mayEnd = (model: Model, element: Element): boolean =>
  element.type === 'endEvent' ||
  (adHocOf(model.elements.get(element.parent ?? '')) !== undefined && element.type !== 'boundaryEvent') ||
  (model.outgoing(element.id).length === 0 &&
    !isForCompensation(element) &&
    !isCompensationBoundary(element));

const boundariesOnly = (model: Model, id: string) => model.boundaries(id).map((boundary) => boundary.id);

/** What follows when a sub-process ends; after an event sub-process, what follows the scope around it. */
function afterScope(model: Model, id: string): string[] {
  const scope = model.elements.get(id);
  if (scope && isEventSubProcess(scope))
    return scope.parent === undefined ? [] : afterScope(model, scope.parent);
  return model.outgoing(id).map(({ to }) => to);
}

/** Everything that can be reached, the beginnings included. `through` says past which elements one may go on. */
export function reach(
  from: Iterable<string>,
  next: (id: string) => string[],
  through: (id: string) => boolean = () => true,
): Set<string> {
  const seen = new Set(from);
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!through(id)) continue;
    for (const to of next(id)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}

/** Everything a running process can come to. */
export function reachable(model: Model): Set<string> {
  const beginnings = [
    ...entriesOf(model, '').map(({ id }) => id),
    ...model
      .children('')
      .filter(isEventSubProcess)
      .map(({ id }) => id),
  ];
  return reach(beginnings, (id) => {
    const element = model.elements.get(id);
    const inside =
      element?.type === 'subProcess'
        ? [...entriesOf(model, id), ...model.children(id).filter(isEventSubProcess)].map((one) => one.id)
        : [];
    return [...nextOf(model, id), ...inside];
  });
}

/** Groups of elements of one scope that lie on a common cycle. */
export function cycles(model: Model, scope: string): string[][] {
  const members = model.children(scope).map(({ id }) => id);
  const order: string[] = [];
  const seen = new Set<string>();
  for (const id of members) postOrder(id, (one) => nextOf(model, one), seen, order);
  const before = new Map<string, string[]>();
  for (const id of members)
    for (const to of nextOf(model, id)) before.set(to, [...(before.get(to) ?? []), id]);
  const grouped = new Set<string>();
  const groups: string[][] = [];
  for (const id of order.toReversed()) {
    const group: string[] = [];
    postOrder(id, (one) => before.get(one) ?? [], grouped, group);
    const loops = group.length > 1 || (group[0] !== undefined && nextOf(model, group[0]).includes(group[0]));
    if (loops) groups.push(members.filter((one) => group.includes(one)));
  }
  return groups;
}

/** Depth-first without recursion: a drawing may be long. */
function postOrder(root: string, next: (id: string) => string[], seen: Set<string>, order: string[]): void {
  if (seen.has(root)) return;
  seen.add(root);
  const stack = [{ id: root, rest: next(root) }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const to = top.rest.shift();
    if (to === undefined) {
      order.push(top.id);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ id: to, rest: next(to) });
    }
  }
}
