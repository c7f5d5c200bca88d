// Moves an instance to another version of its process: state takes the new names, what counts differently there is counted again
// from the same beginning, and what is new beside the tokens begins to wait. Nothing else moves.
import type { MigrationProblem } from '../../contract/index.ts';
import { armTimer } from '../engine/boundaries.ts';
import { rearmChase, startChase } from '../engine/chase.ts';
import {
  type Boundary,
  boundariesAt,
  type Compiled,
  eventSubProcessesOf,
  isEventSubProcess,
} from '../engine/compiled.ts';
import { armStart, armStartTimer } from '../engine/event-sub-processes.ts';
import { subscribeBoundary, subscribeTo, unsubscribe } from '../engine/subscriptions.ts';
import { itemKey, taskElement } from '../engine/task-element.ts';
import { taskPlan } from '../engine/tasks.ts';
import { countTerm } from '../engine/terms.ts';
import { cancelTimer, setTimer } from '../engine/timers.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { EventOf } from '../event.ts';
import type { ElementInstance, Key, State, Variables } from '../state.ts';
import { type Mapping, mappingFor } from './mapping.ts';
import { isOwnScope, problemsOf } from './problems.ts';
import { renamedState } from './rename.ts';

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * @throws Rejected INVALID_STATE with a problem per element when something has to be decided first (`despite` passes over
 * their codes), or when what was moved has gone on since and cannot be moved back.
 */
export function migrate(w: Work, event: EventOf<'migrate'>): void {
  const from = w.process(0);
  const to = w.ctx.process(event.hash);
  if (event.undo) refuseUndo(w, event.hash);
  else if (from.hash === to.hash)
    throw new Rejected('INVALID_STATE', 'Expected another version than the one it runs on', { path: 'to' });
  if (from.id !== to.id && !event.otherProcess)
    throw new Rejected('INVALID_ARGUMENT', `Expected a version of '${from.id}', got '${to.id}'`, {
      path: 'to',
    });
  const given = event.undo ? (w.state.migrated?.back ?? {}) : event.mapping;
  const mapping = mappingFor(from, to, given);
  const problems = problemsOf({ state: w.state, from, to, mapping }).filter(
    ({ code }) => !event.despite?.includes(code),
  );
  if (problems.length > 0) throw refused(problems);

  const before = w.state;
  dropOld(w, from, to, mapping);
  w.adopt(renamedState(w.state, event.hash, mapping));
  w.fact({
    type: 'instance.migrated',
    process: to.id,
    from: from.hash,
    to: to.hash,
    why: event.why,
    ...(event.undo ? { undo: true } : {}),
    ...renamedTokens(before, w.state),
  });
  const defaults = Object.entries(to.definition.variables as Variables).filter(
    ([name]) => w.state.variables['']?.[name] === undefined,
  );
  if (defaults.length > 0) w.setVariables('', Object.fromEntries(defaults));
  for (const inst of Object.values(w.state.elements)) if (inst.d === 0) adapt(w, inst, from, to, mapping);
  adaptStarts(w, from, to, mapping);
  w.changed = true;
  remember(w, event, from, mapping);
}

function refused(problems: MigrationProblem[]): Rejected {
  return new Rejected('INVALID_STATE', problems.map(({ message }) => message).join('; '), {
    path: problems[0]?.element ?? 'to',
    problems: problems.map(({ element, message }) => ({ path: element, message })),
  });
}

/** Back is possible while nothing has moved. */
function refuseUndo(w: Work, hash: string): void {
  const { migrated } = w.state;
  if (!migrated || migrated.from !== hash)
    throw new Rejected('INVALID_STATE', 'Expected a migration that can be undone', { path: 'undo' });
  if (migrated.n !== w.state.n)
    throw new Rejected('INVALID_STATE', 'Expected nothing to have moved since, but something has', {
      path: 'undo',
    });
}

function remember(w: Work, event: EventOf<'migrate'>, from: Compiled, mapping: Mapping): void {
  if (event.undo) {
    delete w.state.migrated;
    return;
  }
  const back = Object.fromEntries([...mapping.elements].filter(([a, b]) => a !== b).map(([a, b]) => [b, a]));
  // The number is that of the last fact of this step, known when it ends.
  w.state.migrated = { from: from.hash, n: -1, back };
}

/** What tokens and tasks are called now, where that is something else. */
function renamedTokens(before: State, now: State) {
  const elements: Record<string, string> = {};
  const tasks: Record<string, string> = {};
  for (const [key, inst] of Object.entries(now.elements)) {
    const was = before.elements[key];
    if (was && was.element !== inst.element) elements[key] = inst.element;
    if (was?.task && inst.task && was.task.name !== inst.task.name) tasks[key] = inst.task.name;
  }
  return { elements, tasks };
}

/** What waits beside a token or scope and is not in the new version waits no longer. */
function dropOld(w: Work, from: Compiled, to: Compiled, mapping: Mapping): void {
  const stays = (id: string, isA: (found: ReturnType<Compiled['elements']['get']>) => boolean) =>
    isA(to.elements.get(mapping.elements.get(id) ?? ''));
  const staysOn = (key: Key, boundary: string) => {
    const host = w.active(key);
    return stays(
      boundary,
      (b) => b?.type === 'boundaryEvent' && b.attachedTo === mapping.elements.get(host?.element ?? ''),
    );
  };
  for (const [id, timer] of Object.entries(w.state.timers)) {
    if (timer.kind === 'boundary' && w.active(timer.key)?.d === 0 && !staysOn(timer.key, timer.boundary))
      cancelTimer(w, id, timer.boundary);
    if (timer.kind === 'start' && timer.d === 0 && !stays(timer.element, (e) => !!e && isEventSubProcess(e)))
      cancelTimer(w, id, timer.element);
  }
  for (const [id, waits] of Object.entries(w.state.subscriptions ?? {})) {
    if (waits.on === 'boundary' && w.active(waits.of)?.d === 0 && !staysOn(waits.of, waits.boundary))
      unsubscribe(w, id);
    if (waits.on === 'start' && waits.d === 0 && !stays(waits.element, (e) => !!e && isEventSubProcess(e)))
      unsubscribe(w, id);
  }
  for (const [key, one] of Object.entries(w.state.undoable ?? {}))
    if (one.d === 0 && from.elements.has(one.element) && !mapping.elements.has(one.element))
      delete w.own('undoable')[key];
  // Mails that were to come under old names are taken back; what is still to come is announced again as it comes.
  for (const [key, note] of Object.entries(w.state.announced)) {
    const item = key.slice(w.state.instance.length + 1).split('/')[0] ?? '';
    if (mapping.elements.get(item) === item || item in w.state.commitments) continue;
    delete w.own('announced')[key];
    w.post(note.to).withdraw.push(key);
  }
}

/** One token as the new version has it. */
function adapt(w: Work, inst: ElementInstance, from: Compiled, to: Compiled, mapping: Mapping): void {
  const source = [...from.elements.values()].find((e) => mapping.elements.get(e.id) === inst.element);
  const target = to.elements.get(inst.element);
  if (!source || !target) return;
  if (target.type === 'userTask' && source.type === 'userTask') adaptTask(w, inst, from, source.id);
  if (target.type === 'intermediateCatchEvent' && source.type === 'intermediateCatchEvent') {
    if (!equal(source.triggers.timer, target.triggers.timer))
      recountWait(w, inst, target.triggers.timer?.term);
    if (!equal(triggersOf(source), triggersOf(target))) {
      for (const id of [inst.key, `${inst.key}!signal`]) unsubscribe(w, id);
      subscribeTo(w, inst, target.triggers);
    }
  }
  if (
    target.type === 'receiveTask' &&
    source.type === 'receiveTask' &&
    !equal(source.message, target.message)
  ) {
    unsubscribe(w, inst.key);
    if (target.message) subscribeTo(w, inst, { message: target.message });
  }
  const sourceOf = (id: string) =>
    [...from.elements.values()].find(
      (e): e is Boundary => mapping.elements.get(e.id) === id && e.type === 'boundaryEvent',
    );
  for (const boundary of boundariesAt(to, inst)) {
    const before = sourceOf(boundary.id);
    const wasThere = before !== undefined && mapping.elements.get(before.attachedTo) === inst.element;
    adaptBoundary(w, inst, boundary, wasThere ? before : undefined);
  }
}

const triggersOf = ({ triggers: { message, signal } }: { triggers: Boundary['triggers'] }) => ({
  message,
  signal,
});

function adaptBoundary(w: Work, inst: ElementInstance, now: Boundary, before: Boundary | undefined): void {
  if (now.triggers.timer && !equal(before?.triggers.timer, now.triggers.timer)) {
    cancelTimer(w, `${inst.key}/${now.id}`, now.id);
    armTimer(w, inst, now, before ? (inst.fired?.[now.id] ?? 0) : 0);
  }
  if (before && equal(triggersOf(before), triggersOf(now))) return;
  for (const mark of ['', '!signal']) unsubscribe(w, `${inst.key}/${now.id}${mark}`);
  if (now.triggers.message || now.triggers.signal !== undefined)
    subscribeBoundary(w, inst, now.id, now.triggers);
}

/** A wait whose term is another one now is counted again from when it began; one that somebody moved stays. */
function recountWait(
  w: Work,
  inst: ElementInstance,
  term: Parameters<typeof countTerm>[2] | undefined,
): void {
  const timer = w.state.timers[inst.key];
  if (timer?.kind === 'wait' && timer.postponed) return;
  cancelTimer(w, inst.key, inst.element);
  if (!term) return;
  const r = countTerm(w, { d: 0, scope: inst.key, activated: inst.since }, term, {
    time: w.ctx.calendar.messageTime,
  });
  if (!r.ok) throw new Rejected('INVALID_STATE', r.message, { path: inst.element });
  // What has passed by the new term is due now, at the next tick.
  setTimer(w, inst.key, r.value.at > w.at ? r.value.at : w.at, { kind: 'wait', key: inst.key }, inst.element);
}

/** Work of people keeps its owner; a term that is another one now is counted again from when it opened, a date somebody gave stays. */
function adaptTask(w: Work, inst: ElementInstance, from: Compiled, source: string): void {
  const { task } = inst;
  if (!task) return;
  const element = taskElement(w, inst);
  const before = from.elements.get(source);
  if (before?.type !== 'userTask') return;
  const plan = taskPlan(w, 0, element, inst.scope);
  const isPart = inst.whole !== undefined;
  const due =
    equal(before.term, element.term) || task.postponed
      ? undefined
      : countTerm(w, { d: 0, scope: inst.key, activated: inst.since }, plan.term);
  if (due && !due.ok) throw new Rejected('INVALID_STATE', due.message, { path: inst.element });
  const ladder = isPart ? (element.ladder ?? task.ladder) : plan.ladder;
  w.patch(inst.key, {
    task: {
      ...task,
      ...(isPart ? {} : { roles: plan.roles }),
      ...(due ? { due: due.value.at, dueDate: due.value.date } : {}),
      ...(ladder === undefined ? {} : { ladder }),
    },
  });
  if (due && due.value.at !== task.due)
    w.fact({
      type: 'due.set',
      item: itemKey(inst),
      element: inst.element,
      due: due.value.at,
      date: due.value.date,
      from: due.value.from,
      ledger: due.value.ledger,
    });
  adaptChase(
    w,
    inst,
    ladder !== task.ladder || !equal(from.ladders.get(ladder ?? ''), w.process(0).ladders.get(ladder ?? '')),
  );
}

/** The chase moves with the due moment; another ladder begins anew, without the rungs whose moment has passed. */
function adaptChase(w: Work, inst: ElementInstance, isOther: boolean): void {
  const now = w.active(inst.key);
  const item = now && itemKey(now);
  const chase = item === undefined ? undefined : w.state.chases[item];
  if (!now?.task?.due || item === undefined || !chase) return;
  if (!isOther) {
    if (!chase.rests) rearmChase(w, item, now.task.due);
    return;
  }
  cancelTimer(w, `${item}!late`, inst.element);
  for (const rung of chase.rungs) cancelTimer(w, `${item}!${rung.id}`, inst.element);
  delete w.own('chases')[item];
  w.fact({ type: 'chase.ended', item, element: inst.element, ladder: chase.ladder, why: 'migrated' });
  startChase(w, {
    item,
    element: inst.element,
    d: 0,
    key: inst.key,
    ladder: now.task.ladder ?? 'none',
    due: now.task.due,
    from: inst.since,
    round: now.task.round,
    scope: inst.key,
  });
}

/** Event sub-processes beside the scopes that are active. */
function adaptStarts(w: Work, from: Compiled, to: Compiled, mapping: Mapping): void {
  const scopes: { key: Key; container: string }[] = [
    { key: '', container: '' },
    ...Object.values(w.state.elements)
      .filter((inst) => inst.d === 0 && !inst.many && w.element(inst).type === 'subProcess')
      .map((inst) => ({ key: inst.key, container: inst.element })),
  ];
  for (const { key, container } of scopes) {
    if (!isOwnScope(w.state, key)) continue;
    for (const { sub, start } of eventSubProcessesOf(to, container)) {
      const before = [...from.elements.values()].find((e) => mapping.elements.get(e.id) === start.id);
      const was = before?.type === 'startEvent' ? before.triggers : undefined;
      if (was === undefined) {
        armStart(w, 0, key, sub, start);
        continue;
      }
      if (equal(was, start.triggers)) continue;
      const timer = w.state.timers[`${key}/${start.id}`];
      cancelTimer(w, `${key}/${start.id}`, start.id);
      for (const mark of ['', '!signal', '!condition']) unsubscribe(w, `${key}/${start.id}${mark}`);
      const { timer: _timer, ...rest } = start.triggers ?? {};
      armStart(w, 0, key, sub, { ...start, triggers: rest });
      armStartTimer(
        w,
        { d: 0, scope: key, sub: sub.id },
        start,
        timer?.kind === 'start' ? (timer.done ?? 0) : 0,
      );
    }
  }
}
