// Announces to mailrooms what will be asked of a person once a known moment comes, so that a chasing mail can take it in
// (ADR 0004). Only where the way there is certain: one unconditional flow into a task.
import type { Instant } from '../calendar/index.ts';
import type { Key } from '../state.ts';
import { anchorAt } from './anchors.ts';
import { outgoingOf } from './compiled.ts';
import { placedName } from './item-name.ts';
import { announce } from './notes.ts';
import { openingNotes } from './openings.ts';
import { taskPlan } from './tasks.ts';
import type { Work } from './work.ts';

export function announceAhead(w: Work, d: number, from: string, scope: Key, at: Instant): void {
  const process = w.process(d);
  const flows = outgoingOf(process, from);
  const only = flows[0];
  if (flows.length !== 1 || !only || only.condition !== undefined || only.outcome !== undefined) return;
  const next = process.elements.get(only.to);
  if (next?.type !== 'userTask' || next.opening !== 'checkIn' || next.perPerson || next.person) return;
  const plan = taskPlan(w, d, next, scope);
  if (plan.side === 'us' || plan.owner === undefined) return;
  const round = (anchorAt(w.state, d, next.id)?.times ?? 0) + 1;
  const item = placedName(w, next.id, scope);
  for (const note of openingNotes(w, { d, element: next, plan, round, scope, at, cause: 'timer', item }))
    announce(w, note);
}

/** The announcement no longer holds (the wait was ended, or the moment moved). */
export function withdrawAhead(w: Work, d: number, from: string, scope: Key): void {
  const only = outgoingOf(w.process(d), from)[0];
  if (!only) return;
  const round = (anchorAt(w.state, d, only.to)?.times ?? 0) + 1;
  const prefix = `${w.state.instance}/${placedName(w, only.to, scope)}/${round}/open/`;
  for (const [key, note] of Object.entries(w.state.announced)) {
    if (!key.startsWith(prefix)) continue;
    delete w.own('announced')[key];
    w.post(note.to).withdraw.push(key);
  }
}
