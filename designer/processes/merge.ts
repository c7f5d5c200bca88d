/** Two people changed one draft: what does not touch is put together, what does is laid side by side. */
import type {
  Artifact,
  Decision,
  Definition,
  Element,
  Flow,
  Form,
  Ladder,
  MessageText,
  Role,
} from '../../contract/index.ts';
import { canonicalJson } from '../../core/content-hash.ts';

export type Kind =
  | 'element'
  | 'flow'
  | 'form'
  | 'role'
  | 'ladder'
  | 'text'
  | 'decision'
  | 'artifact'
  | 'process';

/** One thing that both changed, each in their own way; undefined where one removed what the other changed or built on. */
export interface Conflict {
  kind: Kind;
  id: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** Mine where nothing else is said, with all of theirs that does not touch it. */
  definition: Definition;
  conflicts: Conflict[];
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** Where things stand on paper is nobody's conflict: the later hand wins. */
function sameBut(a: unknown, b: unknown): boolean {
  if (same(a, b)) return true;
  return same(withoutPlace(a), withoutPlace(b));
}
function withoutPlace(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const {
    x: _x,
    y: _y,
    width: _w,
    height: _h,
    points: _p,
    labelBy: _l,
    ...rest
  } = value as Record<string, unknown>;
  return rest;
}

export type Hand = 'mine' | 'theirs';

/** Merges by element, flow, form, role, ladder, text, table, what is drawn beside, and part of the process. `choose` decides conflicts by `kind id`; default mine. */
export function merge(
  base: Definition,
  mine: Definition,
  theirs: Definition,
  choose: Readonly<Record<string, Hand>> = {},
): Merged {
  const conflicts: Conflict[] = [];
  const needed = { mine: neededBy(base, mine, theirs), theirs: neededBy(base, theirs, mine) };
  const decide = <V>(
    kind: Kind,
    id: string,
    was: V | undefined,
    one: V | undefined,
    other: V | undefined,
  ): V | undefined => {
    if (same(one, other)) return one;
    const clashes =
      kind === 'element' &&
      ((other === undefined && needed.mine.has(id)) || (one === undefined && needed.theirs.has(id)));
    if (!clashes && same(was, one)) return other;
    if (!clashes && same(was, other)) return one;
    if (one !== undefined && other !== undefined && sameBut(one, other)) return one;
    conflicts.push({ kind, id, mine: one, theirs: other });
    return choose[`${kind} ${id}`] === 'theirs' ? other : one;
  };
  const list = <V extends { id: string }>(kind: Kind, was: V[], one: V[], other: V[]): V[] => {
    const [a, b, c] = [byId(was), byId(one), byId(other)];
    const ids = [...new Set([...one, ...other].map(({ id }) => id))];
    return ids.flatMap((id) => decide(kind, id, a.get(id), b.get(id), c.get(id)) ?? []);
  };
  const elements = list<Element>('element', base.elements, mine.elements, theirs.elements);
  const flows = list<Flow>('flow', base.flows, mine.flows, theirs.flows);
  const record = <V>(
    kind: Kind,
    was: Record<string, V>,
    one: Record<string, V>,
    other: Record<string, V>,
  ): Record<string, V> =>
    Object.fromEntries(
      [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((id) => {
        const value = decide(kind, id, was[id], one[id], other[id]);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const own = (key: 'name' | 'summary' | 'variables') =>
    decide('process', key, base[key], mine[key], theirs[key]) as never;
  const summary = own('summary');
  const all = <K extends 'decisions' | 'artifacts'>(key: K) =>
    [base, mine, theirs].map((one) => one[key] ?? []) as [
      NonNullable<Definition[K]>,
      NonNullable<Definition[K]>,
      NonNullable<Definition[K]>,
    ];
  /** Left out stays left out where nothing came of it. */
  const optional = <K extends 'decisions' | 'artifacts'>(key: K, value: NonNullable<Definition[K]>) =>
    value.length > 0 || mine[key] !== undefined ? { [key]: value } : {};
  const definition: Definition = {
    ...mine,
    name: own('name'),
    ...(summary === undefined ? {} : { summary }),
    roles: list<Role>('role', base.roles, mine.roles, theirs.roles),
    elements,
    flows,
    forms: list<Form>('form', base.forms, mine.forms, theirs.forms),
    ladders: list<Ladder>('ladder', base.ladders, mine.ladders, theirs.ladders),
    texts: record<MessageText>('text', base.texts, mine.texts, theirs.texts),
    variables: own('variables'),
    ...optional('decisions', list<Decision>('decision', ...all('decisions'))),
    ...optional('artifacts', list<Artifact>('artifact', ...all('artifacts'))),
  };
  const restored = withWhatBelongs(definition, { mine, theirs }, conflicts, choose);
  return { definition: whole(restored), conflicts };
}

/** Elements that the other removed, while this hand led something new to them or put something new in them. */
function neededBy(base: Definition, own: Definition, other: Definition): Set<string> {
  const [were, flowsWere] = [byId(base.elements), byId(base.flows)];
  const [left, flowsLeft] = [byId(other.elements), byId(other.flows)];
  const built = [
    ...own.flows
      .filter(({ id }) => !flowsWere.has(id) || flowsLeft.has(id))
      .filter((flow) => !sameBut(flowsWere.get(flow.id), flow))
      .flatMap(({ from, to }) => [from, to]),
    ...own.elements.filter(({ id }) => !were.has(id)).flatMap(standsOn),
  ];
  return new Set(built.filter((id) => were.has(id) && !left.has(id)));
}

/** What it is in, and whose border it sits on. */
const standsOn = (element: Element): string[] => [
  ...(element.parent === undefined ? [] : [element.parent]),
  ...(element.type === 'boundaryEvent' ? [element.attachedTo] : []),
];

/** What stays although the other removed it comes with all that went with it: what it is in, what is in it, its arrows. */
function withWhatBelongs(
  merged: Definition,
  hands: Record<Hand, Definition>,
  conflicts: readonly Conflict[],
  choose: Readonly<Record<string, Hand>>,
): Definition {
  const chosen = (kind: Kind, id: string): Hand => choose[`${kind} ${id}`] ?? 'mine';
  const elements = byId(merged.elements);
  const flows = byId(merged.flows);
  for (const hand of ['mine', 'theirs'] as const) {
    const own = hands[hand];
    const other = hand === 'mine' ? 'theirs' : 'mine';
    const stays = conflicts.filter(
      (one) => chosen(one.kind, one.id) === hand && one[hand] !== undefined && one[other] === undefined,
    );
    const refused = new Set(
      conflicts.filter(({ kind, id }) => chosen(kind, id) !== hand).map(({ kind, id }) => `${kind} ${id}`),
    );
    const ownElements = byId(own.elements);
    const back = new Set(stays.flatMap(({ kind, id }) => (kind === 'element' ? [id] : [])));
    const restore = (id: string) => {
      const element = ownElements.get(id);
      if (!element || elements.has(id)) return;
      elements.set(id, element);
      back.add(id);
    };
    for (const { kind, id } of stays) {
      const flow = kind === 'flow' ? own.flows.find((one) => one.id === id) : undefined;
      if (flow) for (const end of [flow.from, flow.to]) restore(end);
    }
    for (let before = -1; before !== back.size; ) {
      before = back.size;
      for (const element of own.elements) {
        const on = standsOn(element);
        if (back.has(element.id)) for (const id of on) restore(id);
        else if (on.some((id) => back.has(id)) && !refused.has(`element ${element.id}`)) restore(element.id);
      }
    }
    for (const flow of own.flows) {
      const touches = back.has(flow.from) || back.has(flow.to);
      if (!touches || flows.has(flow.id) || refused.has(`flow ${flow.id}`)) continue;
      if (elements.has(flow.from) && elements.has(flow.to)) flows.set(flow.id, flow);
    }
  }
  return { ...merged, elements: [...elements.values()], flows: [...flows.values()] };
}

const byId = <V extends { id: string }>(list: V[]): Map<string, V> =>
  new Map(list.map((one) => [one.id, one]));

/** What one removed while the other led to it, or stood in it, goes too: nothing dangles. */
function whole(definition: Definition): Definition {
  let elements = definition.elements;
  for (let before = -1; before !== elements.length; ) {
    before = elements.length;
    const ids = new Set(elements.map(({ id }) => id));
    elements = elements.filter(
      (one) =>
        (one.parent === undefined || ids.has(one.parent)) &&
        (one.type !== 'boundaryEvent' || ids.has(one.attachedTo)),
    );
  }
  const scope = new Map(elements.map((one) => [one.id, one.parent]));
  const flows = definition.flows.filter(
    ({ from, to }) => scope.has(from) && scope.has(to) && scope.get(from) === scope.get(to),
  );
  return { ...definition, elements, flows };
}
