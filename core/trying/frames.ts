/** Called processes in a story: which of its facts happened in which process, as ids of elements may be the same in several. */
import type { Definition, Element, Fact } from '../../contract/index.ts';

/** One process in a story: the one that is played, or one that it, or what it called, called. */
export interface Frame {
  /** Key of the call; '' for the process that is played. */
  key: string;
  definition: Definition;
  /** The element that called it, and where that stands. */
  call?: { element: string; frame: string };
}

export interface Frames {
  /** In the order in which they began; the process that is played is the first. */
  frames: Frame[];
  /** Facts of one of them, each list beginning with how the whole began. */
  factsIn(key: string): Fact[];
}

export type Call = Extract<Element, { type: 'callActivity' }>;

/** Finds the process that a call names; undefined where it is not at hand. */
export type Calling = (call: Call) => Definition | undefined;

/** @param facts of one instance, in order. */
export function framesIn(main: Definition, facts: readonly Fact[], calling: Calling): Frames {
  const frames = new Map<string, Frame>([['', { key: '', definition: main }]]);
  const lists = new Map<string, Fact[]>([['', []]]);
  /** Frame and element of each element instance. */
  const instances = new Map<string, { frame: string; element: string }>();
  /** Where an element was last seen. */
  const last = new Map<string, string>();
  const elementIn = (frame: string, id: string) =>
    frames.get(frame)?.definition.elements.find((one) => one.id === id);

  const frameOfScope = (scope: string): string => {
    const around = instances.get(scope);
    if (!around) return '';
    const element = elementIn(around.frame, around.element);
    if (element?.type !== 'callActivity') return around.frame;
    if (!frames.has(scope)) {
      const definition = calling(element);
      // What it called is not at hand: what happens in it is not told of this one either.
      if (!definition) return scope;
      frames.set(scope, {
        key: scope,
        definition,
        call: { element: around.element, frame: around.frame },
      });
    }
    return scope;
  };
  const frameOf = (fact: Fact): string => {
    if (fact.type === 'element.activated') {
      const frame = frameOfScope(fact.scope);
      instances.set(fact.key, { frame, element: fact.element });
      last.set(fact.element, frame);
      return frame;
    }
    const known = fact.key === undefined ? undefined : instances.get(fact.key);
    if (known) {
      last.set(known.element, known.frame);
      return known.frame;
    }
    if (fact.type === 'flow.taken') return last.get(fact.from) ?? placeOf(frames, fact.from);
    if ('element' in fact && typeof fact.element === 'string')
      return last.get(fact.element) ?? placeOf(frames, fact.element);
    return '';
  };
  for (const fact of facts) {
    const key = frameOf(fact);
    const list = lists.get(key);
    if (list) list.push(fact);
    else lists.set(key, [...facts.filter(({ type }) => type === 'instance.started').slice(0, 1), fact]);
  }
  return { frames: [...frames.values()], factsIn: (key) => lists.get(key) ?? [] };
}

/** Of what never was an element instance (a border that was passed): the last process that has such an element. */
function placeOf(frames: ReadonlyMap<string, Frame>, element: string): string {
  const found = [...frames.values()].findLast(({ definition }) =>
    definition.elements.some(({ id }) => id === element),
  );
  return found?.key ?? '';
}
