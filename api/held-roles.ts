/** Which roles a person holds: what the organisation and its teams say, and nothing else. */
import type { Organisation } from '../store/index.ts';
import { type Action, may, ROLES, type Role } from './permissions.ts';

/** A role held in one team, or in the whole organisation. */
export interface HeldRole {
  role: string;
  team?: string;
}

/** Roles that give access; others (director, backup) are about who gets what work. */
const ACCESS: readonly Role[] = ROLES.filter((role) => role !== 'system');

export function heldRoles(
  { roles, teams }: Pick<Organisation, 'roles' | 'teams'>,
  person: string,
): HeldRole[] {
  return ACCESS.flatMap((role) => {
    if (roles[role]?.includes(person)) return [{ role }];
    return teams.flatMap((team) => (team.roles[role]?.includes(person) ? [{ role, team: team.id }] : []));
  });
}

/** Whether any of the roles allows it, in whichever team. */
export const mayAnywhere = (held: readonly HeldRole[], action: Action): boolean =>
  held.some(({ role }) => may(role, action));

/** Whether the roles allow it for what belongs to a team, or to none. */
export const mayIn = (held: readonly HeldRole[], action: Action, team: string | undefined): boolean =>
  held.some((one) => (one.team === undefined || one.team === team) && may(one.role, action));

/** Teams to which the roles restrict an action; undefined when they do not. */
export function teamsFor(held: readonly HeldRole[], action: Action): string[] | undefined {
  const allowing = held.filter(({ role }) => may(role, action));
  if (allowing.some(({ team }) => team === undefined)) return undefined;
  return allowing.flatMap(({ team }) => team ?? []);
}
