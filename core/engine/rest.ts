// Pause and rest: initiators' and partners' chases keep the working days they had left; our own promises run on.
// Rest is a pause without end that a waiting element keeps (docs/domain.md, template T1 step 15).
import { reckon } from '../calendar/index.ts';
import type { ElementInstance, State } from '../state.ts';
import { endChase, moveDue, startChase } from './chase.ts';
import { chasedItem } from './chased-item.ts';
import { makeNote, tell } from './notes.ts';
import { openingNotes } from './openings.ts';
import { leaderOf, sideOfPerson } from './people.ts';
import { restChase, resumeChase } from './resting-chases.ts';
import { taskElement } from './task-element.ts';
import { taskPlan } from './tasks.ts';
import type { Work } from './work.ts';

/** Whether people outside are left in peace now. */
export const isHeld = (state: State): boolean => state.paused !== undefined || state.resting !== undefined;

const outsideItems = (w: Work) =>
  Object.keys(w.state.chases).filter((item) => chasedItem(w, item)?.side !== 'us');

export function restOutside(w: Work): void {
  for (const item of outsideItems(w)) restChase(w, item);
}

/** Chases go on, and tasks that opened quietly in the meantime are told now. */
export function resumeOutside(w: Work): void {
  for (const item of outsideItems(w))
    if (w.state.chases[item]?.rests?.under === undefined) resumeChase(w, item);
  const untold = w.state.untold;
  w.state.untold = [];
  for (const key of untold) {
    const inst = w.active(key);
    if (inst) tellOpening(w, inst);
  }
}

function tellOpening(w: Work, inst: ElementInstance): void {
  if (inst.d < 0 || !inst.task) return;
  const element = taskElement(w, inst);
  const plan = {
    ...taskPlan(w, inst.d, element, inst.scope),
    ...(inst.task.owner === undefined ? {} : { owner: inst.task.owner }),
  };
  const { silent: _, ...task } = inst.task;
  w.patch(inst.key, { task });
  for (const note of openingNotes(w, {
    d: inst.d,
    element,
    plan,
    round: task.round,
    scope: inst.scope,
    ...(task.dueDate === undefined ? {} : { due: task.dueDate }),
  }))
    tell(w, note);
}

/** Called when a step's moves are made: an element that keeps the initiative at rest began or ended. */
export function settleRest(w: Work, before: State): void {
  const resting = Object.values(w.state.elements).find((inst) => {
    const e = inst.d < 0 ? undefined : w.element(inst);
    return e?.type === 'intermediateCatchEvent' && e.rest === true;
  });
  if (resting) {
    if (before.resting === undefined) {
      if (!before.paused) restOutside(w);
      w.fact({ type: 'instance.rested', element: resting.element });
    }
    w.state.resting = resting.key;
    return;
  }
  if (before.resting === undefined) return;
  delete w.state.resting;
  const element = before.elements[before.resting]?.element ?? '';
  const goesOn = Object.values(w.state.elements).some((e) => e.d >= 0);
  if (!goesOn) return letGo(w);
  w.fact({ type: 'instance.woken', element });
  wake(w);
}

/** After a rest, open commitments of people outside ask for a new date: five working days to give one, chased kindly again. */
function wake(w: Work): void {
  if (w.state.paused) return;
  resumeOutside(w);
  for (const c of Object.values(w.state.commitments)) {
    if (c.side === 'us' || !c.chased) continue;
    const round = (w.state.chases[c.id]?.round ?? 0) + 1;
    endChase(w, c.id, 'woken');
    const due = reckon(w.ctx.calendar, w.at, { amount: 5, unit: 'workingDays' });
    startChase(w, {
      item: c.id,
      ladder: c.side === 'partner' ? 'PARTNER' : 'INIT',
      due: due.at,
      from: w.at,
      round,
      scope: '',
      ...(c.remindMe ? { remindMe: true } : {}),
    });
    w.own('commitments')[c.id] = { ...c, status: 'open' };
    moveDue(w, c.id, due.at, due.ledger);
    w.fact({ type: 'commitment.reopened', commitment: c.id, due: due.date });
    const { id, text, owner, side } = c;
    tell(
      w,
      makeNote(w, {
        item: c.id,
        round,
        what: 'newDate',
        to: owner,
        role: c.ownerRole ?? side,
        side,
        kind: 'request',
        text: 'std:newDateAsked',
        data: { name: text, due: due.date, from: c.due, commitment: { id, text, owner, side, due: c.due } },
        buttons: ['done', 'newDate', 'helpMe'],
      }),
    );
  }
}

/** The rest ended for good: what people outside left open is let go, without anybody having failed. */
function letGo(w: Work): void {
  for (const c of Object.values(w.state.commitments)) {
    if (c.side === 'us') continue;
    endChase(w, c.id, 'rested');
    delete w.own('commitments')[c.id];
    w.own('closed')[c.id] = 'dropped';
    w.fact({ type: 'commitment.dropped', commitment: c.id, why: 'rested', side: c.side });
  }
}

/** A pause asked for by somebody. */
export function pause(w: Work, until?: string): void {
  w.state.paused = { since: w.at, ...(until === undefined ? {} : { until }) };
  if (w.state.resting === undefined) restOutside(w);
  tellInitiator(
    w,
    'paused',
    'std:paused',
    until === undefined ? {} : { due: until },
    until === undefined ? ['wake'] : ['wake', 'helpMe'],
  );
}

export function unpause(w: Work): void {
  delete w.state.paused;
  if (w.state.resting === undefined) resumeOutside(w);
  tellInitiator(w, 'resumed', 'std:resumed', {}, []);
}

function tellInitiator(
  w: Work,
  what: string,
  text: string,
  data: Record<string, string>,
  buttons: string[],
): void {
  const to = leaderOf(w.state, 'initiator');
  if (to === undefined || sideOfPerson(w, to) === 'us') return;
  tell(
    w,
    makeNote(w, {
      item: 'initiative',
      round: 1,
      what: `news.${what}.${w.state.n}`,
      to,
      role: 'initiator',
      side: 'initiator',
      kind: 'confirmation',
      text,
      data: { name: what, ...data },
      buttons,
    }),
  );
}
