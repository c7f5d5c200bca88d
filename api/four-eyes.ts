/** Whether a second person has to approve a process before it is in use: a setting of the organisation, for all or for some. */
import type { Deps } from './deps.ts';
import { notFound } from './problem.ts';

export interface FourEyes {
  all: boolean;
  processes: string[];
}

export async function fourEyesOf({ store }: Pick<Deps, 'store'>, org: string): Promise<FourEyes> {
  return (await store.organisations.get(org))?.fourEyes ?? { all: false, processes: [] };
}

export async function needsApproval(
  deps: Pick<Deps, 'store'>,
  org: string,
  process: string,
): Promise<boolean> {
  const { all, processes } = await fourEyesOf(deps, org);
  return all || processes.includes(process);
}

/** Over whatever else is saved of the organisation at the same moment. */
export async function chooseFourEyes(
  { store }: Pick<Deps, 'store'>,
  org: string,
  { all, processes }: FourEyes,
): Promise<FourEyes> {
  const fourEyes = { all, processes: [...new Set(processes)].sort() };
  for (;;) {
    const organisation = await store.organisations.get(org);
    if (!organisation) throw notFound('organisation', org);
    if (await store.organisations.save({ ...organisation, fourEyes })) return fourEyes;
  }
}
