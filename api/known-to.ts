/** What checks may know besides the definition: which processes an organisation published, and what work can be done. */
import type { Definition } from '../contract/index.ts';
import type { Known } from '../core/check/index.ts';
import type { Deps } from './deps.ts';

/**
 * @param definition counts as published: once it is, it may call itself
 * @param published what the organisation published, where that was read already
 */
export async function knownTo(
  { store, jobs }: Pick<Deps, 'store' | 'jobs'>,
  org: string,
  definition: Definition,
  published?: readonly { process: string }[],
): Promise<Known> {
  const others = published ?? (await store.versions.list(org));
  return { processes: [...others.map(({ process }) => process), definition.id], jobs };
}
