// What a chase is about as it stands now: a task or a commitment, who owns it, when it is due.
import type { Side, Text } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import { standardLadders } from '../chasing/standard-ladders.ts';
import { holdersOf } from './people.ts';
import type { Work } from './work.ts';

export interface ChasedItem {
  person?: string;
  role: string;
  side: Side;
  name: Text;
  due: Instant;
  commitment?: { id: string; text: string; owner: string; side: Side; due: string };
}

/** What a chase is about, as it stands now. */
export function chasedItem(w: Work, item: string): ChasedItem | undefined {
  const c = w.state.commitments[item];
  if (c) {
    const { id, text, owner, side, due } = c;
    return {
      person: owner,
      role: c.ownerRole ?? side,
      side,
      name: text,
      due: w.state.chases[item]?.due ?? w.at,
      commitment: { id, text, owner, side, due },
    };
  }
  const chase = w.state.chases[item];
  const inst = chase?.key === undefined ? undefined : w.active(chase.key);
  const task = inst?.task;
  if (!inst || !task) return undefined;
  const element = inst.d < 0 ? undefined : w.element(inst);
  const role =
    task.roles.find((r) => task.owner !== undefined && holdersOf(w.state, r).includes(task.owner)) ??
    (task.roles[0] as string);
  return {
    ...(task.owner === undefined ? {} : { person: task.owner }),
    role,
    side: task.side,
    name: task.label ?? element?.name ?? task.name,
    due: task.due ?? w.at,
  };
}

export const ladderOf = (w: Work, chase: { d?: number; ladder: string }) =>
  w.process(Math.max(chase.d ?? 0, 0)).ladders.get(chase.ladder) ??
  standardLadders.find((l) => l.id === chase.ladder);

export const elementOf = (c: { element?: string | undefined }) =>
  c.element === undefined ? {} : { element: c.element };
