// Work moving between people: offered, accepted, declined; whoever had it stays accountable until somebody accepts.
import type { Side } from '../../contract/index.ts';
import { reckon } from '../calendar/index.ts';
import { endChase } from './chase.ts';
import { chaseCommitment } from './commitments.ts';
import { shownItem } from './item-name.ts';
import { makeNote, tell } from './notes.ts';
import { holdersOf, leaderOf, personOf, sideOfPerson } from './people.ts';
import { closeRaised } from './raised.ts';
import { cancelTimer, setTimer } from './timers.ts';
import { Rejected, type Work } from './work.ts';

/** Items a person is accountable for: task items and commitments. */
export function itemsOf(w: Work, person: string): string[] {
  const tasks = Object.values(w.state.chases)
    .filter((c) => c.key !== undefined && w.active(c.key)?.task?.owner === person)
    .map((c) => c.item);
  const commitments = Object.values(w.state.commitments)
    .filter((c) => c.owner === person)
    .map((c) => c.id);
  return [...tasks, ...commitments];
}

export function ownerOf(w: Work, item: string): string | undefined {
  const c = w.state.commitments[item];
  if (c) return c.owner;
  const key = w.state.chases[item]?.key;
  return key === undefined ? undefined : w.active(key)?.task?.owner;
}

const nameOf = (w: Work, item: string): string => {
  const c = w.state.commitments[item];
  if (c) return c.text;
  const key = w.state.chases[item]?.key;
  const inst = key === undefined ? undefined : w.active(key);
  return (inst?.task?.label ?? (inst && inst.d >= 0 ? w.element(inst).name : undefined) ?? item) as string;
};

const dueOf = (w: Work, item: string): string | undefined => {
  const key = w.state.chases[item]?.key;
  return w.state.commitments[item]?.due ?? (key === undefined ? undefined : w.active(key)?.task?.dueDate);
};

/** Asks somebody to take an item over. `term` in working days. */
export function offerItem(
  w: Work,
  item: string,
  to: string,
  o: { from?: string; term: number; unplanned?: boolean; asked?: boolean },
): void {
  const due = reckon(w.ctx.calendar, w.at, { amount: o.term, unit: 'workingDays' });
  w.own('offers')[item] = {
    item,
    ...(o.from === undefined ? {} : { from: o.from }),
    to,
    at: w.at,
    due: due.at,
    ...(o.unplanned ? { unplanned: true } : {}),
    ...(o.asked ? { asked: true } : {}),
  };
  w.fact({
    type: 'item.offered',
    item,
    ...(o.from === undefined ? {} : { from: o.from }),
    to,
    due: due.at,
  });
  setTimer(w, `${item}!offer`, due.at, { kind: 'offer', item });
  const date = dueOf(w, item);
  tell(
    w,
    makeNote(w, {
      item: shownItem(item),
      round: w.state.chases[item]?.round ?? 1,
      what: `offer.${w.state.n}`,
      to,
      role: 'deputy',
      side: 'us',
      kind: 'request',
      text: 'std:offer',
      data: {
        name: nameOf(w, item),
        ...(o.from === undefined ? {} : { from: o.from }),
        ...(date === undefined ? {} : { due: date }),
      },
      buttons: ['accept', 'decline'],
    }),
  );
}

/** Somebody else is accountable from now on; dates stay the same, and the initiator is told at once. */
export function reassign(
  w: Work,
  item: string,
  to: string,
  how: { unplanned?: boolean; asked?: boolean } = {},
): void {
  const from = ownerOf(w, item);
  const offer = w.state.offers[item];
  if (offer) {
    delete w.own('offers')[item];
    cancelTimer(w, `${item}!offer`);
  }
  if (from === to) return;
  const c = w.state.commitments[item];
  const key = w.state.chases[item]?.key;
  if (c) {
    const side: Side = sideOfPerson(w, to);
    const ownerRole = personOf(w.state, to)?.role;
    w.own('commitments')[item] = {
      ...c,
      ...(ownerRole === undefined ? {} : { ownerRole }),
      owner: to,
      side,
      status: c.status === 'late' ? 'late' : 'handed over',
    };
    if (side !== c.side) chaseAnew(w, item, side);
  } else if (key !== undefined) {
    const inst = w.active(key);
    if (!inst?.task) throw new Rejected('NOT_FOUND', `Expected '${item}' to be open`, { path: 'item' });
    const { claimed: _, ...task } = inst.task;
    w.patch(key, { task: { ...task, owner: to } });
  }
  const unplanned = how.unplanned ?? offer?.unplanned;
  closeRaised(w, item, 'handed over', true);
  w.fact({
    type: 'item.handedOver',
    item,
    ...(from === undefined ? {} : { from }),
    to,
    ...(unplanned ? { unplanned: true } : {}),
    ...(how.asked ? { asked: true } : {}),
  });
  const initiator = leaderOf(w.state, 'initiator');
  if (initiator === undefined || initiator === to || holdersOf(w.state, 'initiator').includes(from ?? ''))
    return;
  const due = dueOf(w, item);
  tell(
    w,
    makeNote(w, {
      item: shownItem(item),
      round: w.state.chases[item]?.round ?? 1,
      what: `news.handedOver.${w.state.n}`,
      to: initiator,
      role: 'initiator',
      side: 'initiator',
      kind: 'news',
      text: 'std:handedOver',
      data: {
        name: nameOf(w, item),
        to,
        ...(from === undefined ? {} : { from }),
        ...(due === undefined ? {} : { due }),
      },
      act: true,
    }),
  );
}

/** Each side is reminded in its own way; a partner first says yes. */
function chaseAnew(w: Work, commitment: string, side: Side): void {
  endChase(w, commitment, 'handed over');
  const c = w.state.commitments[commitment];
  if (c && side === 'partner') w.own('commitments')[commitment] = { ...c, chased: false };
  else if (c) chaseCommitment(w, commitment);
}

/** Nobody answered in time: the coordinator takes over (unplanned), or the offer lapses and all stays as it was. */
export function offerExpired(w: Work, item: string): void {
  const offer = w.state.offers[item];
  if (!offer) return;
  const coordinator = leaderOf(w.state, 'coordinator');
  if (offer.unplanned && coordinator !== undefined)
    return reassign(w, item, coordinator, { unplanned: true });
  delete w.own('offers')[item];
  w.fact({ type: 'item.declined', item, person: offer.to, why: 'silent' });
}
