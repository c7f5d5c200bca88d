// Tasks made at run time, by a ladder or because somebody asked for help: they are in no definition.
import type { Outcome, Term, Text } from '../../contract/index.ts';
import { defaultLadder } from '../chasing/standard-ladders.ts';
import type { Task, Variables } from '../state.ts';
import { startChase } from './chase.ts';
import { sideOf } from './compiled.ts';
import { incident } from './flow.ts';
import { shownItem } from './item-name.ts';
import { makeNote, tell } from './notes.ts';
import { ladderPerson } from './people.ts';
import { itemKey } from './task-element.ts';
import { countTerm } from './terms.ts';
import type { Work } from './work.ts';

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
