// The engine: `start` and `step`, pure functions of their arguments (docs/architecture.md).
import type { ActType, ElementOf } from '../../contract/index.ts';
import { acts } from '../acts/index.ts';
import { checkSizes } from '../acts/sizes.ts';
import { settleInclusiveJoins } from '../elements/inclusive-gateway.ts';
import type { CoreEvent, StartInput } from '../event.ts';
import { validateForm } from '../forms/index.ts';
import type { ElementInstance, State, Variables } from '../state.ts';
import { checkAdHoc } from './ad-hoc.ts';
import { checkBoundaryConditions } from './boundaries.ts';
import { type Compiled, type CompiledElement, entriesOf } from './compiled.ts';
import { condition } from './expressions.ts';
import { activate, checkInstance, checkScope, complete, incident, openScope, roundAt } from './flow.ts';
import { releaseHolds } from './holds.ts';
import { comesAfter } from './hops.ts';
import { hostEvents, tick } from './host-events.ts';
import { growMany } from './many.ts';
import { mayAct } from './people.ts';
import { settleRest } from './rest.ts';
import { countTurn, mostMoves, stopsOnTheCircle } from './rounds.ts';
import { flushRungNotes } from './rungs.ts';
import { sizeOf } from './state-size.ts';
import { checkStartConditions } from './subscriptions.ts';
import { type Ctx, Rejected, type StepResult, type Who, Work } from './work.ts';

const isAct = (type: string): type is ActType => type in acts;

/** State bigger than this is stopped by an incident (ADR 0009); looked at now and then. */
const MOST_STATE_BYTES = 1_000_000;
const LOOK_AT_SIZE_EVERY = 32;

function emptyState(input: StartInput): State {
  return {
    v: 1,
    engine: input.engine ?? 1,
    instance: input.instance,
    ...(input.initiative === undefined ? {} : { initiative: input.initiative }),
    ...(input.world === undefined ? {} : { world: input.world }),
    definitions: [input.hash],
    status: 'running',
    startedAt: input.at,
    at: input.at,
    n: 0,
    next: 0,
    outcomes: [],
    elements: {},
    variables: { '': {} },
    joins: {},
    anchors: {},
    commitments: {},
    plans: {},
    untold: [],
    closed: {},
    agreements: {},
    chases: {},
    timers: {},
    jobs: {},
    raised: {},
    incidents: {},
    people: input.people,
    absent: {},
    offers: {},
    announced: {},
    told: {},
    holds: {},
  };
}

/** The start event meant: the named one, else the first none start; without start events, what nothing leads to. */
function startElements(process: Compiled, wanted: string | undefined): CompiledElement[] {
  if (wanted === undefined) {
    const entries = entriesOf(process, '');
    if (entries.length > 0) return entries;
    const scheduled = [...process.elements.values()].filter(
      (e) => e.type === 'startEvent' && e.parent === undefined,
    );
    if (scheduled.length === 1) return scheduled;
  }
  const named = [...process.elements.values()].filter(
    (e) => e.type === 'startEvent' && e.parent === undefined,
  );
  const found =
    wanted === undefined
      ? undefined
      : named.find(
          (e) =>
            e.id === wanted ||
            e.name === wanted ||
            (typeof e.name === 'object' && (e.name.nl === wanted || e.name.en === wanted)),
        );
  if (found) return [found];
  throw new Rejected(
    'INVALID_ARGUMENT',
    `Expected one of the start events ${named.map((e) => e.id).join(', ')}, got ${wanted === undefined ? 'none' : `'${wanted}'`}`,
    { path: 'element' },
  );
}

/** A conditional start begins only with data for which its condition holds. */
function refuseUnlessHolds(w: Work, { id, triggers }: ElementOf<'startEvent'>, variables: Variables): void {
  if (triggers?.condition === undefined) return;
  const r = condition(w, '', triggers.condition, variables);
  if (r.ok && r.value) return;
  throw new Rejected(
    'INVALID_STATE',
    r.ok ? `Expected '${triggers.condition}' to hold before '${id}' begins, but it does not` : r.message,
    { path: 'data' },
  );
}

/**
 * Starts an instance. Data of a start form are validated and become variables.
 * @returns the first state with its facts and commands, or a rejection naming the field.
 */
export function start(ctx: Ctx, input: StartInput): StepResult {
  const who: Who = input.by === undefined ? {} : { by: input.by };
  const w = new Work(ctx, emptyState(input), input.at, 'act', who);
  return run(w, w.state, () => {
    const process = ctx.process(input.hash);
    const entries = startElements(process, input.element);
    const first = entries[0] as CompiledElement;
    let data: Variables = input.data ?? {};
    checkSizes(data, 'data');
    if (first.type === 'startEvent') {
      refuseUnlessHolds(w, first, { ...(process.definition.variables as Variables), ...data });
      if (first.by) mayAct(w, first.by, [], 'starting');
      const form = first.form === undefined ? undefined : process.forms.get(first.form);
      if (form) {
        const r = validateForm(form, data, {}, { at: input.at, zone: ctx.calendar.zone });
        if (!r.ok)
          throw new Rejected('INVALID_ARGUMENT', r.problems.map((p) => p.message).join('; '), {
            path: r.problems[0]?.path ?? 'data',
            problems: r.problems,
          });
        data = r.data;
      }
    }
    w.fact({
      type: 'instance.started',
      process: process.id,
      hash: input.hash,
      engine: w.state.engine,
      ...(input.initiative === undefined ? {} : { initiative: input.initiative }),
      element: first.id,
      ...(Object.keys(data).length > 0 ? { data } : {}),
    });
    comesAfter(w, input.hops, true);
    w.setVariables('', { ...(process.definition.variables as Variables), ...data });
    openScope(w, 0, '', '');
    for (const entry of entries) activate(w, 0, entry, '');
  });
}

/**
 * Takes one event. Pure: the same arguments always give the same result, and the given state is never changed.
 * @returns new state, commands for the host and facts; or a rejection, and nothing has changed.
 */
export function step(ctx: Ctx, state: State, event: CoreEvent): StepResult {
  const { type } = event;
  if (state.status !== 'running') {
    if (!isAct(type) && type !== 'migrate') return { ok: true, state, commands: [], facts: [] };
    return {
      ok: false,
      rejection: {
        code: 'INVALID_STATE',
        message: `Expected a running process, but it has ${state.status}`,
        path: 'instance',
      },
    };
  }
  if (!isAct(type)) {
    // From now on the instance is asked with the new calendar; its host keeps it.
    const known = event.type === 'calendarChanged' ? { ...ctx, calendar: event.calendar } : ctx;
    const by = event.type === 'migrate' && event.by !== undefined ? { by: event.by } : {};
    const w = new Work(known, state, event.at, type === 'tick' ? 'timer' : 'host', by);
    return run(w, state, () => {
      countTurn(w, event, false);
      comesAfter(w, event.hops, false);
      if (event.type === 'tick') tick(w, () => settle(w));
      else
        (
          hostEvents[event.type as Exclude<typeof event.type, ActType | 'tick'>] as (
            w: Work,
            e: CoreEvent,
          ) => void
        )(w, event);
    });
  }
  const { by, onBehalfOf, channel } = event as Who;
  const w = new Work(ctx, state, event.at, 'act', {
    ...(by === undefined ? {} : { by }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(channel === undefined ? {} : { channel }),
  });
  return run(w, state, () => {
    countTurn(w, event, true);
    comesAfter(w, event.hops, true);
    (acts[type] as (w: Work, e: CoreEvent) => void)(w, event);
  });
}

function run(w: Work, before: State, first: () => void): StepResult {
  try {
    first();
    settle(w);
    settleRest(w, before);
    settle(w);
    flushRungNotes(w);
    if (w.state.resting !== undefined && before.resting === undefined) releaseHolds(w);
    checkInstance(w);
    checkSize(w, before);
    if (w.state.migrated?.n === -1) w.state.migrated = { ...w.state.migrated, n: w.state.n };
  } catch (e) {
    if (e instanceof Rejected) return { ok: false, rejection: e.rejection };
    throw e;
  }
  return w.result();
}

/** Moves tokens until nothing moves: elements, scopes, conditions, inclusive joins. */
function settle(w: Work): void {
  do {
    if (!w.run((scope) => checkScope(w, scope), mostMoves(w))) return endlessLoop(w);
    if (w.changed) {
      w.changed = false;
      checkConditions(w);
    }
  } while (w.busy || settleInclusiveJoins(w));
}

/** Conditional events, and what waits for a condition, look again when variables changed. */
function checkConditions(w: Work): void {
  checkStartConditions(w);
  checkAdHoc(w);
  growMany(w);
  for (const inst of Object.values(w.state.elements)) {
    if (inst.d < 0 || !w.active(inst.key)) continue;
    const element = w.element(inst);
    checkBoundaryConditions(w, inst);
    if (
      element.type !== 'intermediateCatchEvent' ||
      element.triggers.condition === undefined ||
      !w.active(inst.key)
    )
      continue;
    const r = condition(w, inst.scope, element.triggers.condition);
    if (r.ok && r.value) complete(w, inst.key, 'condition');
  }
}

function endlessLoop(w: Work): void {
  if (Object.values(w.state.incidents).some(({ code }) => code === 'ENDLESS_LOOP')) return;
  const newest = stopsOnTheCircle(w) ? undefined : Object.values(w.state.elements).at(-1);
  const at = w.put(newest ?? lastBegun(w));
  incident(w, at, 'ENDLESS_LOOP', roundAt(at), { kind: 'leave', key: at.key });
}

/** Of what began in a place that is still there, the last; it may be over, then it stands there again. */
function lastBegun(w: Work): ElementInstance {
  const last = w.facts.findLast(
    (fact) => fact.type === 'element.activated' && (fact.scope === '' || w.active(fact.scope) !== undefined),
  );
  if (last?.type !== 'element.activated')
    throw new Error(`Expected something to go round in ${w.state.instance}`);
  const { scope, element, key } = last;
  // One of many is over; the whole stands for it.
  const around = w.active(scope);
  const still = w.active(key) ?? (around?.many ? around : undefined);
  return still ?? { key: w.key(), d: w.definitionOf(scope), element, scope, since: w.at };
}

function checkSize(w: Work, before: State): void {
  if (Math.floor(before.n / LOOK_AT_SIZE_EVERY) === Math.floor(w.state.n / LOOK_AT_SIZE_EVERY)) return;
  const size = sizeOf(w.state);
  if (size <= MOST_STATE_BYTES || Object.values(w.state.incidents).some((i) => i.code === 'STATE_TOO_LARGE'))
    return;
  const inst = Object.values(w.state.elements)[0];
  if (inst)
    incident(
      w,
      inst,
      'STATE_TOO_LARGE',
      `Expected at most ${MOST_STATE_BYTES} bytes of state, got about ${size}`,
      {
        kind: 'leave',
        key: inst.key,
      },
    );
}
