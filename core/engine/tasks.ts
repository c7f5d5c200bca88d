// Tasks for people: who is accountable, when it is due, who is told, and how it ends.
import type { Outcome, Side, Term, Text } from '../../contract/index.ts';
import { type Instant, workingDaysBetween } from '../calendar/index.ts';
import { defaultLadder, defaultTerm, standardLadders } from '../chasing/standard-ladders.ts';
import type { ElementInstance, Key, Task, Variables } from '../state.ts';
import { endChase, startChase } from './chase.ts';
import { type Compiled, type CompiledOf, outcomesOf, sideOf } from './compiled.ts';
import { incident } from './flow.ts';
import { dateOf, makeNote, shownItem, tell, textData } from './notes.ts';
import { holdersOf, ladderPerson, leaderOf } from './people.ts';
import { isHeld } from './rest.ts';
import { countTerm } from './terms.ts';
import type { Cause, Work } from './work.ts';

type UserTask = CompiledOf<'userTask'>;

export interface TaskPlan {
  roles: string[];
  /** Accountable role and side; person unless the role must be resolved first. */
  role: string;
  side: Side;
  owner?: string;
  ladder: string;
  term: Term;
}

/**
 * Who answers for a task and how it is chased. With several roles the first staff role is accountable if the ladder chases
 * us, else the first role outside (docs/domain.md, notation).
 */
export function taskPlan(
  w: Work,
  d: number,
  element: UserTask,
  _scope: Key,
  part?: { person: string; role: string },
): TaskPlan {
  const process = w.process(d);
  const role = part?.role ?? accountableRole(process, element);
  const side = sideOf(process, role);
  const owner = part?.person ?? leaderOf(w.state, role);
  return {
    roles: part ? [part.role] : element.roles,
    role,
    side,
    ...(owner === undefined ? {} : { owner }),
    ladder: element.ladder ?? defaultLadder[side],
    term: element.term ?? defaultTerm,
  };
}

function accountableRole(process: Compiled, element: UserTask): string {
  const first = element.roles[0] as string;
  const sides = element.roles.map((r) => sideOf(process, r));
  const ladder = element.ladder ?? defaultLadder[sides[0] as Side];
  // An own ladder, or none, leaves the order in which the roles were drawn.
  if (!standardLadders.some((l) => l.id === ladder)) return first;
  const wanted =
    ladder === 'ORG' || ladder === 'FAST' ? sides.indexOf('us') : sides.findIndex((s) => s !== 'us');
  return element.roles[wanted] ?? first;
}

/** Opens the task of an element instance, or its part for one person. */
export function openTask(w: Work, inst: ElementInstance, element: UserTask, plan: TaskPlan): void {
  const due = countTerm(w, { d: inst.d, scope: inst.scope, activated: inst.since }, plan.term);
  if (!due.ok)
    return incident(w, inst, 'TERM_ERROR', `${due.message} (term of '${element.id}')`, {
      kind: 'activate',
      key: inst.key,
    });
  const round = w.state.anchors[`${inst.d}/${element.id}`]?.times ?? 1;
  const told =
    plan.owner !== undefined &&
    Object.keys(w.state.told).some((k) => k.startsWith(`${w.state.instance}/${element.id}/${round}/open/`));
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
    ...(silent ? { silent: true } : {}),
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
    scope: inst.scope,
  });
  if (!task.silent)
    for (const note of openingNotes(w, {
      d: inst.d,
      element,
      plan,
      round: task.round,
      scope: inst.scope,
      due: task.dueDate as string,
      item: itemKey(inst),
    }))
      tell(w, note);
  const lead = Object.entries(w.state.told).find(([k]) =>
    k.startsWith(`${w.state.instance}/${element.id}/${task.round}/open/`),
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

interface Opening {
  d: number;
  element: UserTask;
  plan: TaskPlan;
  round: number;
  scope: Key;
  due?: string;
  at?: Instant;
  cause?: Cause;
  /** One person's part. */
  item?: string;
}

/** The message that opens a task: to staff that work arrived, to others that it is their turn. */
export function openingNotes(w: Work, o: Opening) {
  const { element, plan, d } = o;
  if (plan.owner === undefined) return [];
  const process = w.process(d);
  const act = (o.cause ?? w.cause) !== 'timer';
  const kind =
    plan.side === 'us'
      ? 'inbox'
      : act
        ? 'request'
        : element.opening === 'checkIn'
          ? 'checkIn'
          : element.opening === 'dated'
            ? 'dated'
            : 'request';
  const std =
    plan.side === 'us' ? 'std:task.new' : element.agreement ? 'std:agreement.asked' : 'std:task.asked';
  const outcomes = outcomesOf(element).filter((x) => !x.by || x.by.includes(plan.role));
  const data: Variables = {
    name: (element.name ?? element.id) as Variables['name'] & string,
    element: element.id,
    ...(o.due === undefined ? {} : { due: o.due }),
    ...(outcomes.length > 0 ? { outcomes: outcomes.map(({ id, label }) => ({ id, label })) } : {}),
    ...(element.agreement ? { commitments: commitmentLines(w, element.agreement.of) } : {}),
    ...(element.text && plan.side !== 'us' ? textData(w, d, o.scope, element.text) : {}),
  };
  return [
    makeNote(w, {
      item: o.item ?? element.id,
      round: o.round,
      what: 'open',
      to: plan.owner,
      role: plan.role,
      side: plan.side,
      kind,
      text: element.text && plan.side !== 'us' ? `def:${process.hash}:${element.id}` : std,
      data,
      act,
      ...(o.at === undefined ? {} : { at: o.at }),
      buttons: plan.side === 'us' ? [] : ['answer', 'helpMe'],
    }),
  ];
}

/** Open commitments of an agreement, as messages list them. */
export function commitmentLines(w: Work, agreement?: string): Variables[] {
  return Object.values(w.state.commitments)
    .filter((c) => agreement === undefined || c.agreement === agreement)
    .map((c) => ({ id: c.id, text: c.text, owner: c.owner, side: c.side, due: c.due }));
}

/** Name of a task's item in chases and notes. Several may have one name (parts per person, tasks of ladders), so their keys tell them apart. */
export const itemKey = (inst: ElementInstance): string =>
  inst.whole === undefined && inst.d >= 0
    ? (inst.task?.name ?? inst.element)
    : `${inst.task?.name}#${inst.key}`;

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

/** A task made at run time, by a ladder or because somebody asked for help: no element of the definition. */
export function openRunTimeTask(
  w: Work,
  t: {
    name: string;
    label: Text;
    role: string;
    term: Term;
    ladder?: string;
    about?: Task['about'];
    outcomes?: Outcome[];
    note?: Variables;
  },
): void {
  const found = ladderPerson(w.state, t.role);
  const inst = w.put({ key: w.key(), d: -1, element: t.name, scope: '', since: w.at });
  // Several may have the same name (one per person of a task): their keys tell them apart in messages.
  const round = Number(inst.key);
  if (!found)
    return incident(w, inst, 'NO_PERSON', `Expected somebody to hold the role '${t.role}' for '${t.name}'`, {
      kind: 'activate',
      key: inst.key,
    });
  const side = sideOf(w.process(0), found.role);
  const due = countTerm(w, { d: 0, scope: '', activated: w.at }, t.term);
  if (!due.ok) throw new Error(due.message);
  const ladder = t.ladder ?? defaultLadder[side];
  const task: Task = {
    name: t.name,
    roles: [t.role],
    owner: found.person,
    side,
    due: due.value.at,
    dueDate: due.value.date,
    ladder,
    round,
    version: 0,
    ...(t.about ? { about: t.about } : {}),
    ...(t.outcomes ? { outcomes: t.outcomes } : {}),
    label: t.label,
  };
  w.patch(inst.key, { task });
  w.fact({
    type: 'task.created',
    element: t.name,
    key: inst.key,
    task: t.name,
    roles: [t.role],
    owner: found.person,
    side,
    due: due.value.at,
    ladder,
    name: t.label,
    ...(t.about ? { about: shownItem(t.about.item) } : {}),
  });
  w.fact({
    type: 'due.set',
    item: itemKey(inst),
    due: due.value.at,
    date: due.value.date,
    from: due.value.from,
    ledger: due.value.ledger,
  });
  const item = `${t.name}#${inst.key}`;
  startChase(w, { item, key: inst.key, ladder, due: due.value.at, from: w.at, round, scope: '' });
  tell(
    w,
    makeNote(w, {
      item,
      round,
      what: 'open',
      to: found.person,
      role: found.role,
      side,
      kind: side === 'us' ? 'inbox' : 'request',
      text: side === 'us' ? 'std:task.new' : 'std:task.asked',
      data: { name: t.label as string, due: due.value.date, ...t.note },
    }),
  );
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

/** Sets or moves the moment of a meeting and invites everybody who takes part. */
export function planMeeting(w: Work, key: Key, meeting: { at: Instant; place?: string }): void {
  const inst = w.active(key);
  if (!inst?.task) return;
  const sequence = inst.task.meeting === undefined ? 0 : inst.task.meeting.sequence + 1;
  const planned = w.patch(key, {
    task: { ...inst.task, meeting: { ...meeting, sequence } },
  });
  w.fact({
    type: 'meeting.planned',
    element: inst.element,
    key,
    moment: meeting.at,
    ...(meeting.place === undefined ? {} : { place: meeting.place }),
    sequence,
  });
  if (inst.task.name in w.state.plans) delete w.own('plans')[inst.task.name];
  inviteTo(w, planned);
}

/** The user task behind a task: the element itself, or for a process that is not published, arranging it by hand. */
export function taskElement(w: Work, inst: ElementInstance): UserTask {
  const element = w.element(inst);
  if (element.type === 'userTask') return element;
  if (element.type !== 'callActivity') throw new Error(`'${element.id}' has no task`);
  const title = (lang: 'nl' | 'en') =>
    typeof element.name === 'object' ? element.name[lang] : (element.name ?? element.process);
  return {
    type: 'userTask',
    id: element.id,
    name: { nl: `Regel zelf: ${title('nl')}`, en: `Arrange by hand: ${title('en')}` },
    roles: [element.whenMissing ?? 'coordinator'],
  };
}

/** Calendar entries to everybody who takes part; a moved one keeps its uid and counts its sequence. */
export function inviteTo(w: Work, inst: ElementInstance, cancelled = false): void {
  const task = inst.task as Task;
  const meeting = task.meeting;
  const element = inst.d < 0 ? undefined : taskElement(w, inst);
  if (!meeting) return;
  const process = w.process(Math.max(inst.d, 0));
  const minutes = element?.meeting?.minutes ?? 60;
  const what = cancelled ? 'cancelled' : meeting.sequence > 0 ? 'moved' : 'planned';
  const seen = new Set<string>();
  for (const role of task.roles) {
    const person =
      role === task.roles[0] && task.owner !== undefined && task.side === sideOf(process, role)
        ? task.owner
        : leaderOf(w.state, role);
    if (person === undefined || seen.has(person)) continue;
    seen.add(person);
    tell(
      w,
      makeNote(w, {
        item: task.name,
        round: task.round,
        what: `invite.${meeting.sequence}${cancelled ? '.cancelled' : ''}`,
        to: person,
        role,
        side: sideOf(process, role),
        kind: 'invite',
        text: `std:meeting.${what}`,
        data: {
          name: (element?.name ?? task.name) as string,
          meeting: {
            at: meeting.at,
            minutes,
            ...(meeting.place === undefined ? {} : { place: meeting.place }),
          },
        },
        invite: {
          uid: `${w.state.instance}.${inst.key}`,
          sequence: meeting.sequence + (cancelled ? 1 : 0),
          at: meeting.at,
          minutes,
          ...(meeting.place === undefined ? {} : { place: meeting.place }),
          ...(cancelled ? { cancelled: true } : {}),
        },
      }),
    );
  }
}

/** Working days from one moment's date to another's, for rungs that need a minimum term. */
export const termDays = (w: Work, from: Instant, due: Instant): number =>
  workingDaysBetween(w.ctx.calendar, dateOf(w, from), dateOf(w, due));
