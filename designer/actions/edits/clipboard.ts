/** Copies elements as text that another process or browser tab can paste, with the forms, roles and texts they need. */
import { z } from 'zod';
import { Definition as DefinitionShape, type Element, type Flow } from '../../../contract/index.ts';
import { outcomeVariable } from '../../../core/outcome-variable.ts';
import { type Drawing, elementOf, type Point, withContents } from '../drawing.ts';
import { fitted, originOf } from '../geometry.ts';
import { freshElementId, freshFlowId } from '../ids.ts';

const { elements, flows, forms, roles, ladders, texts } = DefinitionShape.shape;
const Clip = z.object({
  kind: z.literal('speelruimte/elements'),
  elements,
  flows,
  forms,
  roles,
  ladders,
  texts,
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
  return {
    kind: 'speelruimte/elements',
    elements: taken,
    flows: definition.flows.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    forms: definition.forms.filter(({ id }) => words.includes(JSON.stringify(id))),
    roles: definition.roles.filter(({ id }) => words.includes(JSON.stringify(id))),
    ladders: definition.ladders.filter(({ id }) => words.includes(JSON.stringify(id))),
    texts: definition.texts,
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
  { clip, by = { x: 40, y: 40 }, parent }: { clip: Clip; by?: Point; parent?: string },
): Drawing {
  if (parent !== undefined && elementOf(definition, parent)?.type !== 'subProcess')
    return { definition, selection };
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
