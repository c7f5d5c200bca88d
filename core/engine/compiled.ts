// A definition made ready for the engine: look-ups by id, agreements unfolded into their two tasks, ladders by name.
import type {
  Definition,
  Element,
  ElementOf,
  Flow,
  Form,
  Ladder,
  Outcome,
  Side,
  Text,
} from '../../contract/index.ts';
import { standardRoles } from '../standard-roles.ts';

type WithExtras<E> = E extends { type: 'userTask' }
  ? E & {
      /** Half of an agreement: drafting by staff, or confirming by the initiator. */
      agreement?: { step: 'draft' | 'confirm'; of: string; ownCommitment: boolean };
    }
  : E;

/** An element as the engine sees it: never an `agreement`, which is unfolded into two user tasks. */
export type CompiledElement = WithExtras<Exclude<Element, { type: 'agreement' }>>;
export type CompiledType = CompiledElement['type'];
export type CompiledOf<T extends CompiledType> = Extract<CompiledElement, { type: T }>;
export type Boundary = ElementOf<'boundaryEvent'>;

export interface Compiled {
  hash: string;
  id: string;
  name: Text;
  definition: Definition;
  elements: Map<string, CompiledElement>;
  /** Where what an instance keeps of its own elements stands in its state, by id. */
  places: ReadonlyMap<string, string>;
  outgoing: Map<string, Flow[]>;
  incoming: Map<string, Flow[]>;
  /** Children per sub-process id; '' for the process itself. */
  children: Map<string, CompiledElement[]>;
  boundaries: Map<string, Boundary[]>;
  forms: Map<string, Form>;
  ladders: Map<string, Ladder>;
  sides: Map<string, Side>;
  /** Roles whose work anybody may do. */
  forAnyone: Set<string>;
  /** Activity → the activity that undoes it. */
  handlers: Map<string, string>;
  /** Which elements flows lead to from here, in one step or many; filled as it is asked. */
  reach: Map<string, ReadonlySet<string>>;
  /** By which flows a token at one element may still arrive at a join; filled as it is asked. */
  arrivals: Map<string, ReadonlySet<string>>;
}

const NONE: never[] = [];
export const outgoingOf = (c: Compiled, id: string): Flow[] => c.outgoing.get(id) ?? NONE;
export const incomingOf = (c: Compiled, id: string): Flow[] => c.incoming.get(id) ?? NONE;
export const childrenOf = (c: Compiled, id: string): CompiledElement[] => c.children.get(id) ?? NONE;
export const boundariesOf = (c: Compiled, id: string): Boundary[] => c.boundaries.get(id) ?? NONE;

/** The side that a role stands on; roles every organisation has need not be declared. */
export function sideOf(c: Compiled, role: string): Side {
  return c.sides.get(role) ?? standardRoles[role] ?? 'us';
}

/** Everything flows lead to from an element, in its own scope. */
export function reachFrom(c: Compiled, id: string): ReadonlySet<string> {
  const known = c.reach.get(id);
  if (known) return known;
  const seen = new Set<string>();
  const stack = [id];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const next = [...outgoingOf(c, at), ...boundariesOf(c, at).flatMap((b) => outgoingOf(c, b.id))];
    for (const { to } of next)
      if (!seen.has(to)) {
        seen.add(to);
        stack.push(to);
      }
  }
  c.reach.set(id, seen);
  return seen;
}

/** Boundary events that watch an instance; those of an activity done many times watch the whole. */
export const boundariesAt = (c: Compiled, inst: { element: string; pass?: number }): Boundary[] =>
  inst.pass === undefined ? boundariesOf(c, inst.element) : NONE;

/** Elements of a scope at which it starts: its none start event, else whatever nothing leads to. */
export function entriesOf(c: Compiled, scope: string): CompiledElement[] {
  const children = childrenOf(c, scope);
  const starts = children.filter((e) => e.type === 'startEvent' && !hasTrigger(e));
  if (starts.length > 0) return starts.slice(0, 1);
  return children.filter(
    (e) =>
      incomingOf(c, e.id).length === 0 &&
      e.type !== 'boundaryEvent' &&
      e.type !== 'startEvent' &&
      !isEventSubProcess(e) &&
      !isForCompensation(e),
  );
}

/** Begun only to undo something. */
export const isForCompensation = (e: CompiledElement): boolean =>
  'forCompensation' in e && e.forCompensation === true;

export const hasTrigger = (e: ElementOf<'startEvent'>): boolean =>
  e.schedule !== undefined || (e.triggers !== undefined && Object.keys(e.triggers).length > 0);

export const isEventSubProcess = (e: CompiledElement): e is CompiledOf<'subProcess'> =>
  e.type === 'subProcess' && e.event === true;

/** Event sub-processes of a scope with their start events. */
export function eventSubProcessesOf(
  c: Compiled,
  scope: string,
): { sub: CompiledOf<'subProcess'>; start: ElementOf<'startEvent'> }[] {
  return childrenOf(c, scope)
    .filter(isEventSubProcess)
    .flatMap((sub) => {
      const start = childrenOf(c, sub.id).find((e): e is ElementOf<'startEvent'> => e.type === 'startEvent');
      return start ? [{ sub, start }] : [];
    });
}

/** Outcomes of a task in the order drawn. */
export function outcomesOf(e: CompiledElement): Outcome[] {
  return e.type === 'userTask' ? (e.outcomes ?? NONE) : NONE;
}
