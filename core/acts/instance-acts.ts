// Accepted at any moment for the whole instance: pause, resume, stop, skip, postpone, messages, repairs.
import type { ActOf } from '../../contract/index.ts';
import { isLocalDate, toInstant } from '../calendar/index.ts';
import { behaviours } from '../elements/index.ts';
import { triggerBoundary } from '../engine/boundaries.ts';
import { endChase } from '../engine/chase.ts';
import { dropCommitment } from '../engine/commitments.ts';
import { boundariesOf, eventSubProcessesOf, outcomesOf } from '../engine/compiled.ts';
import { triggerEventSubProcess } from '../engine/event-sub-processes.ts';
import { value } from '../engine/expressions.ts';
import { checkInstance, complete, terminate } from '../engine/flow.ts';
import { releaseHolds } from '../engine/holds.ts';
import { makeNote, tell } from '../engine/notes.ts';
import { leaderOf } from '../engine/people.ts';
import { pause as begin, unpause } from '../engine/rest.ts';
import { itemKey, taskElement } from '../engine/tasks.ts';
import { setTimer } from '../engine/timers.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { ElementInstance, Json, Variables } from '../state.ts';
import { findActive } from './find.ts';
import { postponeTask } from './postpone.ts';
import { checkSizes } from './sizes.ts';

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
  const element = w.element(inst);
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
  if (['subProcess', 'callActivity'].includes(element.type)) {
    for (const child of Object.values(w.state.elements))
      if (child.scope === inst.key) terminate(w, child.key, 'skipped');
  }
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
  const inst = findActive(w, act.element);
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
  setTimer(w, inst.key, at, { kind: 'wait', key: inst.key }, inst.element);
}

export function withdrawConsent(w: Work): void {
  w.fact({ type: 'consent.withdrawn' });
  w.setVariables('', { consentShare: 'no' });
}

export function changeChannel(w: Work, act: ActOf<'changeChannel'>): void {
  w.fact({ type: 'channel.changed', person: act.person, to: act.to });
}

interface Catcher {
  fire(): void;
}

/** Whoever waits for a message (by name and key, or the element itself) or a BPMN signal. */
function catchers(
  w: Work,
  wanted: { kind: 'message' | 'signal'; name?: string; key?: Json; element?: string },
): Catcher[] {
  const matches = (
    scope: string,
    triggers:
      | { message?: { name: string; key?: string | undefined } | undefined; signal?: string | undefined }
      | undefined,
    id: string,
    label: unknown,
  ): boolean => {
    if (wanted.element !== undefined) return id === wanted.element || label === wanted.element;
    if (wanted.kind === 'signal') return triggers?.signal !== undefined && triggers.signal === wanted.name;
    if (triggers?.message === undefined || triggers.message.name !== wanted.name) return false;
    if (triggers.message.key === undefined || wanted.key === undefined) return true;
    const key = value(w, scope, triggers.message.key);
    return key.ok && JSON.stringify(key.value) === JSON.stringify(wanted.key);
  };
  const found: Catcher[] = [];
  for (const inst of Object.values(w.state.elements)) {
    if (inst.d < 0) continue;
    const element = w.element(inst);
    const process = w.process(inst.d);
    if (
      element.type === 'intermediateCatchEvent' &&
      matches(inst.scope, element.triggers, element.id, element.name)
    )
      found.push({ fire: () => complete(w, inst.key, wanted.kind) });
    for (const b of boundariesOf(process, element.id))
      if (matches(inst.scope, b.triggers, b.id, b.name))
        found.push({ fire: () => triggerBoundary(w, inst, b) });
    if (element.type === 'subProcess')
      found.push(...startsIn(w, inst, inst.d, inst.key, element.id, matches));
  }
  found.push(...startsIn(w, undefined, 0, '', '', matches));
  return found;
}

function startsIn(
  w: Work,
  _inst: ElementInstance | undefined,
  d: number,
  scope: string,
  container: string,
  matches: (scope: string, t: never, id: string, label: unknown) => boolean,
): Catcher[] {
  return eventSubProcessesOf(w.process(d), container)
    .filter(({ start }) => matches(scope, start.triggers as never, start.id, start.name))
    .map(({ sub, start }) => ({ fire: () => triggerEventSubProcess(w, d, scope, sub, start) }));
}

/** A BPMN message to this instance; the first that waits gets it. */
export function message(w: Work, act: ActOf<'message'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  const [first] = catchers(w, {
    kind: 'message',
    ...(act.name === undefined ? {} : { name: act.name }),
    ...(act.key === undefined ? {} : { key: act.key as Json }),
    ...(act.element === undefined ? {} : { element: act.element }),
  });
  if (!first) {
    w.fact({ type: 'message.missed', ...(act.name === undefined ? {} : { name: act.name }) });
    return;
  }
  w.fact({
    type: 'message.received',
    ...(act.name === undefined ? {} : { name: act.name }),
    element: act.element ?? act.name ?? '',
    ...(act.data ? { data: act.data as Record<string, unknown> } : {}),
  });
  w.setVariables('', data);
  first.fire();
}

/** A BPMN signal: everybody who listens gets it. */
export function bpmnSignal(w: Work, act: ActOf<'bpmnSignal'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  w.setVariables('', data);
  for (const c of catchers(w, { kind: 'signal', name: act.name })) c.fire();
}

export function set(w: Work, act: ActOf<'set'>): void {
  const variables = act.variables as Variables;
  checkSizes(variables, 'variables');
  w.setVariables('', variables);
}

/** Tries again what an incident stopped. */
export function retry(w: Work, act: ActOf<'retry'>): void {
  const found = w.state.incidents[act.incident];
  if (!found)
    throw new Rejected('NOT_FOUND', `Expected an open incident, got '${act.incident}'`, { path: 'incident' });
  delete w.own('incidents')[act.incident];
  w.fact({ type: 'incident.resolved', incident: act.incident, element: found.element });
  const inst = found.elementKey === undefined ? undefined : w.active(found.elementKey);
  if (!inst || inst.d < 0) return checkInstance(w);
  const element = w.element(inst);
  if (found.retry.kind === 'activate' || found.retry.kind === 'job')
    (behaviours[element.type] as (typeof behaviours)['endEvent']).activate(w, inst, element as never);
  else complete(w, inst.key, found.retry.outcome);
}
