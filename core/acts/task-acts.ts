// What people do with tasks besides completing them: claim, plan a meeting, log a contact.
import type { ActOf } from '../../contract/index.ts';
import { refuseClaimOutOfTurn } from '../engine/ad-hoc.ts';
import { answerChase } from '../engine/chase.ts';
import { planMeeting } from '../engine/meetings.ts';
import { leaderOf, mayAct, personOf } from '../engine/people.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { Task } from '../state.ts';
import { findItem, findTask } from './find.ts';

export function claim(w: Work, act: ActOf<'claim'>): void {
  const inst = findTask(w, act.task);
  const task = inst.task as Task;
  if (task.claimed !== undefined && task.claimed !== act.by)
    throw new Rejected('INVALID_STATE', `Expected '${task.name}' to be free, but '${task.claimed}' has it`, {
      path: 'task',
    });
  mayAct(w, task.personal ? [] : task.roles, [task.owner], `'${task.name}'`);
  if (act.by === undefined) throw new Rejected('INVALID_ARGUMENT', 'Expected who claims it', { path: 'by' });
  refuseClaimOutOfTurn(w, inst);
  const person = personOf(w.state, act.by)?.person ?? act.by;
  w.patch(inst.key, { task: { ...task, claimed: person, owner: person } });
  w.fact({ type: 'task.claimed', element: inst.element, key: inst.key, person });
}

export function unclaim(w: Work, act: ActOf<'unclaim'>): void {
  const inst = findTask(w, act.task);
  const task = inst.task as Task;
  if (task.claimed === undefined)
    throw new Rejected('INVALID_STATE', `Expected '${task.name}' to be claimed, but nobody has it`, {
      path: 'task',
    });
  const { claimed: _, ...free } = task;
  const leader = task.roles.map((r) => leaderOf(w.state, r)).find((p) => p !== undefined);
  w.patch(inst.key, {
    task: { ...free, ...(leader === undefined ? {} : { owner: leader }) },
  });
  w.fact({
    type: 'task.unclaimed',
    element: inst.element,
    key: inst.key,
    ...(leader === undefined ? {} : { owner: leader }),
  });
}

/** Sets or moves the moment of a meeting; before its task opened, it is kept for then. */
export function plan(w: Work, act: ActOf<'plan'>): void {
  const meeting = { at: act.moment, ...(act.place === undefined ? {} : { place: act.place }) };
  const open = Object.values(w.state.elements).find(
    (e) => e.task && (e.element === act.task || e.key === act.task),
  );
  if (open) return planMeeting(w, open.key, meeting);
  const future = w.process(0).elements.get(act.task);
  if (future?.type === 'userTask' && future.meeting) {
    w.own('plans')[act.task] = meeting;
    return;
  }
  planMeeting(w, findTask(w, act.task).key, meeting);
}

/** An attempt, or a contact. Reaching somebody answers the ladders that ask for contact; "not reached" answers nothing. */
export function log(w: Work, act: ActOf<'log'>): void {
  const item = findItem(w, act.about, 'about');
  const chase = w.state.chases[item];
  const inst = chase?.key === undefined ? undefined : w.active(chase.key);
  w.fact({
    type: 'contact.logged',
    item,
    ...(chase?.element === undefined ? {} : { element: chase.element }),
    outcome: act.outcome,
    ...(act.note === undefined ? {} : { note: act.note }),
  });
  if (act.outcome !== 'reached' || !chase) return;
  const about = inst?.task?.about;
  const target = about ? (about.item in w.state.chases ? about.item : undefined) : item;
  const answeredChase = target === undefined ? undefined : w.state.chases[target];
  if (!answeredChase || target === undefined) return;
  const ladder = w.process(Math.max(answeredChase.d ?? 0, 0)).ladders.get(answeredChase.ladder);
  if (ladder?.contactAnswers) answerChase(w, target, 'reached');
}
