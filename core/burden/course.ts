// The course of a drawing: what follows what when nothing interrupts it, and nothing is done twice.
import type { Element } from '../../contract/index.ts';
import { entriesOf, nextInStory, plainStartsOf, reach } from '../check/graph.ts';
import { isEventSubProcess, type Model } from '../check/model.ts';

export interface Course {
  /** Every element on a way, each after all that lead to it. */
  order: string[];
  first: string[];
  next(id: string): readonly string[];
  before(id: string): readonly string[];
}

/**
 * Ways begin where the process begins by hand or by a form, and go into sub-processes and out of them. What interrupts
 * (events on borders, parts that begin by themselves) is left out unless nothing else goes on, and so is every way back.
 * Elements of `until` are the last of their way.
 */
export function courseOf(model: Model, until: (element: Element) => boolean = () => false): Course {
  const next = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  const plain = plainStartsOf(model, '');
  const first = (plain.length > 0 ? plain : entriesOf(model, '')).map(({ id }) => id);
  const done = new Set<string>();
  const open = new Set<string>();
  const after: string[] = [];
  // Depth first without recursion: a drawing may be long. What is still open leads back. From the last way to the first, so
  // that turned round they stand in the order of the drawing.
  for (const root of first.toReversed()) {
    if (done.has(root)) continue;
    open.add(root);
    const stack = [{ id: root, rest: onwards(model, root, until) }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        stack.pop();
        open.delete(top.id);
        done.add(top.id);
        after.push(top.id);
        continue;
      }
      if (open.has(to)) continue;
      next.set(top.id, [to, ...(next.get(top.id) ?? [])]);
      before.set(to, [...(before.get(to) ?? []), top.id]);
      if (done.has(to)) continue;
      open.add(to);
      stack.push({ id: to, rest: onwards(model, to, until) });
    }
  }
  return {
    order: after.toReversed(),
    first,
    next: (id) => next.get(id) ?? [],
    before: (id) => before.get(id) ?? [],
  };
}

function onwards(model: Model, id: string, until: (element: Element) => boolean): string[] {
  const element = model.elements.get(id);
  if (!element || until(element)) return [];
  const all = [...new Set(nextInStory(model, id))];
  const usual = all.filter((to) => {
    const one = model.elements.get(to);
    return one?.type !== 'boundaryEvent' && !isEventSubProcess(one);
  });
  return usual.length > 0 ? usual : all;
}

/** Goes on along all its ways at once. */
export function isSplit(model: Model, course: Course, id: string): boolean {
  if (course.next(id).length < 2) return false;
  const element = model.elements.get(id);
  switch (element?.type) {
    case 'parallelGateway':
    case 'inclusiveGateway':
      return true;
    case 'exclusiveGateway':
    case 'eventBasedGateway':
    case 'subProcess':
      return false;
    default:
      return model
        .outgoing(id)
        .every(({ outcome, condition, default: otherwise }) => !outcome && !condition && !otherwise);
  }
}

/** What can still be come to from an element, itself included. */
export const ahead = (course: Course, from: string): Set<string> =>
  reach([from], (id) => [...course.next(id)]);
