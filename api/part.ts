/** Whose part somebody plays in a rehearsal, and the name under which they act elsewhere. */
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import type { Caller } from './route.ts';

export interface Part {
  person?: string;
  /** What that person holds in the world. */
  roles: string[];
}

/**
 * The part a caller says they play (a role or a person of the world), else the one whose role they hold themselves.
 * Throws INVALID_ARGUMENT for who is not in the world.
 */
export async function partIn(
  { store }: Pick<Deps, 'store'>,
  { part, role, org }: Caller,
  worldId: string,
): Promise<Part> {
  const world = await store.worlds.get(worldId);
  const roles = world?.org === org ? world.roles : {};
  const of = (person: string | undefined): Part =>
    person === undefined
      ? { roles: [] }
      : { person, roles: Object.keys(roles).filter((one) => roles[one]?.includes(person)) };
  if (part === undefined) return of(roles[role]?.[0]);
  const named = roles[part]?.[0];
  if (named !== undefined) return of(named);
  // Who registered in the world belongs to it, though it gave them no role beforehand.
  const known = await store.people.get(part);
  if (known?.org === org && known.world === worldId) return of(part);
  throw new Problem('INVALID_ARGUMENT', `Expected somebody of '${worldId}', got '${part}'`, {
    path: 'Rehearsal-Part',
  });
}

/** A system acts under its own name, which no role holds. */
export const signed = ({ person, token }: Caller): string => person ?? `token:${token.slice(0, 12)}`;

/** Outside a rehearsal nobody plays a part. */
export function needOwnName({ part }: Caller): void {
  if (part !== undefined)
    throw new Problem(
      'INVALID_ARGUMENT',
      'Expected something of a rehearsal: elsewhere nobody plays a part',
      {
        path: 'Rehearsal-Part',
      },
    );
}
