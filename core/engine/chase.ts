// Chasing: a part of every task and commitment. Rungs are moments around the due moment; any answer cancels what is left.
import type { LedgerLine, Note, Rung, RungAct, Side, Text } from '../../contract/index.ts';
import { type Instant, isLocalDate, putBack, reckon, toLocal, workingDaysLeft } from '../calendar/index.ts';
import { standardLadders } from '../chasing/standard-ladders.ts';
import type { Chase, Key } from '../state.ts';
import { sideOf } from './compiled.ts';
import { remove } from './flow.ts';
import { announce, dateOf, makeNote, type NewNote, shownItem, tell, withdraw } from './notes.ts';
import { offerItem } from './offers.ts';
import { holdersOf, ladderPerson, leaderOf } from './people.ts';
import { closeRaised, raiseItem } from './raised.ts';
import { isHeld } from './rest.ts';
import { closeTask, openRunTimeTask, termDays } from './tasks.ts';
import { cancelTimer, setTimer } from './timers.ts';
import type { Work } from './work.ts';

export interface ChasedItem {
  person?: string;
  role: string;
  side: Side;
  name: Text;
  due: Instant;
  commitment?: { id: string; text: string; owner: string; side: Side; due: string };
}

/** What a chase is about, as it stands now. */
export function chasedItem(w: Work, item: string): ChasedItem | undefined {
  const c = w.state.commitments[item];
  if (c) {
    const { id, text, owner, side, due } = c;
    return {
      person: owner,
      role: c.ownerRole ?? side,
      side,
      name: text,
      due: w.state.chases[item]?.due ?? w.at,
      commitment: { id, text, owner, side, due },
    };
  }
  const chase = w.state.chases[item];
  const inst = chase?.key === undefined ? undefined : w.active(chase.key);
  const task = inst?.task;
  if (!inst || !task) return undefined;
  const element = inst.d < 0 ? undefined : w.element(inst);
  const role =
    task.roles.find((r) => task.owner !== undefined && holdersOf(w.state, r).includes(task.owner)) ??
    (task.roles[0] as string);
  return {
    ...(task.owner === undefined ? {} : { person: task.owner }),
    role,
    side: task.side,
    name: task.label ?? element?.name ?? task.name,
    due: task.due ?? w.at,
  };
}

interface NewChase {
  item: string;
  element?: string;
  d?: number;
  key?: Key;
  ladder: string;
  due: Instant;
  /** When the term began, for rungs that need a minimum term. */
  from: Instant;
  round: number;
  scope: Key;
  remindMe?: boolean;
}

const ladderOf = (w: Work, chase: { d?: number; ladder: string }) =>
  w.process(Math.max(chase.d ?? 0, 0)).ladders.get(chase.ladder) ??
  standardLadders.find((l) => l.id === chase.ladder);

/** 09:00 on the rung's working day; exact for terms in hours and less. Undefined when its date variable holds no date. */
function rungMoment(w: Work, scope: Key, due: Instant, rung: Rung): Instant | undefined {
  let base: string = due;
  if (rung.from) {
    const held = w.variables(scope)[rung.from.variable];
    if (typeof held !== 'string' || !isLocalDate(held)) return undefined;
    base = held;
  }
  return reckon(w.ctx.calendar, base, {
    amount: rung.amount,
    unit: rung.unit,
    time: w.ctx.calendar.messageTime,
  }).at;
}

const changesHands = (rung: Rung) => rung.acts.some((a) => a.act === 'raise' || a.act === 'offer');

/**
 * Schedules the rungs of an item. A rung whose moment has passed is skipped, except that the last one which changes an
 * owner or raises fires at once.
 */
export function startChase(w: Work, c: NewChase): void {
  const ladder = c.ladder === 'none' ? undefined : ladderOf(w, c);
  const days = termDays(w, c.from, c.due);
  const rungs: { rung: Rung; at: Instant }[] = [];
  let passed: Rung | undefined;
  for (const rung of ladder?.rungs ?? []) {
    if (rung.when?.termAtLeast !== undefined && days < rung.when.termAtLeast) continue;
    if (rung.when?.remindMe && !c.remindMe) continue;
    const at = rungMoment(w, c.scope, c.due, rung);
    if (at === undefined) continue;
    if (at <= w.at) {
      w.fact({
        type: 'chase.skipped',
        item: c.item,
        ...elementOf(c),
        ladder: c.ladder,
        rung: rung.id,
        why: 'passed',
      });
      if (changesHands(rung)) passed = rung;
    } else rungs.push({ rung, at });
  }
  const chase: Chase = {
    item: c.item,
    ...(c.element === undefined ? {} : { element: c.element }),
    ...(c.d === undefined ? {} : { d: c.d }),
    ...(c.key === undefined ? {} : { key: c.key }),
    ladder: c.ladder,
    due: c.due,
    round: c.round,
    rungs: rungs.map(({ rung, at }) => ({ id: rung.id, at })),
  };
  w.own('chases')[c.item] = chase;
  w.fact({
    type: 'chase.started',
    item: c.item,
    ...elementOf(c),
    ladder: c.ladder,
    due: c.due,
    rungs: chase.rungs.map((r) => ({ rung: r.id, at: r.at })),
  });
  const item = chasedItem(w, c.item);
  if (item && item.side !== 'us' && isHeld(w.state)) rest(w, c.item);
  else {
    const lead = w.state.told[openKey(w, c, item)];
    arm(w, chase);
    if (lead !== undefined && lead !== '' && leadRuns(w, lead)) rest(w, c.item, lead);
  }
  if (passed) fireRung(w, c.item, passed.id);
}

const elementOf = (c: { element?: string | undefined }) =>
  c.element === undefined ? {} : { element: c.element };
const openKey = (w: Work, c: NewChase, item?: ChasedItem) =>
  `${w.state.instance}/${shownItem(c.item)}/${c.round}/open/${item?.person ?? ''}`;

/** A lead in another instance is taken to run until its mailroom says otherwise. */
function leadRuns(w: Work, lead: string): boolean {
  const prefix = `${w.state.instance}/`;
  return !lead.startsWith(prefix) || lead.slice(prefix.length) in w.state.chases;
}

/** Sets the timers of a chase and makes its coming mails known to the mailroom of somebody outside. */
function arm(w: Work, chase: Chase): void {
  if (chase.due > w.at)
    setTimer(w, `${chase.item}!late`, chase.due, { kind: 'late', item: chase.item }, chase.element);
  const ladder = ladderOf(w, chase);
  for (const r of chase.rungs) {
    setTimer(w, `${chase.item}!${r.id}`, r.at, { kind: 'rung', item: chase.item, rung: r.id }, chase.element);
    const rung = ladder?.rungs.find((x) => x.id === r.id);
    for (const note of rung ? rungNotes(w, chase, rung, r.at) : [])
      if (note.kind === 'chase' && note.side !== 'us') announce(w, note);
  }
}

function disarm(w: Work, chase: Chase): void {
  cancelTimer(w, `${chase.item}!late`, chase.element);
  for (const r of chase.rungs) cancelTimer(w, `${chase.item}!${r.id}`, chase.element);
  withdraw(w, chase.item, 'chase');
}

type Notify = Extract<RungAct, { act: 'notify' }>;

/** Who a rung speaks to: the owner, or the holder of a role. */
function addressees(
  w: Work,
  act: Notify,
  item: ChasedItem,
): { person: string; role: string; side: Side; cc?: boolean }[] {
  const process = w.process(0);
  const one = (to: string) => {
    if (to === 'owner')
      return item.person === undefined
        ? undefined
        : { person: item.person, role: item.role, side: item.side };
    const person = leaderOf(w.state, to);
    return person === undefined ? undefined : { person, role: to, side: sideOf(process, to) };
  };
  const main = one(act.to);
  const cc = (act.cc ?? []).map(one).filter((p) => p !== undefined && p.person !== main?.person);
  return [...(main ? [main] : []), ...cc.map((p) => ({ ...(p as NonNullable<typeof p>), cc: true }))];
}

function rungNotes(w: Work, chase: Chase, rung: Rung, at: Instant, late = false): Note[] {
  const item = chasedItem(w, chase.item);
  if (!item) return [];
  const d = Math.max(chase.d ?? 0, 0);
  const dueDate = dateOf(w, chase.due);
  // What a ladder or a call for help made was promised to nobody outside: no honest message about it.
  const promised = chase.key === undefined || (w.active(chase.key)?.d ?? 0) >= 0;
  return rung.acts.flatMap((act, i) =>
    act.act !== 'notify' || (act.kind === 'honest' && !promised)
      ? []
      : addressees(w, act, item).map((p) => {
          const own = act.text.startsWith('std:') ? act.text : `def:${w.process(d).hash}:text:${act.text}`;
          const note: NewNote = {
            item: chase.item,
            round: chase.round,
            what: `${act.kind === 'headsUp' ? 'headsUp' : act.kind === 'chase' ? 'chase' : act.kind}.${chase.ladder}.${rung.id}${i === 0 ? '' : `.${i}`}`,
            to: p.person,
            role: p.role,
            side: p.side,
            kind: act.kind,
            text: p.cc && own.startsWith('std:') ? `${own}.cc` : own,
            data: {
              name: item.name as string,
              due: dueDate,
              ladder: chase.ladder,
              rung: rung.id,
              round: chase.round,
              ...(item.person === undefined ? {} : { owner: item.person }),
              ...(item.commitment ? { commitment: item.commitment } : {}),
            },
            at,
            act: false,
            chase: chase.item,
            ...(act.otherChannel ? { otherChannel: true } : {}),
            ...(act.buttons ? { buttons: act.buttons } : {}),
            ...(late ? { late: true } : {}),
          };
          return makeNote(w, note);
        }),
  );
}

/** A rung's moment came (or had passed and changes hands). */
export function fireRung(w: Work, itemId: string, rungId: string, due?: Instant): void {
  const chase = w.state.chases[itemId];
  const rung = chase ? ladderOf(w, chase)?.rungs.find((r) => r.id === rungId) : undefined;
  const item = chase ? chasedItem(w, itemId) : undefined;
  if (!chase || !rung || !item) return;
  w.own('chases')[itemId] = { ...chase, rungs: chase.rungs.filter((r) => r.id !== rungId) };
  w.fact({
    type: 'chase.fired',
    item: itemId,
    ...elementOf(chase),
    ladder: chase.ladder,
    rung: rungId,
    due: chase.due,
  });
  const late = due !== undefined && dateOf(w, due) < dateOf(w, w.at);
  // After an outage rungs fire in order, but per chase and person only the last message goes out.
  for (const note of rungNotes(w, chase, rung, w.at, late)) {
    const k = `${itemId}/${note.to}`;
    w.lastNote.delete(k);
    w.lastNote.set(k, note);
  }
  for (const act of rung.acts) {
    if (act.act === 'raise')
      raiseItem(w, {
        role: act.to,
        item: itemId,
        ...elementOf(chase),
        ...(item.person === undefined ? {} : { owner: item.person }),
        name: item.name,
      });
    if (act.act === 'offer') {
      const to = ladderPerson(w.state, act.to, item.person);
      if (to)
        offerItem(w, itemId, to.person, {
          ...(item.person === undefined ? {} : { from: item.person }),
          term: w.ctx.settings.handoff.planned,
        });
    }
    if (act.act === 'task') {
      openRunTimeTask(w, {
        name: `${shownItem(itemId)}.${chase.ladder}.${rungId}`,
        label: act.name,
        role: act.role,
        term: act.term,
        ...(act.ladder === undefined ? {} : { ladder: act.ladder }),
        ...(act.outcomes ? { outcomes: act.outcomes } : {}),
        about: { item: itemId, ladder: chase.ladder, rung: rungId },
        note: {
          about: item.name as string,
          ...(item.person === undefined ? {} : { owner: item.person }),
        },
      });
    }
  }
}

/** Rung messages collected in this step go out now. */
export function flushRungNotes(w: Work): void {
  for (const note of w.lastNote.values()) tell(w, note);
  w.lastNote.clear();
}

/** A leading mail told these coming rungs; they are done, and the rest of the chase rests under the lead. */
export function rungTold(w: Work, note: Note, lead: string): boolean {
  const item = note.chase;
  const chase = item === undefined ? undefined : w.state.chases[item];
  const rung = typeof note.data.rung === 'string' ? note.data.rung : undefined;
  if (item === undefined || !chase || rung === undefined) return false;
  cancelTimer(w, `${item}!${rung}`, chase.element);
  w.own('chases')[item] = { ...chase, rungs: chase.rungs.filter((r) => r.id !== rung) };
  w.fact({
    type: 'chase.fired',
    item,
    ...elementOf(chase),
    ladder: chase.ladder,
    rung,
    due: chase.due,
    told: lead,
  });
  if (lead !== `${w.state.instance}/${item}` && leadRuns(w, lead)) rest(w, item, lead);
  return true;
}

/** Everything about an item's chasing stops at once: timers, announced mails, tasks its ladder made, raised items, offers. */
export function endChase(w: Work, item: string, why: string): void {
  const chase = w.state.chases[item];
  if (!chase) return;
  const who = chasedItem(w, item);
  disarm(w, chase);
  delete w.own('chases')[item];
  w.fact({ type: 'chase.ended', item, ...elementOf(chase), ladder: chase.ladder, why });
  closeLadderTasks(w, item, why);
  closeRaised(w, item, why);
  if (item in w.state.offers) {
    delete w.own('offers')[item];
    cancelTimer(w, `${item}!offer`);
  }
  const lead = `${w.state.instance}/${item}`;
  if (who?.person !== undefined && who.side !== 'us') w.post(who.person).ended.push(lead);
  leadEnded(w, lead);
}

/** Stops what is left of a ladder but leaves the item open (somebody was reached). */
export function answerChase(w: Work, item: string, why: string): void {
  const chase = w.state.chases[item];
  if (!chase) return;
  const { due } = chase;
  endChase(w, item, why);
  const quiet: Chase = { ...chase, rungs: [] };
  delete quiet.rests;
  w.own('chases')[item] = quiet;
  if (due > w.at) setTimer(w, `${item}!late`, due, { kind: 'late', item }, chase.element);
}

function closeLadderTasks(w: Work, item: string, why: string): void {
  for (const inst of Object.values(w.state.elements)) {
    if (inst.task?.about?.item !== item) continue;
    closeTask(w, inst, why);
    remove(w, inst);
  }
}

/** Puts a chase to rest, keeping the working days each rung had left (and the due moment's, unless it rests under a lead). */
export function rest(w: Work, item: string, under?: string): void {
  const chase = w.state.chases[item];
  if (!chase || chase.rests) return;
  disarm(w, chase);
  // Nobody is asked to call somebody who is left in peace.
  if (under === undefined) closeLadderTasks(w, item, 'rests');
  const left = (at: Instant) => workingDaysLeft(w.ctx.calendar, w.at, at);
  w.own('chases')[item] = {
    ...chase,
    rests: {
      since: w.at,
      left: chase.rungs.map((r) => ({ id: r.id, time: left(r.at) })),
      ...(under === undefined ? { due: left(chase.due) } : { under }),
    },
  };
  if (under !== undefined && chase.due > w.at)
    setTimer(w, `${item}!late`, chase.due, { kind: 'late', item }, chase.element);
  w.fact({
    type: 'chase.rested',
    item,
    ladder: chase.ladder,
    ...(under === undefined ? {} : { under }),
  });
}

/** Goes on with the working days that were left. */
export function resume(w: Work, item: string): void {
  const chase = w.state.chases[item];
  if (!chase?.rests) return;
  const { rests, ...awake } = chase;
  cancelTimer(w, `${item}!late`, chase.element);
  const due = rests.due === undefined ? chase.due : putBack(w.ctx.calendar, w.at, rests.due);
  const rungs = rests.left.map((r) => ({ id: r.id, at: putBack(w.ctx.calendar, w.at, r.time) }));
  const resumed: Chase = { ...awake, due, rungs };
  w.own('chases')[item] = resumed;
  if (due !== chase.due) moveDue(w, item, due, [{ date: dateOf(w, due), counted: false, why: 'moved' }]);
  w.fact({
    type: 'chase.resumed',
    item,
    ladder: chase.ladder,
    rungs: rungs.map((r) => ({ rung: r.id, at: r.at })),
  });
  arm(w, resumed);
}

/** Records a moved due moment on the item itself. */
export function moveDue(w: Work, item: string, due: Instant, ledger: LedgerLine[]): void {
  const date = toLocal(w.ctx.calendar.zone, due).date;
  const chase = w.state.chases[item];
  const c = w.state.commitments[item];
  if (c) w.own('commitments')[item] = { ...c, due: date };
  else if (chase?.key !== undefined) {
    const inst = w.active(chase.key);
    if (inst?.task) w.patch(chase.key, { task: { ...inst.task, due, dueDate: date } });
  }
  w.fact({
    type: 'due.set',
    item,
    ...(chase ? elementOf(chase) : {}),
    due,
    date,
    from: dateOf(w, w.at),
    ledger,
  });
}

/** The chase that led has ended: what rested under it goes on. */
export function leadEnded(w: Work, lead: string): void {
  for (const [key, by] of Object.entries(w.state.told)) if (by === lead) w.own('told')[key] = '';
  for (const chase of Object.values(w.state.chases)) if (chase.rests?.under === lead) resume(w, chase.item);
}

/** The due moment passed. */
export function markLate(w: Work, item: string): void {
  const c = w.state.commitments[item];
  const chase = w.state.chases[item];
  if (c) {
    w.own('commitments')[item] = { ...c, status: 'late' };
    w.fact({ type: 'commitment.late', commitment: item, due: c.due });
    return;
  }
  const inst = chase?.key === undefined ? undefined : w.active(chase.key);
  if (!chase || !inst?.task) return;
  w.patch(inst.key, { task: { ...inst.task, late: true } });
  w.fact({ type: 'task.late', element: inst.element, key: inst.key, task: inst.task.name, due: chase.due });
}
