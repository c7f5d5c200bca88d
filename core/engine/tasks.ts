// Tasks for people: who is accountable, when it is due, who is told, and how it ends.
import type { Side, Term } from '../../contract/index.ts';
import { type Instant, workingDaysBetween } from '../calendar/index.ts';
import { accountableRole } from '../chasing/accountable-role.ts';
import { defaultLadder, defaultTerm, standardLadders } from '../chasing/standard-ladders.ts';
import type { ElementInstance, Key, Task } from '../state.ts';
import { anchorAt } from './anchors.ts';
import { endChase, startChase } from './chase.ts';
import { sideOf } from './compiled.ts';
import { incident } from './flow.ts';
import { placedName, tellsTwins } from './item-name.ts';
import { inviteTo } from './meetings.ts';
import { dateOf, tell } from './notes.ts';
import { openingNotes } from './openings.ts';
import { holdersOf, ladderPerson, leaderOf } from './people.ts';
import { isHeld } from './rest.ts';
import { itemKey, taskElement, type UserTask } from './task-element.ts';
import { countTerm } from './terms.ts';
import type { Work } from './work.ts';

export interface TaskPlan {
  roles: string[];
  /** Accountable role and side; person unless the role must be resolved first. */
  role: string;
  side: Side;
  owner?: string;
  ladder: string;
  term: Term;
  /** For this one person, whoever else holds the role. */
  personal?: true;
}

/** The one person a task, or one part of it, is for. */
export interface Part {
  person: string;
  role: string;
}

/**
 * Who answers for a task and how it is chased. With several roles the first staff role is accountable if the ladder chases
 * us, else the first role outside (docs/domain.md, notation).
 */
export function taskPlan(w: Work, d: number, element: UserTask, _scope: Key, part?: Part): TaskPlan {
  const process = w.process(d);
  const role = part?.role ?? accountableRole(element.roles, element.ladder, (one) => sideOf(process, one));
  const side = sideOf(process, role);
  const owner = part?.person ?? leaderOf(w.state, role);
  return {
    roles: part ? [part.role] : element.roles,
    role,
    side,
    ...(owner === undefined ? {} : { owner }),
    ladder: part ? ownLadder(element.ladder, side) : (element.ladder ?? defaultLadder[side]),
    term: element.term ?? defaultTerm,
    ...(part && element.person !== undefined ? { personal: true } : {}),
  };
}

/** Where each has a part of their own, the usual ladders are those of their own side: a partner's never chases an initiator. */
function ownLadder(drawn: string | undefined, side: Side): string {
  if (drawn === undefined) return defaultLadder[side];
  const isUsual = standardLadders.some(({ id }) => id === drawn);
  const isOurs = side === 'us' && (drawn === 'ORG' || drawn === 'FAST');
  return !isUsual || isOurs ? drawn : defaultLadder[side];
}

/** Opens the task of an element instance, or its part for one person. */
export function openTask(w: Work, inst: ElementInstance, element: UserTask, plan: TaskPlan): void {
  const due = countTerm(w, { d: inst.d, scope: inst.key, activated: inst.since }, plan.term);
  if (!due.ok)
    return incident(w, inst, 'TERM_ERROR', `${due.message} (term of '${element.id}')`, {
      kind: 'activate',
      key: inst.key,
    });
  const round = anchorAt(w.state, inst.d, element.id)?.times ?? 1;
  const place = placedName(w, element.id, inst.scope);
  const told =
    plan.owner !== undefined &&
    Object.keys(w.state.told).some((k) => k.startsWith(`${w.state.instance}/${place}/${round}/open/`));
  const held = plan.side !== 'us' && w.cause === 'timer' && isHeld(w.state);
  const silent = element.opening === 'silent' || told || held;
  const task: Task = {
    name: element.id,
    roles: plan.roles,
    ...(plan.owner === undefined ? {} : { owner: plan.owner }),
    side: plan.side,
    due: due.value.at,
    dueDate: due.value.date,
    ladder: plan.ladder,
    round,
    version: 0,
    ...(inst.whole !== undefined || inst.pass !== undefined ? {} : itemOf(w, inst, place)),
    ...(silent ? { silent: true } : {}),
    ...(plan.personal ? { personal: true } : {}),
  };
  const open = w.patch(inst.key, { task });
  w.fact({
    type: 'task.created',
    element: element.id,
    key: inst.key,
    task: task.name,
    roles: plan.roles,
    ...(plan.owner === undefined ? {} : { owner: plan.owner }),
    side: plan.side,
    due: due.value.at,
    ladder: plan.ladder,
    ...(element.name === undefined ? {} : { name: element.name }),
    ...(silent ? { silent: true } : {}),
  });
  w.fact({
    type: 'due.set',
    item: itemKey(open),
    element: element.id,
    due: due.value.at,
    date: due.value.date,
    from: due.value.from,
    ledger: due.value.ledger,
  });
  if (held && !told && element.opening !== 'silent') w.own('untold').push(inst.key);
  if (plan.owner !== undefined) ownTask(w, open, element, plan);
}

/** A second task of one element that opens while the first is open is told apart by its key. */
function itemOf(w: Work, { element, key }: ElementInstance, place: string): { item?: string } {
  if (place in w.state.chases && tellsTwins(w)) return { item: `${place}#${key}` };
  return place === element ? {} : { item: place };
}

/** What follows once somebody is accountable: chasing and the opening message. */
function ownTask(w: Work, inst: ElementInstance, element: UserTask, plan: TaskPlan): void {
  const task = inst.task as Task;
  startChase(w, {
    item: itemKey(inst),
    element: element.id,
    d: inst.d,
    key: inst.key,
    ladder: plan.ladder,
    due: task.due as Instant,
    from: inst.since,
    round: task.round,
    scope: inst.key,
  });
  if (!task.silent)
    for (const note of openingNotes(w, {
      d: inst.d,
      element,
      plan,
      round: task.round,
      scope: inst.key,
      due: task.dueDate as string,
      // Its round tells a second one apart; it may have been announced under its name.
      item: task.item?.replace(/#.*$/, '') ?? itemKey(inst),
    }))
      tell(w, note);
  const place = placedName(w, element.id, inst.scope);
  const lead = Object.entries(w.state.told).find(([k]) =>
    k.startsWith(`${w.state.instance}/${place}/${task.round}/open/`),
  );
  if (lead) delete w.own('told')[lead[0]];
}

/** The answer of a `resolve` job: somebody is accountable now; nobody at all is an incident. */
export function taskResolved(w: Work, inst: ElementInstance, role: string): void {
  const element = taskElement(w, inst);
  if (!inst.task || inst.task.owner !== undefined) return;
  const found =
    leaderOf(w.state, role) ?? (inst.task.side === 'us' ? ladderPerson(w.state, role)?.person : undefined);
  if (found === undefined) {
    return incident(
      w,
      inst,
      'NO_PERSON',
      `Expected somebody to hold the role '${role}' for '${element.id}', but nobody does`,
      { kind: 'activate', key: inst.key },
    );
  }
  const open = w.patch(inst.key, { task: { ...inst.task, owner: found } });
  w.fact({ type: 'item.handedOver', item: inst.task.name, to: found });
  const plan = taskPlan(
    w,
    inst.d,
    element,
    inst.scope,
    inst.whole === undefined ? undefined : { person: found, role },
  );
  ownTask(w, open, element, { ...plan, owner: found });
}

/** Opens one part for each person of the roles. */
export function openParts(w: Work, inst: ElementInstance, element: UserTask): void {
  const seen = new Set<string>();
  const parts: Key[] = [];
  for (const role of element.roles) {
    for (const person of holdersOf(w.state, role)) {
      if (seen.has(person)) continue;
      seen.add(person);
      const part = w.put({
        key: w.key(),
        d: inst.d,
        element: element.id,
        scope: inst.scope,
        since: w.at,
        whole: inst.key,
      });
      parts.push(part.key);
      openTask(w, part, element, taskPlan(w, inst.d, element, inst.scope, { person, role }));
    }
  }
  w.patch(inst.key, { parts });
  if (parts.length === 0)
    incident(w, inst, 'NO_PERSON', `Expected somebody to hold one of the roles ${element.roles.join(', ')}`, {
      kind: 'activate',
      key: inst.key,
    });
}

/** A task that goes without being completed. */
export function closeTask(w: Work, inst: ElementInstance, why: string): void {
  const task = inst.task;
  if (!task) return;
  endChase(w, itemKey(inst), why);
  const untold = w.state.untold.indexOf(inst.key);
  if (untold >= 0) w.own('untold').splice(untold, 1);
  if (inst.key in w.state.offers || task.name in w.state.offers) delete w.own('offers')[task.name];
  w.fact({ type: 'task.cancelled', element: inst.element, key: inst.key, task: task.name, why });
  if (task.meeting) inviteTo(w, inst, true);
}

/** Working days from one moment's date to another's, for rungs that need a minimum term. */
export const termDays = (w: Work, from: Instant, due: Instant): number =>
  workingDaysBetween(w.ctx.calendar, dateOf(w, from), dateOf(w, due));
