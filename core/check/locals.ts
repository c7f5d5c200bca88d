// Names that are seen only inside an activity: what it worked out when it began, and its number and item among many.
import type { Element } from '../../contract/index.ts';
import { isCarrying, type Model } from './model.ts';

/** Local names of an activity itself. */
export function localsOf(element: Element): string[] {
  if (!isCarrying(element)) return [];
  const { inputMapping = [], many, again } = element;
  return [
    ...inputMapping.map(({ variable }) => variable),
    ...(many || again ? ['loopCounter'] : []),
    ...(many?.item === undefined ? [] : [many.item]),
  ];
}

/** Local names seen from an element: its own, and those of the parts it lies in. */
export function localsAt(model: Model, id: string): string[] {
  const names: string[] = [];
  for (let at = model.elements.get(id); at; at = model.elements.get(at.parent ?? ''))
    names.push(...localsOf(at));
  return names;
}
