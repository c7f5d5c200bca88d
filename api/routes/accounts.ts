/** Routes of accounts and teams: who can sign in, in which roles, in which teams. */
import { z } from 'zod';
import {
  Account,
  AccountMade,
  AccountRoles,
  Accounts,
  NewAccount,
  PasswordMade,
  PersonErased,
  PersonErasure,
  Team,
  TeamNamed,
  Teams,
} from '../../contract/api/sessions.ts';
import {
  activeAccounts,
  changeOrganisation,
  giveRoles,
  needAdministrator,
  needTeams,
  organisationOf,
  ownAccount,
  shownAccount,
} from '../accounts.ts';
import { erasePerson } from '../erase-person.ts';
import { freshPassword, hashPassword } from '../password.ts';
import { Problem } from '../problem.ts';
import { type Call, handOf, route } from '../route.ts';

const One = z.object({ person: z.string() });
type Calling = Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller'>;

export const accountRoutes = [
  route({
    id: 'accounts.list',
    method: 'get',
    path: '/accounts',
    action: 'account.read',
    summary: 'Who can sign in, and the roles they hold.',
    answer: Accounts,
    async handle({ caller, deps: { store } }) {
      const [organisation, all] = await Promise.all([
        organisationOf(store, caller.org),
        store.accounts.list(caller.org),
      ]);
      const people = await store.people.getMany(all.map(({ person }) => person));
      return {
        items: all.map((account) =>
          shownAccount(
            account,
            people.find(({ id }) => id === account.person),
            organisation,
          ),
        ),
      };
    },
  }),
  route({
    id: 'accounts.add',
    method: 'post',
    path: '/accounts',
    action: 'account.write',
    summary:
      'Gives somebody an account. Its first password is in the answer, this once, and has to be changed.',
    body: NewAccount,
    answer: AccountMade,
    status: 201,
    keepsNoAnswer: true,
    handle: add,
  }),
  route({
    id: 'accounts.roles',
    method: 'put',
    path: '/accounts/:person/roles',
    action: 'account.write',
    summary: 'Sets the roles somebody holds, in the whole organisation or in teams.',
    params: One,
    body: AccountRoles,
    answer: Account,
    async handle(call) {
      const { params, body, caller, deps } = call;
      await ownAccount(deps.store, caller.org, params.person);
      await giveRoles(deps, caller.org, params.person, body.roles);
      await record(call, 'account.roles', params.person, {
        roles: body.roles.map(({ role, team }) => (team ? `${role}@${team}` : role)).join(' '),
      });
      return read(call, params.person);
    },
  }),
  route({
    id: 'accounts.disable',
    method: 'post',
    path: '/accounts/:person/disable',
    action: 'account.write',
    summary: 'Closes an account: its sessions end at once; what the person has to do stays theirs.',
    params: One,
    answer: Account,
    async handle(call) {
      const { caller, deps } = call;
      const { person } = call.params;
      await ownAccount(deps.store, caller.org, person);
      const active = await activeAccounts(deps.store, caller.org);
      needAdministrator(
        await organisationOf(deps.store, caller.org),
        active.filter((one) => one !== person),
      );
      await deps.store.accounts.disable(caller.org, person, deps.clock());
      await deps.store.sessions.endAll(person);
      await record(call, 'account.disabled', person);
      return read(call, person);
    },
  }),
  route({
    id: 'accounts.enable',
    method: 'post',
    path: '/accounts/:person/enable',
    action: 'account.write',
    summary: 'Opens a closed account again.',
    params: One,
    answer: Account,
    async handle(call) {
      const { caller, deps } = call;
      const { person } = call.params;
      await ownAccount(deps.store, caller.org, person);
      await deps.store.accounts.enable(caller.org, person);
      await record(call, 'account.enabled', person);
      return read(call, person);
    },
  }),
  route({
    id: 'accounts.erase',
    method: 'post',
    path: '/accounts/:person/erasure',
    action: 'person.erase',
    summary:
      'Erases a colleague for good: name and addresses, the way in, and what they said about processes. Their id stays where they did something.',
    params: One,
    body: PersonErasure,
    answer: PersonErased,
    async handle(call) {
      const { caller, deps } = call;
      const { person } = call.params;
      await ownAccount(deps.store, caller.org, person);
      if (person === caller.person)
        throw new Problem('INVALID_STATE', 'Expected a colleague: nobody erases themselves', {
          path: 'person',
        });
      await giveRoles(deps, caller.org, person, []);
      await deps.store.sessions.endAll(person);
      await erasePerson(deps, caller.org, person);
      await deps.store.accounts.remove(caller.org, person);
      await record(call, 'person.erased', person);
      return { person };
    },
  }),
  route({
    id: 'accounts.resetPassword',
    method: 'post',
    path: '/accounts/:person/password',
    action: 'account.write',
    summary: 'Gives somebody who forgot theirs a new password, told this once; it has to be changed.',
    params: One,
    answer: PasswordMade,
    keepsNoAnswer: true,
    async handle(call) {
      const { caller, deps } = call;
      const { person } = call.params;
      await ownAccount(deps.store, caller.org, person);
      const password = freshPassword();
      await deps.store.accounts.setPassword(person, await hashPassword(password), true);
      await deps.store.sessions.endAll(person);
      await record(call, 'account.password', person);
      return { person, password };
    },
  }),
  route({
    id: 'teams.list',
    method: 'get',
    path: '/teams',
    action: 'person.read',
    summary: 'Teams, and who holds which role in them.',
    answer: Teams,
    async handle({ caller, deps }) {
      return { items: (await organisationOf(deps.store, caller.org)).teams };
    },
  }),
  route({
    id: 'teams.set',
    method: 'put',
    path: '/teams/:team',
    action: 'account.write',
    summary: 'Makes a team, or gives it another name.',
    params: z.object({
      team: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Expected letters, digits and hyphens'),
    }),
    body: TeamNamed,
    answer: Team,
    async handle({ params, body, caller, deps }) {
      const { teams } = await changeOrganisation(deps, caller.org, (organisation) => {
        const rest = organisation.teams.filter(({ id }) => id !== params.team);
        const before = organisation.teams.find(({ id }) => id === params.team);
        return {
          ...organisation,
          teams: [...rest, { id: params.team, roles: before?.roles ?? {}, name: body.name }],
        };
      });
      return teams.find(({ id }) => id === params.team);
    },
  }),
];

async function add(call: Call<unknown, unknown, z.output<typeof NewAccount>>) {
  const { body, caller, deps, id } = call;
  const { store, clock } = deps;
  const { name, mail, phone, language, roles } = body;
  const { teams } = await organisationOf(store, caller.org);
  needTeams(roles, teams);
  const person = `per_${id}`;
  const password = freshPassword();
  const account = {
    person,
    org: caller.org,
    passwordHash: await hashPassword(password),
    mustChange: true,
    createdAt: clock(),
  };
  if (await store.accounts.create(account, mail)) await record(call, 'account.added', person);
  // The same request again, after an answer that never arrived: only its password is another.
  else if (await store.accounts.get(person))
    await store.accounts.setPassword(person, account.passwordHash, true);
  else
    throw new Problem('ALREADY_EXISTS', 'Somebody signs in with this mail address already', { path: 'mail' });
  await store.people.create({
    id: person,
    org: caller.org,
    name,
    mail,
    ...(phone ? { phone } : {}),
    side: 'us',
    language,
    channel: 'mail',
  });
  if (roles.length > 0) await giveRoles(deps, caller.org, person, roles);
  return { ...(await read(call, person)), password };
}

async function read({ caller, deps: { store } }: Calling, person: string) {
  const [account, who, organisation] = await Promise.all([
    ownAccount(store, caller.org, person),
    store.people.get(person),
    organisationOf(store, caller.org),
  ]);
  return shownAccount(account, who, organisation);
}

async function record(
  { caller, deps: { store, clock } }: Calling,
  action: string,
  about: string,
  detail?: Record<string, string>,
): Promise<void> {
  await store.audit.add({
    org: caller.org,
    at: clock(),
    by: handOf(caller),
    action,
    about,
    ...(detail ? { detail } : {}),
  });
  await store.changes.add({ org: caller.org, kind: 'organisation', id: caller.org, rows: [] });
}
