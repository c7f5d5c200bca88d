// Finds the open task, item or element that somebody means by a key, an id, or a name.
import { hasEverBegun } from '../engine/anchors.ts';
import { holdersOf } from '../engine/people.ts';
import { itemKey } from '../engine/task-element.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';

const openTasks = (w: Work): ElementInstance[] =>
  Object.values(w.state.elements).filter((e) => e.task && !e.parts);

const answersTo = (w: Work, inst: ElementInstance, given: string): boolean =>
  inst.key === given ||
  inst.task?.name === given ||
  itemKey(inst) === given ||
  (inst.d >= 0 && (w.element(inst).aliases ?? []).includes(given));

/** The person on whose behalf, or by whom, an act is done. */
export function actor(w: Work): string | undefined {
  const { by, onBehalfOf } = w.who;
  if (onBehalfOf === undefined) return by;
  return holdersOf(w.state, onBehalfOf)[0] ?? onBehalfOf;
}

/**
 * The open task that is meant. Among the parts of a per-person task, the actor's own.
 * @throws Rejected NOT_FOUND, naming what is open; INVALID_STATE when it was completed before.
 */
export function findTask(w: Work, given: string, path = 'task'): ElementInstance {
  const matches = openTasks(w).filter((e) => answersTo(w, e, given));
  if (matches.length === 1) return matches[0] as ElementInstance;
  if (matches.length > 1) {
    const who = actor(w);
    return matches.find((e) => e.task?.owner === who) ?? (matches[0] as ElementInstance);
  }
  const open =
    openTasks(w)
      .map((e) => e.task?.name)
      .join(', ') || 'none';
  if (hasEverBegun(w.state, given))
    throw new Rejected(
      'INVALID_STATE',
      `Expected '${given}' to be open, but it is not (any more); open are: ${open}`,
      { path },
    );
  throw new Rejected('NOT_FOUND', `Expected an open task, got '${given}'; open are: ${open}`, { path });
}

/** An active element, by key, id or alias. */
export function findActive(w: Work, given: string, path = 'element'): ElementInstance {
  const inst = Object.values(w.state.elements).find(
    (e) => e.whole === undefined && (e.key === given || e.element === given || answersTo(w, e, given)),
  );
  if (inst) return inst;
  const active =
    Object.values(w.state.elements)
      .map((e) => e.element)
      .join(', ') || 'none';
  throw new Rejected('NOT_FOUND', `Expected an active element, got '${given}'; active are: ${active}`, {
    path,
  });
}

/** An item by which things are chased: a commitment id, or a task. */
export function findItem(w: Work, given: string, path = 'item'): string {
  if (given in w.state.commitments) return given;
  const c = Object.values(w.state.commitments).find((x) => x.text.toLowerCase() === given.toLowerCase());
  if (c) return c.id;
  return itemKey(findTask(w, given, path));
}
