// Raised items: something is stuck and a manager is asked for help, with an answer date (P29). Not growth, not blame (P30).
import type { Text } from '../../contract/index.ts';
import { reckon } from '../calendar/index.ts';
import { makeNote, tell } from './notes.ts';
import { holdersOf, ladderPerson } from './people.ts';
import type { Work } from './work.ts';

/** Raises to a role; what a manager owes goes to the director, a missing role falls to coordinator and manager. */
export function raiseItem(
  w: Work,
  r: {
    role: string;
    item?: string;
    element?: string;
    owner?: string;
    name?: Text;
    text?: string;
    /** Somebody is sought who takes it on: closed once somebody else has it. */
    seeks?: boolean;
  },
): void {
  const ownedByManager =
    r.role === 'manager' && r.owner !== undefined && holdersOf(w.state, 'manager').includes(r.owner);
  const role = ownedByManager && holdersOf(w.state, 'director').length > 0 ? 'director' : r.role;
  const found =
    ladderPerson(w.state, role, ownedByManager ? undefined : r.owner) ?? ladderPerson(w.state, role);
  const key = `r${w.key()}`;
  const to = found?.person ?? '';
  const due = reckon(w.ctx.calendar, w.at, { amount: w.ctx.settings.raisedAnswer, unit: 'workingDays' });
  w.own('raised')[key] = {
    key,
    ...(r.item === undefined ? {} : { item: r.item }),
    ...(r.element === undefined ? {} : { element: r.element }),
    to,
    role: found?.role ?? role,
    at: w.at,
    due: due.at,
    ...(r.text === undefined ? {} : { text: r.text }),
    ...(r.seeks ? { seeks: true } : {}),
  };
  w.fact({
    type: 'raised',
    key,
    ...(r.item === undefined ? {} : { item: r.item }),
    ...(r.element === undefined ? {} : { element: r.element }),
    to,
    role: found?.role ?? role,
    level: role,
    ...(r.text === undefined ? {} : { text: r.text }),
  });
  if (!found) return;
  tell(
    w,
    makeNote(w, {
      item: r.item ?? r.element ?? key,
      round: 1,
      what: `raise.${key}`,
      to: found.person,
      role: found.role,
      side: 'us',
      kind: 'raise',
      text: 'std:raise',
      data: {
        name: (r.name ?? r.text ?? '') as string,
        due: due.date,
        ...(r.owner === undefined ? {} : { owner: r.owner }),
        ...(r.text === undefined ? {} : { why: r.text }),
      },
    }),
  );
}

/** What was raised about an item closes when the item does; `seeking`: only where somebody was sought to take it on. */
export function closeRaised(w: Work, item: string, why: string, seeking = false): void {
  for (const r of Object.values(w.state.raised)) {
    if (r.item !== item || (seeking && !r.seeks)) continue;
    delete w.own('raised')[r.key];
    w.fact({
      type: 'raised.closed',
      key: r.key,
      item,
      ...(r.element === undefined ? {} : { element: r.element }),
      why,
    });
  }
}
