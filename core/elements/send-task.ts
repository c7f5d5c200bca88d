// Send task: a message to people; outside the organisation at once when an act led here, else at the next message time.
import { anchorAt } from '../engine/anchors.ts';
import { type CompiledOf, sideOf } from '../engine/compiled.ts';
import { complete } from '../engine/flow.ts';
import { placedName } from '../engine/item-name.ts';
import { createJob, isAnsweredOutside } from '../engine/jobs.ts';
import { makeNote, tell, textData } from '../engine/notes.ts';
import { holdersOf, leaderOf } from '../engine/people.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const sendTask: Behaviour<'sendTask'> = {
  waits: false,
  activate(w, inst, element) {
    if (isAnsweredOutside(w, element.id))
      return createJob(w, inst, { jobType: 'send', input: {}, retries: 0 });
    tellPeople(w, inst, element);
    complete(w, inst.key);
  },
};

/** The message itself, to everybody it is for. */
export function tellPeople(w: Work, inst: ElementInstance, element: CompiledOf<'sendTask'>): void {
  const process = w.process(inst.d);
  const round = anchorAt(w.state, inst.d, element.id)?.times ?? 1;
  const data = {
    name: (element.name ?? element.id) as string,
    element: element.id,
    ...textData(w, inst.d, inst.key, element.text),
  };
  const seen = new Set<string>();
  for (const role of element.to) {
    const many = process.definition.roles.find((r) => r.id === role)?.many;
    const people = many ? holdersOf(w.state, role) : [leaderOf(w.state, role)];
    for (const to of people) {
      if (to === undefined || seen.has(to)) continue;
      seen.add(to);
      tell(
        w,
        makeNote(w, {
          item: placedName(w, element.id, inst.scope),
          round,
          what: 'message',
          to,
          role,
          side: sideOf(process, role),
          kind: element.kind,
          text: `def:${process.hash}:${element.id}`,
          data,
          ...(element.buttons ? { buttons: element.buttons } : {}),
        }),
      );
    }
  }
}
