// Rungs of a ladder: when each comes, whom it speaks to, and what it makes.
import type { Note, Rung, RungAct, Side } from '../../contract/index.ts';
import { type Instant, isPlannable, reckon } from '../calendar/index.ts';
import type { Chase, Key } from '../state.ts';
import { type ChasedItem, chasedItem, elementOf, ladderOf } from './chased-item.ts';
import { sideOf } from './compiled.ts';
import { shownItem } from './item-name.ts';
import { dateOf, makeNote, type NewNote, tell, textData } from './notes.ts';
import { offerItem } from './offers.ts';
import { ladderPerson, leaderOf } from './people.ts';
import { raiseItem } from './raised.ts';
import { openRunTimeTask } from './run-time-tasks.ts';
import type { Work } from './work.ts';

/** 09:00 on the rung's working day; exact for terms in hours and less. Undefined when its date variable holds no date. */
export function rungMoment(w: Work, scope: Key, due: Instant, rung: Rung): Instant | undefined {
  let base: string = due;
  if (rung.from) {
    const held = w.variables(scope)[rung.from.variable];
    if (typeof held !== 'string' || !isPlannable(held)) return undefined;
    base = held;
  }
  return reckon(w.ctx.calendar, base, {
    amount: rung.amount,
    unit: rung.unit,
    time: w.ctx.calendar.messageTime,
  }).at;
}

export const changesHands = (rung: Rung) => rung.acts.some((a) => a.act === 'raise' || a.act === 'offer');

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

export function rungNotes(w: Work, chase: Chase, rung: Rung, at: Instant, late = false): Note[] {
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
          const words = w.process(d).definition.texts[act.text];
          const own = words ? `def:${w.process(d).hash}:text:${act.text}` : act.text;
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
              ...(words ? textData(w, d, chase.key ?? '', words) : {}),
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
    w.lastNote ??= new Map();
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
  for (const note of w.lastNote?.values() ?? []) tell(w, note);
  w.lastNote = undefined;
}
