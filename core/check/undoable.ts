// What can be undone of an activity: by a handler of its own, by an event sub-process in it, or what lies in it.
import type { Element } from '../../contract/index.ts';
import { isCompensationBoundary, isEventSubProcess, type Model } from './model.ts';

/** The elements that undo it. */
export function undoableIn(model: Model, element: Element): Element[] {
  const own = model
    .boundaries(element.id)
    .filter(isCompensationBoundary)
    .flatMap((boundary) => model.handlerOf(boundary) ?? []);
  if (own.length > 0 || element.type !== 'subProcess') return own;
  const inside = model.children(element.id);
  const undoing = inside.filter(
    (one) =>
      isEventSubProcess(one) &&
      model
        .children(one.id)
        .some((start) => start.type === 'startEvent' && start.triggers?.compensation === true),
  );
  return undoing.length > 0 ? undoing : inside.flatMap((one) => undoableIn(model, one));
}
