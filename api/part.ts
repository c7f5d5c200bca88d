/** Whose part somebody plays in a rehearsal, and the name under which they act elsewhere. */
import type { World } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import type { Caller } from './route.ts';

export interface Part {
  person?: string;
  /** What that person holds in the world. */
  roles: string[];
}

/** Somebody of a world: by a role, or by who they are. Throws INVALID_ARGUMENT at `path` for who is not in it. */
export async function somebodyIn(
  { store }: Pick<Deps, 'store'>,
  { id, org, roles }: Pick<World, 'id' | 'org' | 'roles'>,
  named: string,
  path: string,
): Promise<string> {
  const holder = roles[named]?.[0];
  if (holder !== undefined) return holder;
  // Who registered in the world belongs to it, though it gave them no role beforehand.
  const known = await store.people.get(named);
  if (known?.org === org && known.world === id) return named;
  throw new Problem(
    'INVALID_ARGUMENT',
    `Expected somebody of '${id}' or one of its roles (${Object.keys(roles).join(', ')}), got '${named}'`,
    { path },
  );
}

/** The part a caller says they play (a role or a person of the world), else the one whose role they hold themselves. */
export async function partIn(
  deps: Pick<Deps, 'store'>,
  { part, role, org }: Caller,
  worldId: string,
): Promise<Part> {
  const world = await deps.store.worlds.get(worldId);
  if (world?.org !== org) return { roles: [] };
  const { roles } = world;
  const person =
    part === undefined ? roles[role]?.[0] : await somebodyIn(deps, world, part, 'Rehearsal-Part');
  if (person === undefined) return { roles: [] };
  return { person, roles: Object.keys(roles).filter((one) => roles[one]?.includes(person)) };
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
