// Accepted at any moment for the whole instance: pause, resume, stop, skip, postpone, messages, repairs.
import type { ActOf } from '../../contract/index.ts';
import { isLocalDate, toInstant } from '../calendar/index.ts';
import { endChase } from '../engine/chase.ts';
import { dropCommitment } from '../engine/commitments.ts';
import { outcomesOf } from '../engine/compiled.ts';
import { complete, terminate } from '../engine/flow.ts';
import { releaseHolds } from '../engine/holds.ts';
import { makeNote, tell } from '../engine/notes.ts';
import { leaderOf } from '../engine/people.ts';
import { pause as begin, unpause } from '../engine/rest.ts';
import { itemKey, taskElement } from '../engine/task-element.ts';
import { setTimer } from '../engine/timers.ts';
import { Rejected, type Work } from '../engine/work.ts';
import { findActive } from './find.ts';
import { postponeTask } from './postpone.ts';

export function pause(w: Work, act: ActOf<'pause'>): void {
  if (w.state.paused)
    throw new Rejected('INVALID_STATE', 'Expected the initiative not to be paused already', { path: 'type' });
  w.fact({
    type: 'instance.paused',
    ...(act.until === undefined ? {} : { until: act.until }),
    ...(act.why === undefined ? {} : { why: act.why }),
  });
  begin(w, act.until);
  if (act.until !== undefined)
    setTimer(w, '!resume', toInstant(w.ctx.calendar.zone, act.until, w.ctx.calendar.messageTime), {
      kind: 'resume',
    });
}

export function resume(w: Work): void {
  if (!w.state.paused)
    throw new Rejected('INVALID_STATE', 'Expected the initiative to be paused', { path: 'type' });
  w.fact({ type: 'instance.resumed' });
  if ('!resume' in w.state.timers) delete w.own('timers')['!resume'];
  unpause(w);
}

/** Stops everything and lists what is dropped. */
export function stopInstance(w: Work, why: string): void {
  const dropped = Object.keys(w.state.commitments);
  for (const id of dropped) dropCommitment(w, id, why);
  for (const inst of Object.values(w.state.elements)) terminate(w, inst.key, 'stopped');
  for (const item of Object.keys(w.state.chases)) endChase(w, item, 'stopped');
  for (const id of Object.keys(w.state.timers)) {
    delete w.own('timers')[id];
    w.fact({ type: 'timer.cancelled', timer: id });
  }
  for (const job of Object.values(w.state.jobs)) {
    delete w.own('jobs')[job.key];
    w.command({ do: 'cancelJob', key: job.key });
  }
  for (const key of Object.keys(w.state.incidents)) delete w.own('incidents')[key];
  for (const join of Object.keys(w.state.joins)) delete w.own('joins')[join];
  releaseHolds(w);
  w.fact({ type: 'instance.stopped', why, dropped });
  w.state.status = 'stopped';
  const to = leaderOf(w.state, 'initiator');
  if (to !== undefined)
    tell(
      w,
      makeNote(w, {
        item: 'initiative',
        round: 1,
        what: 'news.stopped',
        to,
        role: 'initiator',
        side: 'initiator',
        kind: 'confirmation',
        text: 'std:stopped',
        data: { name: 'stopped', why },
      }),
    );
}

export function stop(w: Work, act: ActOf<'stop'>): void {
  stopInstance(w, act.why);
}

/** Passes over an active element on this one initiative (P58); a choice needs the outcome to go on with. */
export function skip(w: Work, act: ActOf<'skip'>): void {
  const inst = findActive(w, act.element);
  if (inst.d < 0) {
    w.fact({ type: 'element.skipped', element: inst.element, key: inst.key, why: act.why });
    return terminate(w, inst.key, 'skipped');
  }
  const outcomes = inst.task ? outcomesOf(taskElement(w, inst)) : [];
  const outcome =
    act.outcome === undefined
      ? (outcomes.find((o) => o.default)?.id ?? (outcomes.length === 1 ? outcomes[0]?.id : undefined))
      : outcomes.find((o) => o.id === act.outcome)?.id;
  if (outcomes.length > 0 && outcome === undefined) {
    throw new Rejected(
      'INVALID_ARGUMENT',
      `Expected the outcome to go on with: ${outcomes.map((o) => o.id).join(', ')}`,
      { path: 'outcome' },
    );
  }
  for (const child of Object.values(w.state.elements))
    if (child.scope === inst.key) terminate(w, child.key, 'skipped');
  for (const part of inst.parts ?? []) terminate(w, part, 'skipped');
  if (inst.task) {
    endChase(w, itemKey(inst), 'skipped');
    w.fact({
      type: 'task.cancelled',
      element: inst.element,
      key: inst.key,
      task: inst.task.name,
      why: 'skipped',
    });
  }
  w.fact({ type: 'element.skipped', element: inst.element, key: inst.key, why: act.why });
  complete(w, inst.key, outcome);
}

/** A later moment for an open task or a wait. */
export function postpone(w: Work, act: ActOf<'postpone'>): void {
  const found = findActive(w, act.element);
  // Of many, the first that is still open.
  const inst = found.many
    ? (Object.values(w.state.elements).find(({ scope }) => scope === found.key) ?? found)
    : found;
  if (inst.task) return postponeTask(w, inst, act.until, act.why);
  const timer = w.state.timers[inst.key];
  if (timer?.kind !== 'wait')
    throw new Rejected('INVALID_STATE', `Expected '${inst.element}' to wait for a moment`, {
      path: 'element',
    });
  const at = isLocalDate(act.until)
    ? toInstant(w.ctx.calendar.zone, act.until, w.ctx.calendar.messageTime)
    : act.until;
  if (at <= w.at)
    throw new Rejected('INVALID_ARGUMENT', `Expected a later moment, got ${act.until}`, { path: 'until' });
  w.fact({ type: 'element.postponed', element: inst.element, key: inst.key, until: at, why: act.why });
  setTimer(w, inst.key, at, { kind: 'wait', key: inst.key, postponed: true }, inst.element);
}

export function withdrawConsent(w: Work): void {
  w.fact({ type: 'consent.withdrawn' });
  w.setVariables('', { consentShare: 'no' });
}

export function changeChannel(w: Work, act: ActOf<'changeChannel'>): void {
  w.fact({ type: 'channel.changed', person: act.person, to: act.to });
}
