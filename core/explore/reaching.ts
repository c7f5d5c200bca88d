// What an element leads to, and which variables are looked at and given on all the ways from it.
import { entriesOf, nextInStory } from '../check/graph.ts';
import { isCarrying, isEventSubProcess, type Model } from '../check/model.ts';
import { parse } from '../feel/index.ts';
import { counterOf, type Sources } from './known-variables.ts';

export interface Reaching {
  /** Variables that conditions look at from an element on. */
  reads(element: string): ReadonlySet<string>;
  /** Variables that are given a value from an element on. */
  writes(element: string): ReadonlySet<string>;
}

export function reachingIn(model: Model, sources: Map<string, Sources>): Reaching {
  const ownReads = new Map<string, string[]>();
  const ownWrites = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, id: string, names: string[]) =>
    map.set(id, [...(map.get(id) ?? []), ...names]);
  for (const { from, condition } of model.definition.flows)
    if (condition !== undefined) note(ownReads, from, namesIn(condition));
  for (const element of model.elements.values()) {
    const counter = counterOf(element);
    if (counter !== undefined) note(ownReads, element.id, [counter]);
    if (!isCarrying(element)) continue;
    const { again, many } = element;
    const done = element.type === 'subProcess' ? element.adHoc?.completion : undefined;
    for (const text of [again?.condition, many?.completion, done])
      if (text !== undefined) note(ownReads, element.id, namesIn(text));
  }
  for (const [name, { assigned, brought, made }] of sources) {
    for (const { element } of [...assigned, ...brought]) note(ownWrites, element, [name]);
    for (const element of made) note(ownWrites, element, [name]);
  }
  // What can follow from each other lies on a circle and leads to the same: gathered together, once for each such group.
  const reads = gathered(model, ownReads);
  const writes = gathered(model, ownWrites);
  return {
    reads: (id) => reads.get(plain(id)) ?? NONE,
    writes: (id) => writes.get(plain(id)) ?? NONE,
  };
}

const NONE: ReadonlySet<string> = new Set();
/** Halves of agreements and twins of border events lead where the whole does. */
const plain = (id: string) => id.replace(/(\.confirm|~)$/, '');

const namesIn = (text: string): string[] => {
  const parsed = parse(text);
  return parsed.ok ? parsed.names : [];
};

/** Per element everything noted at it and at what follows, inside and around; until nothing is added any more. */
function gathered(model: Model, own: Map<string, string[]>): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const id of model.elements.keys()) all.set(id, new Set(own.get(id)));
  const before = new Map<string, string[]>();
  for (const id of model.elements.keys())
    for (const to of followersOf(model, id)) before.set(to, [...(before.get(to) ?? []), id]);
  const open = [...model.elements.keys()];
  const queued = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    queued.delete(id);
    const names = all.get(id) ?? new Set();
    if (names.size === 0) continue;
    for (const from of before.get(id) ?? []) {
      const known = all.get(from);
      if (!known) continue;
      const size = known.size;
      for (const name of names) known.add(name);
      if (known.size > size && !queued.has(from)) {
        queued.add(from);
        open.push(from);
      }
    }
  }
  return all;
}

/** What may come after an element, and what may begin while it is active. */
function followersOf(model: Model, id: string): string[] {
  const element = model.elements.get(id);
  const handler = element?.type === 'boundaryEvent' ? model.handlerOf(element) : undefined;
  const children =
    element?.type === 'subProcess'
      ? [...entriesOf(model, id), ...model.children(id).filter(isEventSubProcess)].map((one) => one.id)
      : [];
  const parent = element?.parent === undefined ? [] : [element.parent];
  return [...nextInStory(model, id), ...children, ...(handler ? [handler.id] : []), ...parent];
}
