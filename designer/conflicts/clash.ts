/** Two hands that met on one process: what of it both changed, where that stands in the drawing, and what is chosen so far. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import { rolesIn } from '../../core/difference/index.ts';
import { type Conflict, type Hand, type Merged, merge } from '../processes/merge.ts';

/** By `kind id` of a conflict. */
export type Chosen = Readonly<Record<string, Hand>>;

/** A colleague saved the same draft; or a version was put into use since the one this draft goes out from. */
export type Met =
  | { by: 'colleague'; person?: string; at: string; revision: number }
  | { by: 'version'; from: number; version: number };

export interface Clash {
  met: Met;
  /** What both began with. */
  base: Definition;
  theirs: Definition;
  chosen: Chosen;
}

/** How far the choice about an element or arrow is. */
export type ConflictMark = 'open' | Hand;

export const keyOf = ({ kind, id }: Pick<Conflict, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Put together as chosen so far; what is not chosen yet stays mine. */
export const together = ({ base, theirs, chosen }: Omit<Clash, 'met'>, mine: Definition): Merged =>
  merge(base, mine, theirs, chosen);

export interface Place {
  elements: string[];
  flows: string[];
}

/** Where a conflict is seen: a form is seen at the elements that ask it, the process itself nowhere. */
export function placeOf({ kind, id }: Conflict, { elements }: Pick<Definition, 'elements'>): Place {
  const where = (uses: (element: Element) => boolean): Place => ({
    elements: elements.filter(uses).map((one) => one.id),
    flows: [],
  });
  switch (kind) {
    case 'element':
      return { elements: [id], flows: [] };
    case 'flow':
      return { elements: [], flows: [id] };
    case 'form':
      return where(
        (one) => ('form' in one && one.form === id) || ('confirmForm' in one && one.confirmForm === id),
      );
    case 'ladder':
      return where(
        (one) =>
          ('ladder' in one && one.ladder === id) || ('confirmLadder' in one && one.confirmLadder === id),
      );
    case 'decision':
      return where((one) => 'decision' in one && one.decision === id);
    case 'role':
      return where((one) => rolesIn(one).includes(id));
    case 'text':
    case 'artifact':
    case 'process':
      return { elements: [], flows: [] };
  }
}

/** Marks by element and arrow; one about which anything is still to be chosen is open. */
export function marksOf(
  conflicts: readonly Conflict[],
  chosen: Chosen,
  drawn: Pick<Definition, 'elements'>,
): Map<string, ConflictMark> {
  const marks = new Map<string, ConflictMark>();
  for (const conflict of conflicts) {
    const mark: ConflictMark = chosen[keyOf(conflict)] ?? 'open';
    const { elements, flows } = placeOf(conflict, drawn);
    for (const id of [...elements, ...flows]) if (marks.get(id) !== 'open') marks.set(id, mark);
  }
  return marks;
}

export interface Ghosts {
  elements: Element[];
  flows: Flow[];
}

/** What I removed and they changed, as they have it: with the parts it is in and the arrows that led to it. */
export function ghostsOf(mine: Definition, theirs: Definition, conflicts: readonly Conflict[]): Ghosts {
  const own = new Set(mine.elements.map(({ id }) => id));
  const ownFlows = new Set(mine.flows.map(({ id }) => id));
  const other = new Map(theirs.elements.map((one) => [one.id, one]));
  const gone = new Map<string, Element>();
  const add = (id: string | undefined): void => {
    const element = id === undefined || own.has(id) || gone.has(id) ? undefined : other.get(id);
    if (!element) return;
    gone.set(element.id, element);
    add(element.parent);
    if (element.type === 'boundaryEvent') add(element.attachedTo);
  };
  for (const { kind, id, mine: kept } of conflicts) {
    if (kept !== undefined) continue;
    const flow = kind === 'flow' ? theirs.flows.find((one) => one.id === id) : undefined;
    for (const one of flow ? [flow.from, flow.to] : kind === 'element' ? [id] : []) add(one);
  }
  const isThere = (id: string) => own.has(id) || gone.has(id);
  const removed = new Set(
    conflicts.filter(({ kind, mine: kept }) => kind === 'flow' && kept === undefined).map(({ id }) => id),
  );
  const flows = theirs.flows.filter(
    ({ id, from, to }) =>
      !ownFlows.has(id) &&
      isThere(from) &&
      isThere(to) &&
      (gone.has(from) || gone.has(to) || removed.has(id)),
  );
  return { elements: [...gone.values()], flows };
}

export const leftIn = (conflicts: readonly Conflict[], chosen: Chosen): Conflict[] =>
  conflicts.filter((conflict) => chosen[keyOf(conflict)] === undefined);
