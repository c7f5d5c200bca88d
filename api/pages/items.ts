/** What a reader may touch: work and commitments of theirs, or that are offered to them; nothing of anybody else. */
import type { CommitmentView, TaskView } from '../../contract/index.ts';
import type { Placed } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import type { Opened } from './opened.ts';

export interface Items {
  tasks: Placed<TaskView>[];
  commitments: Placed<CommitmentView>[];
}

export async function itemsOf({ store }: Deps, { instances, organisation }: Opened): Promise<Items> {
  const all = await Promise.all(
    instances.map(async ({ instance }) => ({
      tasks: await store.rows.tasks({ org: organisation.id, instance, limit: 500 }),
      commitments: await store.rows.commitments({ org: organisation.id, instance, limit: 500 }),
    })),
  );
  return {
    tasks: all.flatMap(({ tasks }) => tasks),
    commitments: all.flatMap(({ commitments }) => commitments),
  };
}

const rolesOf = ({ initiative, person }: Opened): string[] =>
  Object.entries(initiative?.roles ?? {}).flatMap(([role, holders]) =>
    holders.includes(person.id) ? [role] : [],
  );

/** Owned, taken on, offered, or open to a role of theirs. A conversation is the other's to close. */
export function isTheirTask(opened: Opened, task: TaskView): boolean {
  const { id } = opened.person;
  if (task.owner === id || task.claimed === id || task.offered?.to === id) return true;
  return task.meeting === undefined && task.roles.some((role) => rolesOf(opened).includes(role));
}

/** Initiators carry theirs together. */
export function isTheirCommitment(opened: Opened, { owner, side, offered }: CommitmentView): boolean {
  const { id } = opened.person;
  return owner === id || offered?.to === id || (side === 'initiator' && opened.side === 'initiator');
}

export const isOpen = ({ status }: CommitmentView): boolean => status !== 'done' && status !== 'dropped';

export type Touched =
  | { kind: 'task'; task: Placed<TaskView> }
  | { kind: 'commitment'; commitment: Placed<CommitmentView> };

/** The item by its key, or by the name that messages know it by: then the one that is open, or the last. Only when it is theirs. */
export function touched(
  opened: Opened,
  { tasks, commitments }: Items,
  instance: string,
  item: string,
): Touched | undefined {
  const commitment = commitments.find((one) => one.instance === instance && one.commitment === item);
  if (commitment)
    return isTheirCommitment(opened, commitment) ? { kind: 'commitment', commitment } : undefined;
  const here = tasks.filter((one) => one.instance === instance);
  const named = here.filter(({ name }) => name === item);
  const byName = named.find(({ state }) => state === 'open') ?? named.at(-1);
  const task = here.find(({ key }) => key === item) ?? byName;
  return task && isTheirTask(opened, task) ? { kind: 'task', task } : undefined;
}

/** Grows with everything that happens in the initiative. */
export const seenOf = ({ instances }: Opened): string => instances.map(({ n }) => n).join('.');
