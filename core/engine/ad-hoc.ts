// Ad-hoc sub-processes: what is in them begins in any order, some of it when its condition becomes true (BPMN 2.0 §13.3.5).
import type { ElementInstance, Key, State } from '../state.ts';
import { anchorAt } from './anchors.ts';
import {
  type Compiled,
  type CompiledElement,
  type CompiledOf,
  childrenOf,
  incomingOf,
  isEventSubProcess,
  isForCompensation,
} from './compiled.ts';
import { condition } from './expressions.ts';
import { activate, incident, terminate } from './flow.ts';
import { Rejected, type Work } from './work.ts';

/** From this version on one thing at a time also holds for claiming, for the act `begin`, and for what waited for its `when`. */
const KEEPS_TURNS = 2;
/** From this version on, work for many has begun as soon as one of them was, and each of them waits for its turn. */
const KEEPS_TURNS_OF_MANY = 3;

const adHocOf = (element: CompiledElement | undefined) =>
  element?.type === 'subProcess' && !element.event ? element.adHoc : undefined;

/** What may be begun in an ad-hoc sub-process: whatever nothing leads to. */
export function entriesOfAdHoc(w: Work, d: number, sub: string): CompiledElement[] {
  const process = w.process(d);
  return childrenOf(process, sub).filter(
    (e) =>
      incomingOf(process, e.id).length === 0 &&
      !['boundaryEvent', 'startEvent', 'endEvent'].includes(e.type) &&
      !isEventSubProcess(e) &&
      !isForCompensation(e),
  );
}

const whenOf = (e: CompiledElement): string | undefined => ('when' in e ? e.when : undefined);

/** Whether something waits until nothing else is under way: of one thing at a time, all but people's work. */
const takesTurns = (around: CompiledElement | undefined, e: CompiledElement): boolean =>
  adHocOf(around)?.sequential === true && e.type !== 'userTask';

/**
 * Begins: people's work opens at once, what has a condition waits for it. One thing at a time means that automatic work
 * takes turns, and that people finish one path before another (`refuseOutOfTurn`).
 */
export function beginAdHoc(w: Work, inst: ElementInstance, element: CompiledOf<'subProcess'>): void {
  const entries = entriesOfAdHoc(w, inst.d, element.id);
  const waiting = entries.filter((e) => whenOf(e) !== undefined).map(({ id }) => id);
  const free = entries.filter((e) => whenOf(e) === undefined);
  const turn = free.filter((e) => takesTurns(element, e)).map(({ id }) => id);
  w.patch(inst.key, { adHoc: { waiting, turn } });
  for (const entry of free) if (!takesTurns(element, entry)) activate(w, inst.d, entry, inst.key);
  w.touch(inst.key);
  if (waiting.length > 0) w.changed = true;
}

/** Somebody begins something of an ad-hoc sub-process, also again. @throws Rejected where that is not possible. */
export function beginInAdHoc(w: Work, wanted: string): void {
  for (const inst of Object.values(w.state.elements)) {
    if (!inst.adHoc) continue;
    const entry = entriesOfAdHoc(w, inst.d, inst.element).find(({ id }) => id === wanted);
    if (!entry) continue;
    if (inst.adHoc.ending) break;
    if (w.state.engine >= KEEPS_TURNS && takesTurns(w.element(inst), entry)) refuseSecond(w, inst);
    w.patch(inst.key, {
      adHoc: {
        ...inst.adHoc,
        waiting: inst.adHoc.waiting.filter((id) => id !== wanted),
        turn: inst.adHoc.turn.filter((id) => id !== wanted),
      },
    });
    return activate(w, inst.d, entry, inst.key);
  }
  throw new Rejected('INVALID_STATE', `Expected '${wanted}' to be something that can be begun now`, {
    path: 'element',
  });
}

const activeIn = (w: Work, scope: Key): ElementInstance[] =>
  Object.values(w.state.elements).filter((e) => e.scope === scope && e.d >= 0 && e.whole === undefined);

/** Conditions that became true since variables changed: entries begin, and the whole may be done. */
export function checkAdHoc(w: Work): void {
  for (const inst of Object.values(w.state.elements)) {
    const now = w.active(inst.key);
    if (!now?.adHoc) continue;
    for (const id of now.adHoc.waiting) {
      const entry = w.process(inst.d).elements.get(id);
      const when = entry && whenOf(entry);
      if (!entry || when === undefined) continue;
      const r = condition(w, inst.key, when);
      if (!r.ok || !r.value) continue;
      const adHoc = w.active(inst.key)?.adHoc;
      const later = w.state.engine >= KEEPS_TURNS && takesTurns(w.element(inst), entry);
      if (adHoc)
        w.patch(inst.key, {
          adHoc: {
            ...adHoc,
            waiting: adHoc.waiting.filter((one) => one !== id),
            ...(later ? { turn: [...adHoc.turn, id] } : {}),
          },
        });
      if (!later) activate(w, inst.d, entry, inst.key);
    }
    w.touch(inst.key);
  }
}

/**
 * Something in it is done, or may have made it done. Undefined when the scope is no ad-hoc one.
 * @returns whether it goes on.
 */
export function adHocGoesOn(w: Work, scope: Key): boolean | undefined {
  const inst = w.active(scope);
  const adHoc = inst && adHocOf(w.element(inst));
  if (!inst?.adHoc || !adHoc) return undefined;
  const active = activeIn(w, scope);
  if (inst.adHoc.ending) return active.length > 0;
  const begun = hasBegun(w.state, w.process(inst.d), inst);
  if (adHoc.completion !== undefined && begun) {
    const r = condition(w, scope, adHoc.completion);
    if (!r.ok) {
      if (!Object.values(w.state.incidents).some(({ elementKey }) => elementKey === scope))
        incident(w, inst, 'CONDITION_ERROR', `${r.message} ('${inst.element}')`, {
          kind: 'go on',
          key: scope,
        });
      return true;
    }
    if (r.value) {
      if (adHoc.cancelRemaining === false && active.length > 0) {
        w.patch(scope, { adHoc: { ...inst.adHoc, waiting: [], turn: [], ending: true } });
        return true;
      }
      for (const one of active) terminate(w, one.key, 'no longer needed');
      return false;
    }
  }
  const [next, ...turn] = inst.adHoc.turn;
  const isFree = active.every((one) => isOffered(w, one));
  if (next !== undefined && isFree) {
    w.patch(scope, { adHoc: { ...inst.adHoc, turn } });
    const entry = w.process(inst.d).elements.get(next);
    if (entry) activate(w, inst.d, entry, scope);
    return true;
  }
  if (active.length > 0 || inst.adHoc.turn.length > 0) return true;
  // Nothing is active: with a condition it waits until that holds, else until nothing more can begin by itself.
  return adHoc.completion !== undefined
    ? begun || inst.adHoc.waiting.length > 0
    : inst.adHoc.waiting.length > 0;
}

/** Whether anything in it was done since it began. */
export function hasBegun(state: State, process: Compiled, inst: ElementInstance): boolean {
  return childrenOf(process, inst.element).some((child) => {
    const done = anchorAt(state, inst.d, child.id)?.completed;
    return done !== undefined && done >= inst.since;
  });
}

/** Work that is open to whoever wants it, not begun: an entry nobody claimed. */
function isOffered(w: Work, one: ElementInstance): boolean {
  const element = w.element(one);
  return (
    element.type === 'userTask' &&
    one.task?.claimed === undefined &&
    !isBegunByOne(w, one) &&
    incomingOf(w.process(one.d), element.id).length === 0
  );
}

/** Of work for many: one of them is done, or was claimed. */
const isBegunByOne = (w: Work, { key, many }: ElementInstance): boolean =>
  many !== undefined &&
  w.state.engine >= KEEPS_TURNS_OF_MANY &&
  (many.done > 0 ||
    Object.values(w.state.elements).some((e) => e.scope === key && e.task?.claimed !== undefined));

/** What stands in the ad-hoc sub-process itself: for one of many the whole. */
const entryOf = (w: Work, inst: ElementInstance): ElementInstance =>
  inst.pass === undefined || w.state.engine < KEEPS_TURNS_OF_MANY ? inst : (w.active(inst.scope) ?? inst);

/** Somebody takes on what nobody has begun: not while anything else is under way. @throws Rejected naming it. */
export function refuseClaimOutOfTurn(w: Work, inst: ElementInstance): void {
  if (w.state.engine >= KEEPS_TURNS && isOffered(w, inst)) refuseOutOfTurn(w, inst);
}

/** One thing at a time: what was begun in the same ad-hoc sub-process comes first. @throws Rejected naming it. */
export function refuseOutOfTurn(w: Work, inst: ElementInstance): void {
  const entry = entryOf(w, inst);
  const around = w.active(entry.scope);
  if (!around || !adHocOf(w.element(around))?.sequential) return;
  if (isOffered(w, entry)) refuseSecond(w, around, entry.key);
}

/** @throws Rejected naming what was begun in an ad-hoc sub-process and is not done. */
function refuseSecond(w: Work, around: ElementInstance, but?: Key): void {
  const begun = activeIn(w, around.key).find((one) => one.key !== but && !isOffered(w, one));
  if (begun)
    throw new Rejected(
      'INVALID_STATE',
      `Expected one thing at a time in '${around.element}', but '${begun.element}' was begun and is not done`,
      { path: 'task' },
    );
}
