/** A secret by its name, for the addresses it was given for and no others. */
import type { Deps } from '../deps.ts';
import { lasting } from '../failures.ts';

/** Fails with UNKNOWN_SECRET or SECRET_ELSEWHERE (non-retryable). */
export async function secretFor(deps: Deps, org: string, name: string, { origin }: URL): Promise<string> {
  const found = await deps.store.secrets.open(org, name);
  if (!found) throw lasting('UNKNOWN_SECRET', `Expected a secret named '${name}', but there is none`);
  if (!found.origins.includes(origin))
    throw lasting(
      'SECRET_ELSEWHERE',
      `The secret '${name}' is for ${found.origins.join(', ')}, not for ${origin}`,
    );
  return found.value;
}
