import type { Instant } from '../calendar/index.ts';
import type { Key, Variables } from '../state.ts';
import { outcomesOf } from './compiled.ts';
import { placedName } from './item-name.ts';
import { makeNote, textData } from './notes.ts';
import type { UserTask } from './task-element.ts';
import type { TaskPlan } from './tasks.ts';
import type { Cause, Work } from './work.ts';

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
    ...(element.agreement
      ? { commitments: commitmentLines(w, placedName(w, element.agreement.of, o.scope)) }
      : {}),
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
