// What is other between two definitions of one process: per element, arrow, form and so on what came, went, changed, or only moved.
import type { Definition } from '../../contract/index.ts';
import { type Part, partsOf, same } from './parts.ts';

export type ChangeKind =
  | 'element'
  | 'flow'
  | 'role'
  | 'form'
  | 'ladder'
  | 'text'
  | 'decision'
  | 'artifact'
  | 'process';

export interface Change {
  kind: ChangeKind;
  /** Of the process itself: the name of its property. */
  id: string;
  /** `moved`: it stands elsewhere on paper, and is the same in everything else. */
  how: 'added' | 'removed' | 'changed' | 'moved';
  /** What of it is other; only of what `changed`. */
  parts: readonly Part[];
  /** It changed, and stands elsewhere as well. */
  moved?: true;
}

/** Where things stand on paper; what happens does not depend on it. */
const PLACE: readonly string[] = ['x', 'y', 'width', 'height', 'points', 'labelBy', 'collapsed', 'pinned'];

/**
 * Always in the same order: elements, arrows, roles, forms, ladders, texts, tables, what is drawn beside, the process itself.
 * Within each first what is there now, then what went. The order in which a list of them happens to stand is no difference,
 * but for the arrows out of a decision: the first that holds is taken.
 */
export function difference(before: Definition, after: Definition): Change[] {
  return [
    ...withOrders(ofList('element', before.elements, after.elements), before, after),
    ...ofList('flow', before.flows, after.flows),
    ...ofList('role', before.roles, after.roles),
    ...ofList('form', before.forms, after.forms),
    ...ofList('ladder', before.ladders, after.ladders),
    ...ofList('text', named(before.texts), named(after.texts)),
    ...ofList('decision', before.decisions ?? [], after.decisions ?? []),
    ...ofList('artifact', before.artifacts ?? [], after.artifacts ?? []),
    ...ofProcess(before, after),
  ];
}

function ofList<V extends { id: string }>(
  kind: ChangeKind,
  before: readonly V[],
  after: readonly V[],
): Change[] {
  const [were, are] = [byId(before), byId(after)];
  const now = after.flatMap((one): Change[] => {
    const was = were.get(one.id);
    return was === undefined ? [{ kind, id: one.id, how: 'added', parts: [] }] : between(kind, was, one);
  });
  const gone = before.filter(({ id }) => !are.has(id));
  return [...now, ...gone.map(({ id }): Change => ({ kind, id, how: 'removed', parts: [] }))];
}

function between(kind: ChangeKind, was: { id: string }, is: { id: string }): Change[] {
  const parts = partsOf(only(was, false), only(is, false));
  const moved = !same(only(was, true), only(is, true));
  if (parts.length > 0)
    return [{ kind, id: is.id, how: 'changed', parts, ...(moved ? { moved: true as const } : {}) }];
  return moved ? [{ kind, id: is.id, how: 'moved', parts: [] }] : [];
}

const only = (value: object, place: boolean): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => PLACE.includes(key) === place));

const PROCESS = ['name', 'summary', 'tag', 'variables', 'kept'] as const;

function ofProcess(before: Definition, after: Definition): Change[] {
  return PROCESS.flatMap((id): Change[] => {
    const parts = partsOf(before[id], after[id]);
    return parts.length > 0 ? [{ kind: 'process', id, how: 'changed', parts }] : [];
  });
}

/** The arrows out of a decision are looked at in order: another order is a change of the decision. */
function withOrders(changes: Change[], before: Definition, after: Definition): Change[] {
  const [were, are] = [flowsFrom(before), flowsFrom(after)];
  const known = byId(before.elements);
  const ordered = after.elements.flatMap(({ id, type }): [string, Part][] => {
    if (type !== 'exclusiveGateway' || known.get(id)?.type !== type) return [];
    const [was, is] = [were.get(id) ?? [], are.get(id) ?? []];
    const from = was.filter((flow) => is.includes(flow));
    const to = is.filter((flow) => was.includes(flow));
    return same(from, to) ? [] : [[id, { path: ['flows'], from, to, order: true }]];
  });
  if (ordered.length === 0) return changes;
  const [orders, told] = [new Map(ordered), new Map(changes.map((change) => [change.id, change]))];
  // In the order of the elements as they are now, then what went.
  return [
    ...after.elements.flatMap(({ id }): Change[] => {
      const [change, order] = [told.get(id), orders.get(id)];
      if (!order) return change ? [change] : [];
      const moved = change?.how === 'moved' || change?.moved;
      const parts = [...(change?.parts ?? []), order];
      return [{ kind: 'element', id, how: 'changed', parts, ...(moved ? { moved: true as const } : {}) }];
    }),
    ...changes.filter(({ how }) => how === 'removed'),
  ];
}

function flowsFrom({ flows }: Definition): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, from } of flows) found.set(from, [...(found.get(from) ?? []), id]);
  return found;
}

const byId = <V extends { id: string }>(list: readonly V[]): Map<string, V> =>
  new Map(list.map((one) => [one.id, one]));

const named = (texts: Definition['texts']) => Object.entries(texts).map(([id, text]) => ({ id, ...text }));
