/** What checks may know besides the definition: which processes an organisation published, and what work can be done. */
import type { Definition } from '../contract/index.ts';
import type { Known } from '../core/check/index.ts';
import type { Deps } from './deps.ts';

/** @param definition counts as published: once it is, it may call itself */
export async function knownTo(
  { store, jobs }: Pick<Deps, 'store' | 'jobs'>,
  org: string,
  definition: Definition,
): Promise<Known> {
  const published = await store.versions.list(org);
  return { processes: [...published.map(({ process }) => process), definition.id], jobs };
}
