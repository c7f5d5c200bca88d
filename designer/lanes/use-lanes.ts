/** Lanes on the canvas: how the drawing is seen in them, and what picking from a menu does there. */
import { useCallback, useMemo, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import type { Drawing } from '../actions/index.ts';
import { type CanvasMenuKind, chosen } from '../canvas/menu-edits.ts';
import { chosenInLanes } from './in-lanes.ts';
import type { LanesSwitch } from './lanes-switch.ts';
import { LanesDrawer, type LanesView } from './lanes-view.ts';

export interface CanvasLanes {
  on: boolean;
  set(on: boolean): void;
  /** The drawing itself in lanes, without what a preview would bring; nothing while they are off. */
  view: LanesView | undefined;
  /** Any definition in lanes, while they are on. */
  seen(definition: Definition): LanesView | undefined;
  pick(drawing: Drawing, menu: CanvasMenuKind, id: string): Drawing;
}

export function useLanes(
  { on, set }: LanesSwitch,
  definition: Definition,
  closed: ReadonlySet<string>,
): CanvasLanes {
  const [drawer] = useState(() => new LanesDrawer());
  const seen = useCallback(
    (one: Definition) => (on ? drawer.draw(one, closed) : undefined),
    [on, drawer, closed],
  );
  const view = useMemo(() => seen(definition), [seen, definition]);
  const pick = useCallback(
    (drawing: Drawing, menu: CanvasMenuKind, id: string) => {
      const lanes = seen(drawing.definition);
      return lanes ? chosenInLanes(drawing, lanes, menu, id) : chosen(drawing, menu, id);
    },
    [seen],
  );
  return useMemo(() => ({ on, set, view, seen, pick }), [on, set, view, seen, pick]);
}
