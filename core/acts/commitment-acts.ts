// What people do with commitments: make, move, finish, drop.
import type { ActOf } from '../../contract/index.ts';
import {
  addCommitment,
  commitmentDone,
  dropCommitment,
  findCommitment,
  rePromise as movePromise,
} from '../engine/commitments.ts';
import { mayAct, sideOfPerson } from '../engine/people.ts';
import type { Work } from '../engine/work.ts';
import type { Commitment } from '../state.ts';

/** Our promises are a team's: any colleague may report on them. */
function mayReport(w: Work, c: Commitment): void {
  const { by, onBehalfOf } = w.who;
  if (c.side === 'us' && by !== undefined && onBehalfOf === undefined && sideOfPerson(w, by) === 'us') return;
  mayAct(w, c.side === 'us' ? [] : [c.ownerRole ?? c.side], [c.owner], `'${c.text}'`);
}

export function commit(w: Work, act: ActOf<'commit'>): void {
  addCommitment(w, act.commitment);
}

export function rePromise(w: Work, act: ActOf<'rePromise'>): void {
  const c = findCommitment(w, act.commitment);
  mayReport(w, c);
  movePromise(w, c.id, act.due, act.why, act.calledInitiator);
}

export function done(w: Work, act: ActOf<'done'>): void {
  const c = findCommitment(w, act.commitment);
  mayReport(w, c);
  commitmentDone(w, c.id, act.note);
}

export function drop(w: Work, act: ActOf<'drop'>): void {
  const c = findCommitment(w, act.commitment);
  dropCommitment(w, c.id, act.why);
}
