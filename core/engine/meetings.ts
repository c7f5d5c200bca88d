import type { Instant } from '../calendar/index.ts';
import type { ElementInstance, Key, Task } from '../state.ts';
import { sideOf } from './compiled.ts';
import { makeNote, tell } from './notes.ts';
import { leaderOf } from './people.ts';
import { taskElement } from './task-element.ts';
import type { Work } from './work.ts';

/** Sets or moves the moment of a meeting and invites everybody who takes part. */
export function planMeeting(w: Work, key: Key, meeting: { at: Instant; place?: string }): void {
  const inst = w.active(key);
  if (!inst?.task) return;
  const sequence = inst.task.meeting === undefined ? 0 : inst.task.meeting.sequence + 1;
  const planned = w.patch(key, {
    task: { ...inst.task, meeting: { ...meeting, sequence } },
  });
  w.fact({
    type: 'meeting.planned',
    element: inst.element,
    key,
    moment: meeting.at,
    ...(meeting.place === undefined ? {} : { place: meeting.place }),
    sequence,
  });
  if (inst.task.name in w.state.plans) delete w.own('plans')[inst.task.name];
  inviteTo(w, planned);
}

/** Calendar entries to everybody who takes part; a moved one keeps its uid and counts its sequence. */
export function inviteTo(w: Work, inst: ElementInstance, cancelled = false): void {
  const task = inst.task as Task;
  const meeting = task.meeting;
  const element = inst.d < 0 ? undefined : taskElement(w, inst);
  if (!meeting) return;
  const process = w.process(Math.max(inst.d, 0));
  const minutes = element?.meeting?.minutes ?? 60;
  const what = cancelled ? 'cancelled' : meeting.sequence > 0 ? 'moved' : 'planned';
  const seen = new Set<string>();
  for (const role of task.roles) {
    const person =
      role === task.roles[0] && task.owner !== undefined && task.side === sideOf(process, role)
        ? task.owner
        : leaderOf(w.state, role);
    if (person === undefined || seen.has(person)) continue;
    seen.add(person);
    tell(
      w,
      makeNote(w, {
        item: task.name,
        round: task.round,
        what: `invite.${meeting.sequence}${cancelled ? '.cancelled' : ''}`,
        to: person,
        role,
        side: sideOf(process, role),
        kind: 'invite',
        text: `std:meeting.${what}`,
        data: {
          name: (element?.name ?? task.name) as string,
          meeting: {
            at: meeting.at,
            minutes,
            ...(meeting.place === undefined ? {} : { place: meeting.place }),
          },
        },
        invite: {
          uid: `${w.state.instance}.${inst.key}`,
          sequence: meeting.sequence + (cancelled ? 1 : 0),
          at: meeting.at,
          minutes,
          ...(meeting.place === undefined ? {} : { place: meeting.place }),
          ...(cancelled ? { cancelled: true } : {}),
        },
      }),
    );
  }
}
