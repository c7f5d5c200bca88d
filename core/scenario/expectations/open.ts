/** Expectations about what is open and where tokens are: `open`, `task`, `noTask`, `where`. */
import { localDate } from '../../calendar/index.ts';
import { nameOf, roleOf } from '../cast.ts';
import { closeness, type OpenTask, openTasks, tasksNamed } from '../items.ts';
import { isAt, written } from '../moments.ts';
import { elementsNamed } from '../names.ts';
import { isMeant } from '../people.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { holds, listed, type Mismatch, parts, times } from './mismatch.ts';

/** The open tasks are exactly these; one that is open twice is listed twice. */
export function open(view: View, expected: ExpectationOf<'open'>['with']): Mismatch | undefined {
  const there = openTasks(view);
  const left = [...there];
  const missing = byClearness(
    expected.map(({ text }) => text),
    there,
  ).filter((text) => {
    const best = Math.max(0, ...left.map(({ names }) => closeness(names, text)));
    const index = best === 0 ? -1 : left.findIndex(({ names }) => closeness(names, text) === best);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (!missing.length && !left.length) return undefined;
  return {
    expected: `open: ${listed(expected.map(({ text }) => text))}`,
    got: `open: ${listed(there.map(({ task }) => task.name))}`,
  };
}

/** Names that are a task's own take theirs first, so that an alias cannot take it away. */
function byClearness(texts: string[], there: OpenTask[]): string[] {
  const clear = (text: string) => Math.max(0, ...there.map(({ names }) => closeness(names, text)));
  return [...texts].sort((a, b) => clear(b) - clear(a));
}

export function task(view: View, expected: ExpectationOf<'task'>['with']): Mismatch | undefined {
  const named = tasksNamed(view, expected.name.text);
  const found = named.filter((open) => fits(view, open, expected));
  if (holds(found.length, expected.count)) return undefined;
  const { name, count, ...asked } = expected;
  const wanted = parts({ ...asked });
  return {
    expected: `${times(count)} open task ${name.text}${wanted && ` with ${wanted}`}`,
    got: named.length
      ? listed(named.map((one) => described(view, one)))
      : `no such task; open: ${listed(openTasks(view).map((one) => one.task.name))}`,
  };
}

function fits(view: View, { task }: OpenTask, expected: Partial<ExpectationOf<'task'>['with']>): boolean {
  const { owner, due, role, side, late, claimed, at, place } = expected;
  const { zone } = view;
  return (
    (!owner || isMeant(view, owner, task.owner)) &&
    (!claimed || isMeant(view, claimed, task.claimed)) &&
    (!due || (due.date ? dueDate(view, task) === due.date : !!task.due && isAt(zone, task.due, due))) &&
    (!role || task.roles.includes(roleOf(view.cast, role.text) ?? role.text)) &&
    (!side || task.side === side) &&
    (late === undefined || (task.late ?? false) === late) &&
    (!at || (!!task.meeting && isAt(zone, task.meeting.at, at))) &&
    (place === undefined || task.meeting?.place === place)
  );
}

function dueDate({ zone }: View, task: OpenTask['task']): string | undefined {
  return task.dueDate ?? (task.due && localDate(zone, task.due));
}

function described(view: View, { task }: OpenTask): string {
  const details = [
    task.owner ? `owner ${nameOf(view.cast, task.owner)}` : 'no owner',
    `role ${task.roles.join(' and ')}`,
    ...(task.due ? [`due ${written(view.zone, task.due)}`] : []),
    ...(task.late ? ['late'] : []),
    ...(task.meeting ? [`at ${written(view.zone, task.meeting.at)}`] : []),
  ];
  return `${task.name} (${details.join(', ')})`;
}

export function noTask(view: View, { name, owner }: ExpectationOf<'noTask'>['with']): Mismatch | undefined {
  const found = tasksNamed(view, name.text).filter(({ task }) => !owner || isMeant(view, owner, task.owner));
  if (!found.length) return undefined;
  return {
    expected: `no open task ${name.text}${owner ? ` of ${owner.text}` : ''}`,
    got: listed(found.map((one) => described(view, one))),
  };
}

/**
 * The innermost elements where something waits are exactly these. An event-based gateway stands for all that waits behind
 * it: BPMN leaves its token there until one of them happens (BPMN 2.0 §13.4.4).
 */
export function where(view: View, expected: ExpectationOf<'where'>['with']): Mismatch | undefined {
  const there = waitingElements(view);
  const left = [...there];
  const races = racesIn(view);
  const missing = expected.filter(({ text }) => {
    const ids = elementsNamed(view.processes, text).map(({ id }) => id);
    const race = races.findIndex(({ gateway }) => ids.includes(gateway));
    const id = ids.find((one) => left.includes(one));
    const taken = race >= 0 ? races.splice(race, 1).flatMap(({ behind }) => behind) : id ? [id] : [];
    for (const one of taken) if (left.includes(one)) left.splice(left.indexOf(one), 1);
    return !taken.length;
  });
  if (!missing.length && !left.length) return undefined;
  return {
    expected: `where: ${listed(expected.map(({ text }) => text))}`,
    got: `where: ${listed(there)}`,
  };
}

/** What waits behind each event-based gateway that a token has come to. */
function racesIn({ state, facts }: View): { gateway: string; behind: string[] }[] {
  const waiting = Object.values(state.elements).filter(({ race }) => race !== undefined);
  return [...new Set(waiting.map(({ race }) => race))].flatMap((key) => {
    const begun = facts.find((fact) => fact.type === 'element.activated' && fact.key === key);
    const behind = waiting.filter(({ race }) => race === key).map(({ element }) => element);
    return begun?.type === 'element.activated' ? [{ gateway: begun.element, behind }] : [];
  });
}

/** Elements active in their own right, innermost only, and joins once for each token that waits there. */
export function waitingElements({ state }: Pick<View, 'state'>): string[] {
  const instances = Object.values(state.elements);
  const around = new Set(
    instances.flatMap(({ scope, whole }) => (whole === undefined ? [scope] : [scope, whole])),
  );
  const active = instances.filter(({ key, d }) => !around.has(key) && d >= 0).map(({ element }) => element);
  const joins = Object.entries(state.joins).flatMap(([place, flows]) => {
    const tokens = Object.values(flows).reduce((sum, n) => sum + n, 0);
    return Array<string>(tokens).fill(place.slice(place.indexOf('/') + 1));
  });
  return [...active, ...joins];
}
