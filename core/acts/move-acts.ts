// Work moving between people: hand over, accept, decline, absence and return.
import type { ActOf } from '../../contract/index.ts';
import { away, hereAgain } from '../engine/absences.ts';
import { shownItem } from '../engine/item-name.ts';
import { itemsOf, offerItem, ownerOf, reassign } from '../engine/offers.ts';
import { leaderOf, personOf } from '../engine/people.ts';
import { cancelTimer } from '../engine/timers.ts';
import { Rejected, type Work } from '../engine/work.ts';
import { findItem } from './find.ts';

const person = (w: Work, given: string, path: string): string => {
  const found = personOf(w.state, given)?.person;
  if (found === undefined && Object.keys(w.state.people).length > 0 && path === 'from')
    throw new Rejected('NOT_FOUND', `Expected a person of this initiative, got '${given}'`, { path });
  return found ?? given;
};

/** Offers one item or all; with `now` it moves at once (a coordinator decides). */
export function handOver(w: Work, act: ActOf<'handOver'>): void {
  const from = person(w, act.from, 'from');
  const to = person(w, act.to, 'to');
  const items = act.item === undefined ? itemsOf(w, from) : [findItem(w, act.item)];
  if (items.length === 0)
    throw new Rejected('INVALID_STATE', `Expected '${act.from}' to have something open`, { path: 'from' });
  for (const item of items) {
    if (ownerOf(w, item) !== from)
      throw new Rejected('INVALID_STATE', `Expected '${shownItem(item)}' to be with '${act.from}'`, {
        path: 'from',
      });
    if (act.now) reassign(w, item, to);
    else offerItem(w, item, to, { from, term: w.ctx.settings.handoff.planned });
  }
}

const offersTo = (w: Work, who: string | undefined, item: string | undefined): string[] => {
  const wanted = item === undefined ? undefined : findItem(w, item);
  const offers = Object.values(w.state.offers).filter(
    (o) =>
      (wanted === undefined || o.item === wanted) && (who === undefined || who === 'anyone' || o.to === who),
  );
  if (offers.length === 0)
    throw new Rejected('NOT_FOUND', `Expected something offered to '${who ?? 'you'}'`, { path: 'item' });
  return offers.map((o) => o.item);
};

export function accept(w: Work, act: ActOf<'accept'>): void {
  const who = act.by === undefined ? undefined : (personOf(w.state, act.by)?.person ?? act.by);
  for (const item of offersTo(w, who, act.item)) {
    const offer = w.state.offers[item];
    if (offer)
      reassign(w, item, offer.to, {
        ...(offer.unplanned ? { unplanned: true } : {}),
        ...(offer.asked ? { asked: true } : {}),
      });
  }
}

/** Declined: an absent person's work goes to the coordinator, otherwise all stays as it was. */
export function decline(w: Work, act: ActOf<'decline'>): void {
  const who = act.by === undefined ? undefined : (personOf(w.state, act.by)?.person ?? act.by);
  for (const item of offersTo(w, who, act.item)) {
    const offer = w.state.offers[item];
    if (!offer) continue;
    w.fact({
      type: 'item.declined',
      item,
      person: offer.to,
      ...(act.why === undefined ? {} : { why: act.why }),
    });
    delete w.own('offers')[item];
    cancelTimer(w, `${item}!offer`);
    const coordinator = leaderOf(w.state, 'coordinator');
    if (offer.unplanned && coordinator !== undefined) reassign(w, item, coordinator, { unplanned: true });
  }
}

/** Reminders to the absent stop at once; the deputy is asked, else the coordinator (template T8). */
export function absent(w: Work, act: ActOf<'absent'>): void {
  const who = person(w, act.person, 'from');
  const deputy = act.deputy === undefined ? leaderOf(w.state, 'deputy') : person(w, act.deputy, 'to');
  away(w, who, {
    ...(act.until === undefined ? {} : { until: act.until }),
    ...(deputy === undefined ? {} : { deputy }),
  });
  w.fact({ type: 'person.absent', person: who, ...(act.until === undefined ? {} : { until: act.until }) });
  const to = deputy ?? leaderOf(w.state, 'coordinator');
  if (to === undefined || to === who) return;
  for (const item of itemsOf(w, who))
    offerItem(w, item, to, { from: who, term: w.ctx.settings.handoff.unplanned, unplanned: true });
}

/** Back: a list of what is still open; nothing moves by itself. */
export function back(w: Work, act: ActOf<'back'>): void {
  const who = person(w, act.person, 'from');
  if (!(who in w.state.absent))
    throw new Rejected('INVALID_STATE', `Expected '${act.person}' to be absent`, { path: 'person' });
  hereAgain(w, who);
}

/** Somebody else holds a role from now on; open items stay with who has them. */
export function assign(w: Work, act: ActOf<'assign'>): void {
  w.own('people')[act.role] = act.people;
  w.fact({ type: 'role.resolved', role: act.role, people: act.people });
}
