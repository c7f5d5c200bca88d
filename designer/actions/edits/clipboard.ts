/** Copies elements as text that another process or browser tab can paste, with the forms, roles and texts they need. */
import { z } from 'zod';
import {
  type Definition,
  Definition as DefinitionShape,
  type Element,
  type Flow,
} from '../../../contract/index.ts';
import { outcomeVariable } from '../../../core/outcome-variable.ts';
import { type Drawing, elementOf, type Point, withContents } from '../drawing.ts';
import { fitted, originOf } from '../geometry.ts';
import { freshElementId, freshFlowId, freshName } from '../ids.ts';

const { elements, flows, forms, roles, ladders, texts, decisions } = DefinitionShape.shape;
const Clip = z.object({
  kind: z.literal('speelruimte/elements'),
  elements,
  flows,
  forms,
  roles,
  ladders,
  texts,
  decisions,
});
export type Clip = z.infer<typeof Clip>;

/** What is selected, with what is inside it and on its borders, and the flows between them. */
export function copied({ definition, selection }: Drawing): Clip | undefined {
  const ids = withContents(definition, selection.elements);
  const taken = definition.elements
    .filter(({ id }) => ids.has(id))
    .filter((one) => one.type !== 'boundaryEvent' || ids.has(one.attachedTo))
    .map((one): Element => {
      if (one.parent === undefined || ids.has(one.parent)) return one;
      const { parent: _outside, ...rest } = one;
      const origin = originOf(definition, one.parent);
      return { ...rest, x: (one.x ?? 0) + origin.x, y: (one.y ?? 0) + origin.y } as Element;
    });
  if (taken.length === 0) return undefined;
  const kept = new Set(taken.map(({ id }) => id));
  const words = JSON.stringify(taken);
  const named = <T extends { id: string }>(list: readonly T[]): T[] =>
    list.filter(({ id }) => words.includes(JSON.stringify(id)));
  const rungs = named(definition.ladders);
  const spoken = JSON.stringify(rungs) + words;
  const tables = named(definition.decisions ?? []);
  return {
    kind: 'speelruimte/elements',
    elements: taken,
    flows: definition.flows.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    forms: named(definition.forms),
    roles: definition.roles.filter(({ id }) => spoken.includes(JSON.stringify(id))),
    ladders: rungs,
    texts: Object.fromEntries(
      Object.entries(definition.texts).filter(([key]) => spoken.includes(JSON.stringify(key))),
    ),
    ...(tables.length > 0 ? { decisions: tables } : {}),
  };
}

/** Reads what was copied; undefined when a clipboard holds something else. */
export function readClip(text: string): Clip | undefined {
  try {
    const read = Clip.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Puts copies into a scope, a little aside, under new names; what they need and is missing comes along. */
export function paste(
  { definition, selection }: Drawing,
  { clip: brought, by = { x: 40, y: 40 }, parent }: { clip: Clip; by?: Point; parent?: string },
): Drawing {
  if (parent !== undefined && elementOf(definition, parent)?.type !== 'subProcess')
    return { definition, selection };
  const clip = beside(definition, brought);
  const names = new Map<string, string>();
  let next = definition;
  const origin = originOf(definition, parent);
  for (const one of clip.elements) {
    const id = freshElementId(one.id, next);
    names.set(one.id, id);
    next = { ...next, elements: [...next.elements, { ...one, id }] };
  }
  const added = new Set(names.values());
  const renamed = next.elements.slice(definition.elements.length).map((one): Element => {
    const { aliases: _aliases, ...copy } = retold(one, names);
    const outermost = one.parent === undefined;
    return {
      ...copy,
      id: one.id,
      ...(outermost
        ? {
            x: (one.x ?? 0) - origin.x + by.x,
            y: (one.y ?? 0) - origin.y + by.y,
            ...(parent === undefined ? {} : { parent }),
          }
        : { parent: names.get(one.parent as string) }),
      ...(one.type === 'boundaryEvent' ? { attachedTo: names.get(one.attachedTo) } : {}),
    } as Element;
  });
  next = { ...next, elements: [...definition.elements, ...renamed] };
  for (const { points: _points, ...flow } of clip.flows) {
    const [from, to] = [names.get(flow.from) as string, names.get(flow.to) as string];
    const copy: Flow = { ...retold(flow, names), id: freshFlowId(from, to, next), from, to };
    next = { ...next, flows: [...next.flows, copy] };
  }
  next = fitted({
    ...next,
    forms: joined(next.forms, clip.forms),
    roles: joined(next.roles, clip.roles),
    ladders: joined(next.ladders, clip.ladders),
    texts: { ...clip.texts, ...next.texts },
    ...(clip.decisions ? { decisions: joined(next.decisions ?? [], clip.decisions) } : {}),
  });
  const outer = renamed.filter((one) => one.parent === parent && one.type !== 'boundaryEvent');
  return {
    definition: next,
    selection: { elements: outer.map(({ id }) => id).filter((id) => added.has(id)), flows: [] },
  };
}

/** A copy beside the original. */
export function duplicate(drawing: Drawing): Drawing {
  const clip = copied(drawing);
  const first = elementOf(drawing.definition, drawing.selection.elements[0]);
  if (!clip) return drawing;
  return paste(drawing, { clip, ...(first?.parent === undefined ? {} : { parent: first.parent }) });
}

/**
 * What comes along under a name that means something else here gets a name of its own, and what was copied asks for it by that.
 * Roles keep theirs: who coordinates here does so for what was pasted too.
 */
function beside(definition: Definition, clip: Clip): Clip {
  const renamed = <T extends { id: string }>(own: readonly T[], other: readonly T[]): Map<string, string> => {
    const taken = new Set([...own, ...other].map(({ id }) => id));
    const names = new Map<string, string>();
    for (const one of other) {
      const here = own.find(({ id }) => id === one.id);
      if (!here || JSON.stringify(here) === JSON.stringify(one)) continue;
      // Pasted before under another name: it is here already.
      const alike = own.find((mine) => contentOf(mine) === contentOf(one));
      const name = alike?.id ?? freshName(one.id, taken);
      taken.add(name);
      names.set(one.id, name);
    }
    return names;
  };
  const keyed = (texts: Definition['texts']) => Object.entries(texts).map(([id, text]) => ({ id, text }));
  const keys = renamed(keyed(definition.texts), keyed(clip.texts));
  const ladders = clip.ladders.map((one) => spoken(one, keys, TEXTS));
  const names = {
    forms: renamed(definition.forms, clip.forms),
    ladders: renamed(definition.ladders, ladders),
    decisions: renamed(definition.decisions ?? [], clip.decisions ?? []),
  };
  const under = <T extends { id: string }>(list: readonly T[], to: ReadonlyMap<string, string>): T[] =>
    list.map((one) => ({ ...one, id: to.get(one.id) ?? one.id }));
  return {
    ...clip,
    elements: clip.elements.map((one) =>
      spoken(spoken(spoken(one, names.forms, FORMS), names.ladders, LADDERS), names.decisions, DECISIONS),
    ),
    forms: under(clip.forms, names.forms),
    ladders: under(ladders, names.ladders),
    texts: Object.fromEntries(Object.entries(clip.texts).map(([key, text]) => [keys.get(key) ?? key, text])),
    ...(clip.decisions ? { decisions: under(clip.decisions, names.decisions) } : {}),
  };
}

const contentOf = (one: object): string => JSON.stringify({ ...one, id: '' });

/** Under which properties things are asked for. */
const FORMS = ['form', 'confirmForm', 'shows'];
const LADDERS = ['ladder', 'confirmLadder'];
const DECISIONS = ['decision'];
const TEXTS = ['text'];

/** A value in which names under some properties are other names. */
function spoken<T>(value: T, names: ReadonlyMap<string, string>, under: readonly string[]): T {
  if (names.size === 0) return value;
  const walk = (at: unknown, key = ''): unknown => {
    if (typeof at === 'string') return under.includes(key) ? (names.get(at) ?? at) : at;
    if (Array.isArray(at)) return at.map((one) => walk(one, key));
    if (typeof at === 'object' && at !== null)
      return Object.fromEntries(Object.entries(at).map(([name, one]) => [name, walk(one, name)]));
    return at;
  };
  return walk(value) as T;
}

function joined<T extends { id: string }>(own: T[], other: T[]): T[] {
  const have = new Set(own.map(({ id }) => id));
  return [...own, ...other.filter(({ id }) => !have.has(id))];
}

/** Terms that count from a copied element, and conditions on its outcome, speak of the copy. */
function retold<T>(value: T, names: ReadonlyMap<string, string>): T {
  const outcomes = new Map([...names].map(([old, id]) => [outcomeVariable(old), outcomeVariable(id)]));
  const walk = (at: unknown, key?: string): unknown => {
    if (typeof at === 'string') {
      if (key === 'element') return names.get(at) ?? at;
      if (!at.includes('_outcome')) return at;
      return at.replace(/\w+/g, (word) => outcomes.get(word) ?? word);
    }
    if (Array.isArray(at)) return at.map((one) => walk(one));
    if (typeof at === 'object' && at !== null)
      return Object.fromEntries(Object.entries(at).map(([name, one]) => [name, walk(one, name)]));
    return at;
  };
  return walk(value) as T;
}
