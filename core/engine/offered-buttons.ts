// Buttons for what may happen at any time beside the work: event sub-processes that wait and say who may begin them.
import type { ElementOf } from '../../contract/index.ts';
import type { State, Subscription } from '../state.ts';
import type { Compiled } from './compiled.ts';
import { holdersOf } from './people.ts';

export interface OfferedButton {
  /** Of its subscription. */
  id: string;
  waits: Subscription & { on: 'start' };
  start: ElementOf<'startEvent'> & { button: string };
}

/** All that are offered now, the oldest first; to one person where one is given. */
export function offeredButtons(
  state: State,
  process: (d: number) => Compiled | undefined,
  person?: string,
): OfferedButton[] {
  return Object.entries(state.subscriptions ?? {})
    .sort(([, a], [, b]) => a.n - b.n)
    .flatMap(([id, waits]): OfferedButton[] => {
      if (waits.on !== 'start' || waits.kind !== 'message') return [];
      const start = [...(process(waits.d)?.elements.values() ?? [])].find(
        (e): e is OfferedButton['start'] =>
          e.type === 'startEvent' && e.parent === waits.element && e.button !== undefined,
      );
      if (!start) return [];
      const isTheirs =
        person === undefined || (start.by ?? []).some((role) => holdersOf(state, role).includes(person));
      return isTheirs ? [{ id, waits, start }] : [];
    });
}
