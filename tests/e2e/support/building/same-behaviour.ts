/** Two definitions told in the same names, so that what is still other between them is other in what happens. */
import type { Definition, Element, Flow } from '../../../../contract/index.ts';
import { said } from '../../../../core/prose/say.ts';

/** `made` in the names of `wanted`, without what stands on paper only. */
export const inNamesOf = (wanted: Definition, made: Definition): Definition => plain(calledAs(wanted, made));

/**
 * `made` with the names that `wanted` has for what nobody sees: forms by where they are asked, ladders by what they are called,
 * points of a ladder by their place. Which block drew an element is told where `wanted` tells it.
 */
export function calledAs(wanted: Definition, made: Definition): Definition {
  const forms = new Map<string, string>();
  for (const element of made.elements)
    for (const as of ['form', 'confirmForm'] as const) {
      const [own, other] = [formOf(element, as), formOf(find(wanted, element.id), as)];
      if (own !== undefined && other !== undefined && made.forms.some(({ id }) => id === own))
        forms.set(own, other);
    }
  const ladders = new Map(
    made.ladders.map((ladder) => [
      ladder.id,
      wanted.ladders.find(({ name }) => said(name, 'nl') === said(ladder.name, 'nl'))?.id ?? ladder.id,
    ]),
  );
  /** A name that the other has and this one has not is no name of the same. */
  const renamed = (names: Map<string, string>, theirs: readonly { id: string }[]) => (id: string) =>
    names.get(id) ?? (theirs.some((one) => one.id === id) ? `none called ${id}` : id);
  const form = renamed(forms, wanted.forms);
  const ladder = renamed(ladders, wanted.ladders);
  const rungsOf = (id: string) => wanted.ladders.find((one) => one.id === ladders.get(id))?.rungs ?? [];
  return {
    ...made,
    id: wanted.id,
    elements: made.elements.map((element) => {
      const next = { ...element } as Record<string, unknown>;
      for (const as of ['form', 'confirmForm']) if (typeof next[as] === 'string') next[as] = form(next[as]);
      for (const as of ['ladder', 'confirmLadder'])
        if (typeof next[as] === 'string') next[as] = ladder(next[as]);
      if (find(wanted, element.id)?.block === undefined) delete next.block;
      return next as unknown as Element;
    }),
    forms: made.forms.map((one) => ({ ...one, id: form(one.id) })),
    ladders: made.ladders.map((one) => ({
      ...one,
      id: ladder(one.id),
      rungs: one.rungs.map((rung, i) => ({ ...rung, id: rungsOf(one.id)[i]?.id ?? rung.id })),
    })),
  };
}

/** Without what stands on paper only, and with arrows and points called by their place. */
export function plain(definition: Definition): Definition {
  const seen = new Map<string, number>();
  const nth = (name: string) => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return `${name} ${seen.get(name)}`;
  };
  return {
    ...definition,
    elements: definition.elements.map(
      ({ x: _x, y: _y, width: _width, height: _height, pinned: _pinned, ...element }) => element as Element,
    ),
    flows: definition.flows.map(({ points: _points, ...flow }): Flow => {
      return { ...flow, id: nth(`${flow.from} → ${flow.to} ${flow.outcome ?? ''}`) };
    }),
    ladders: definition.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung, index) => ({ ...rung, id: `rung ${index + 1}` })),
    })),
  };
}

const find = ({ elements }: Definition, id: string): Element | undefined =>
  elements.find((one) => one.id === id);

const formOf = (element: Element | undefined, as: 'form' | 'confirmForm'): string | undefined =>
  (element as unknown as Record<string, string | undefined> | undefined)?.[as];
