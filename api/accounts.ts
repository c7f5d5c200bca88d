/** Accounts and the roles their people hold: made and changed by administrators, of whom one always stays. */
import type { z } from 'zod';
import type { AccountRoles, Account as Shown } from '../contract/api/sessions.ts';
import type { Account, Holders, Organisation, Person, Store } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { type HeldRole, heldRoles } from './held-roles.ts';
import { notFound, Problem } from './problem.ts';

type Roles = z.output<typeof AccountRoles>['roles'];

/** Roles that administrators give; others of the organisation are left as they are. */
const GIVEN = ['coordinator', 'supporter', 'manager', 'administrator'] as const;

export async function ownAccount(store: Store, org: string, person: string): Promise<Account> {
  const found = await store.accounts.get(person);
  if (found?.org !== org) throw notFound('account', person, 'person');
  return found;
}

export function shownAccount(
  account: Account,
  person: Person | undefined,
  organisation: Organisation,
): z.input<typeof Shown> {
  const { createdAt, lastSignInAt, disabledAt, mustChange } = account;
  return {
    person: account.person,
    ...(person?.name === undefined ? {} : { name: person.name }),
    ...(person?.mail === undefined ? {} : { mail: person.mail }),
    roles: heldRoles(organisation, account.person),
    disabled: disabledAt !== undefined,
    mustChangePassword: mustChange === true,
    createdAt,
    ...(lastSignInAt === undefined ? {} : { lastSignInAt }),
  };
}

export async function organisationOf(store: Store, org: string): Promise<Organisation> {
  const found = await store.organisations.get(org);
  if (!found) throw notFound('organisation', org);
  return found;
}

/** Changes the organisation as often as it takes for nobody to have come between. */
export async function changeOrganisation(
  { store }: Pick<Deps, 'store'>,
  org: string,
  change: (organisation: Organisation) => Organisation,
): Promise<Organisation> {
  for (;;) {
    const changed = change(await organisationOf(store, org));
    if (await store.organisations.save(changed)) return changed;
  }
}

/** Gives a person exactly these roles; whoever held one before stays before them. Throws when no administrator would be left. */
export async function giveRoles(
  deps: Pick<Deps, 'store'>,
  org: string,
  person: string,
  roles: Roles,
): Promise<Organisation> {
  const active = await activeAccounts(deps.store, org);
  return changeOrganisation(deps, org, (organisation) => {
    needTeams(roles, organisation.teams);
    const changed = {
      ...organisation,
      roles: held(
        organisation.roles,
        person,
        roles.filter(({ team }) => team === undefined),
      ),
      teams: organisation.teams.map((team) => ({
        ...team,
        roles: held(
          team.roles,
          person,
          roles.filter((one) => one.team === team.id),
        ),
      })),
    };
    needAdministrator(changed, active);
    return changed;
  });
}

/** Throws NOT_FOUND for a team that is not there. */
export function needTeams(roles: readonly HeldRole[], teams: Organisation['teams']): void {
  const unknown = roles.find(({ team }) => team !== undefined && !teams.some(({ id }) => id === team));
  if (unknown?.team) throw notFound('team', unknown.team, 'roles');
}

function held(holders: Holders, person: string, roles: HeldRole[]): Holders {
  const changed = GIVEN.flatMap((role): [string, string[]][] => {
    const before = holders[role] ?? [];
    const wanted = roles.some((one) => one.role === role);
    if (wanted === before.includes(person)) return [];
    return [[role, wanted ? [...before, person] : before.filter((id) => id !== person)]];
  });
  return { ...holders, ...Object.fromEntries(changed) };
}

export async function activeAccounts(store: Store, org: string): Promise<string[]> {
  const all = await store.accounts.list(org);
  return all.filter(({ disabledAt }) => disabledAt === undefined).map(({ person }) => person);
}

/** Throws INVALID_STATE when nobody with an account could administer any more. */
export function needAdministrator({ roles }: Pick<Organisation, 'roles'>, active: string[]): void {
  if (!roles.administrator?.some((person) => active.includes(person)))
    throw new Problem('INVALID_STATE', 'Somebody has to stay administrator of the whole organisation', {
      path: 'roles',
    });
}
