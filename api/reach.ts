/** Which initiatives a caller reaches: all of them, or those of the teams they hold a role in and those they take part in. */
import type { Deps } from './deps.ts';
import { mayIn, teamsFor } from './held-roles.ts';
import { type Action, may, ROLES } from './permissions.ts';
import { notFound, Problem } from './problem.ts';
import type { Caller } from './route.ts';

interface Reaching {
  deps: Pick<Deps, 'store'>;
  caller: Caller;
}

/** For lists: nothing when the caller reaches everything, else the ids of what they reach. */
export async function withinReach(
  { deps, caller }: Reaching,
  action: Action,
): Promise<{ initiatives?: string[] }> {
  const teams = teamsFor(caller.roles, action);
  if (teams === undefined) return {};
  return { initiatives: await deps.store.initiatives.reachable(caller.org, teams, caller.person) };
}

/** For lists of what goes on around somebody: the initiatives in which they have a role. All of these they reach. */
export async function whereAround({ deps, caller }: Reaching): Promise<{ initiatives: string[] }> {
  return { initiatives: await deps.store.initiatives.reachable(caller.org, [], caller.person) };
}

/**
 * Whether the caller may do it with what belongs to an initiative. A rehearsal is everybody's; what belongs to no initiative
 * takes a role in the whole organisation; who takes part in an initiative may do there what their role in it may.
 */
export async function reaches(
  { deps, caller }: Reaching,
  action: Action,
  { initiative, world }: { initiative?: string; world?: string },
): Promise<boolean> {
  if (world !== undefined || mayIn(caller.roles, action, undefined)) return true;
  if (initiative === undefined) return false;
  const home = await deps.store.initiatives.home(initiative);
  if (!home) return false;
  if (home.team !== undefined && mayIn(caller.roles, action, home.team)) return true;
  const { person } = caller;
  const parts = Object.keys(home.roles).filter((role) => person && home.roles[role]?.includes(person));
  // Roles of one initiative that give no access by themselves (a guide, a deputy) count as a supporter's.
  return parts.some((role) => may((ROLES as readonly string[]).includes(role) ? role : 'supporter', action));
}

/** Throws NOT_FOUND where the caller may not even read, else PERMISSION_DENIED. */
export async function needReach(
  reaching: Reaching,
  action: Action,
  read: Action,
  about: { id: string; what: string; initiative?: string; world?: string },
): Promise<void> {
  if (await reaches(reaching, action, about)) return;
  if (action === read || !(await reaches(reaching, read, about)))
    throw notFound(about.what, about.id, about.what);
  throw new Problem('PERMISSION_DENIED', `Your roles in this team do not allow this (${action})`);
}
