/** Adds a block from the palette; where somebody sees lanes, it is for the role of the lane it comes in. */
import { useCallback } from 'react';
import { type ActionInput, type Drawing, perform } from '../actions/index.ts';
import type { Editor } from '../canvas/use-editor.ts';
import { givenToLane } from './in-lanes.ts';
import { laneOf } from './lane-of.ts';
import { useLanesSwitch } from './lanes-switch.ts';

type Adding = 'append' | 'insert' | 'add';

export function useAdding(editor: Pick<Editor, 'together'>, person: string) {
  const { on } = useLanesSwitch(person);
  const { together } = editor;
  return useCallback(
    <Id extends Adding>(id: Id, input: ActionInput<Id>): Drawing =>
      together((now) => {
        const next = perform(now, id, input);
        return on ? givenToLane(now, next, laneBefore(now)) : next;
      }),
    [together, on],
  );
}

/** The lane of what is selected; of an arrow that of where it leaves. */
function laneBefore({ definition, selection }: Drawing): string | undefined {
  const from = definition.flows.find(({ id }) => id === selection.flows[0])?.from;
  const id = selection.elements[0] ?? from;
  const part = definition.elements.find((one) => one.id === id)?.parent;
  return id === undefined || part !== undefined ? undefined : laneOf(definition).get(id);
}
