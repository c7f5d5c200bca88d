/** Pins elements, so that tidying leaves them where they stand; those that are all pinned come loose. */
import type { Element } from '../../../contract/index.ts';
import { type Drawing, withoutUndefined } from '../drawing.ts';
import { movableOf } from './align.ts';

export function pin(drawing: Drawing): Drawing {
  const { definition, selection } = drawing;
  const ids = new Set(movableOf(drawing).map(({ id }) => id));
  const loose = definition.elements.some((one) => ids.has(one.id) && !one.pinned);
  return {
    definition: {
      ...definition,
      elements: definition.elements.map(
        (one): Element =>
          ids.has(one.id) ? withoutUndefined({ ...one, pinned: loose ? (true as const) : undefined }) : one,
      ),
    },
    selection,
  };
}
