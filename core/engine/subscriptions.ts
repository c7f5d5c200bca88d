// Who waits for a message, a BPMN signal or a condition, and what it sets going. Kept in the order in which they began to wait:
// of several that fit a message, the oldest gets it.
import type { Mapping, MessageTrigger, Triggers } from '../../contract/index.ts';
import type { ElementInstance, Json, Key, State, Subscription, Variables } from '../state.ts';
import { triggerBoundary } from './boundaries.ts';
import { boundariesOf, eventSubProcessesOf } from './compiled.ts';
import { triggerEventSubProcess } from './event-sub-processes.ts';
import { condition, value } from './expressions.ts';
import { complete, incident } from './flow.ts';
import { bring, bringThrough } from './mappings.ts';
import type { Work } from './work.ts';

/** From this version on, hosts are told who waits, so that messages find them from elsewhere. */
const TELLS_HOSTS = 2;

type NewSubscription = Subscription extends infer S
  ? S extends Subscription
    ? Omit<S, 'n' | 'since'>
    : never
  : never;

function put(w: Work, id: string, subscription: NewSubscription): void {
  const n = Number(w.key());
  w.own('subscriptions')[id] = { ...subscription, n, since: w.at } as Subscription;
  tellHost(w, id);
}

function tellHost(w: Work, id: string): void {
  const waits = w.state.subscriptions?.[id];
  if (!waits || waits.kind === 'condition' || w.state.engine < TELLS_HOSTS) return;
  const { kind, name, key, n } = waits;
  w.command({ do: 'subscribe', id: `${id}@${n}`, kind, name, ...(key === undefined ? {} : { key }) });
}

/** Waits no longer. */
export function unsubscribe(w: Work, id: string): void {
  const waits = w.state.subscriptions?.[id];
  if (!waits) return;
  delete w.own('subscriptions')[id];
  if (waits.kind !== 'condition' && w.state.engine >= TELLS_HOSTS)
    w.command({ do: 'unsubscribe', id: `${id}@${waits.n}` });
}

/** Everything that hangs on an element instance, or on a scope with its event sub-processes. */
export function unsubscribeAll(w: Work, of: Key, only?: Subscription['on']): void {
  for (const [id, waits] of Object.entries(w.state.subscriptions ?? {}))
    if (waits.of === of && (only === undefined || waits.on === only)) unsubscribe(w, id);
}

/** The correlation key a wait begins with, worked out once. */
function keyOf(w: Work, scope: Key, trigger: MessageTrigger) {
  if (trigger.key === undefined) return { ok: true as const, key: undefined };
  const r = value(w, scope, trigger.key);
  if (!r.ok) return { ok: false as const, message: r.message };
  return { ok: true as const, key: JSON.stringify(r.value) };
}

type Where =
  | { on: 'wait'; of: Key }
  | { on: 'boundary'; of: Key; boundary: string }
  | { on: 'start'; of: Key; d: number; element: string };

/** Begins to wait for what triggers name. @returns what went wrong, if anything. */
function begin(
  w: Work,
  id: string,
  scope: Key,
  { message, signal, condition: when }: Pick<Triggers, 'message' | 'signal' | 'condition'>,
  where: Where,
): string | undefined {
  if (message) {
    const key = keyOf(w, scope, message);
    if (!key.ok) return key.message;
    put(w, id, {
      ...where,
      kind: 'message',
      name: message.name,
      ...(key.key === undefined ? {} : { key: key.key }),
    });
  }
  if (signal !== undefined) put(w, message ? `${id}!signal` : id, { ...where, kind: 'signal', name: signal });
  if (when !== undefined && where.on === 'start') {
    put(w, message || signal !== undefined ? `${id}!condition` : id, {
      ...where,
      kind: 'condition',
      name: when,
    });
    w.changed = true;
  }
  return undefined;
}

/** A task or catch event waits. */
export function subscribeTo(w: Work, inst: ElementInstance, triggers: Triggers): void {
  const wrong = begin(w, inst.key, inst.key, triggers, { on: 'wait', of: inst.key });
  if (wrong !== undefined)
    incident(w, inst, 'EXPRESSION_ERROR', `${wrong} (key of '${inst.element}')`, {
      kind: 'activate',
      key: inst.key,
    });
}

/** What sits on the border of an element waits beside it. */
export function subscribeBoundary(
  w: Work,
  inst: ElementInstance,
  boundary: string,
  triggers: Triggers,
): void {
  const { condition: _looked, ...rest } = triggers;
  const wrong = begin(w, `${inst.key}/${boundary}`, inst.scope, rest, {
    on: 'boundary',
    of: inst.key,
    boundary,
  });
  if (wrong !== undefined)
    incident(w, inst, 'EXPRESSION_ERROR', `${wrong} (key of '${boundary}')`, {
      kind: 'activate',
      key: inst.key,
    });
}

/** An event sub-process waits beside its scope. @returns what went wrong, if anything. */
export function subscribeStart(
  w: Work,
  at: { d: number; scope: Key; sub: string; start: string },
  triggers: Triggers,
): string | undefined {
  return begin(w, `${at.scope}/${at.start}`, at.scope, triggers, {
    on: 'start',
    of: at.scope,
    d: at.d,
    element: at.sub,
  });
}

export interface Caught {
  id: string;
  waits: Subscription;
  /** Id of the element that waits. */
  element: string;
}

const elementOf = (w: Work, id: string, waits: Subscription): string =>
  waits.on === 'boundary'
    ? waits.boundary
    : waits.on === 'wait'
      ? (w.active(waits.of)?.element ?? '')
      : id.slice(id.indexOf('/') + 1).replace(/!.*$/, '');

const byAge = (state: State): [string, Subscription][] =>
  Object.entries(state.subscriptions ?? {}).sort(([, a], [, b]) => a.n - b.n);

/**
 * Who waits for a message, oldest first. Without a key in the message, or in what waits, the name decides.
 * @param key as JSON text
 */
export function waitingForMessage(
  state: State,
  name: string,
  key: string | undefined,
): [string, Subscription][] {
  return byAge(state).filter(
    ([, waits]) =>
      waits.kind === 'message' &&
      waits.name === name &&
      (waits.key === undefined || key === undefined || waits.key === key),
  );
}

export function messageCatcher(w: Work, name: string, key: Json | undefined): Caught | undefined {
  const [found] = waitingForMessage(w.state, name, key === undefined ? undefined : JSON.stringify(key));
  return found && { id: found[0], waits: found[1], element: elementOf(w, ...found) };
}

export function signalCatchers(w: Work, name: string): Caught[] {
  return byAge(w.state)
    .filter(([, waits]) => waits.kind === 'signal' && waits.name === name)
    .map(([id, waits]) => ({ id, waits, element: elementOf(w, id, waits) }));
}

/** A message or signal with its data reaches who waited. */
export function fire(w: Work, { id, waits }: Caught, data: Variables): void {
  if (!(id in (w.state.subscriptions ?? {}))) return;
  switch (waits.on) {
    case 'wait': {
      const inst = w.active(waits.of);
      if (!inst) return;
      bring(w, inst, data);
      return complete(w, inst.key, waits.kind);
    }
    case 'boundary': {
      const inst = w.active(waits.of);
      if (inst) reachBoundary(w, inst, waits.boundary, data);
      break;
    }
    case 'start':
      reachStart(w, waits, id, data);
      break;
  }
  renew(w, id);
}

/** Something arrives at the border of an element, also where nothing was named to wait for. */
export function reachBoundary(w: Work, inst: ElementInstance, boundary: string, data: Variables): void {
  const b = boundariesOf(w.process(inst.d), inst.element).find((one) => one.id === boundary);
  if (!b) return;
  if (!arrived(w, inst, inst.scope, data, b.outputMapping)) return;
  triggerBoundary(w, inst, b);
}

function arrived(
  w: Work,
  inst: ElementInstance,
  scope: Key,
  data: Variables,
  outputs: readonly Mapping[] | undefined,
): boolean {
  const r = bringThrough(w, scope, data, outputs);
  if (!r.ok) incident(w, inst, 'EXPRESSION_ERROR', r.message, { kind: 'go on', key: inst.key });
  return r.ok;
}

export function reachStart(
  w: Work,
  waits: { of: Key; d: number; element: string },
  id: string,
  data: Variables,
): void {
  const process = w.process(waits.d);
  const container = process.elements.get(waits.element)?.parent ?? '';
  const found = eventSubProcessesOf(process, container).find((one) => one.sub.id === waits.element);
  if (!found) return;
  if (found.start.interrupting ?? true) unsubscribe(w, id);
  w.setVariables(waits.of, data);
  triggerEventSubProcess(w, waits.d, waits.of, found.sub, found.start);
}

/** What does not interrupt waits on, as a new one in line. */
function renew(w: Work, id: string): void {
  const waits = w.state.subscriptions?.[id];
  if (!waits || waits.kind === 'condition') return;
  const { n: _n, since: _since, ...rest } = waits;
  unsubscribe(w, id);
  put(w, id, rest as NewSubscription);
}

/** Conditions of event sub-processes: each time one becomes true. */
export function checkStartConditions(w: Work): void {
  for (const [id, waits] of byAge(w.state)) {
    if (waits.kind !== 'condition' || waits.on !== 'start') continue;
    if (!(id in (w.state.subscriptions ?? {}))) continue;
    const r = condition(w, waits.of, waits.name);
    const holds = r.ok && r.value;
    if (holds !== (waits.held ?? false)) w.own('subscriptions')[id] = { ...waits, held: holds };
    if (holds && !waits.held) reachStart(w, waits, id, {});
  }
}
