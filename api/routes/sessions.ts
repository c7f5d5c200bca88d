/** Routes of sessions: signing in and out, who one is, and another password. */
import { z } from 'zod';
import { Me, NewPassword, SignedOut, SignIn } from '../../contract/api/sessions.ts';
import { IDLE_MS, type Look } from '../../store/index.ts';
import { mayAnywhere } from '../held-roles.ts';
import { mailLook, pageLook, shownLook } from '../look/shown-look.ts';
import { hashPassword, isPassword } from '../password.ts';
import { type Action, may, permissions } from '../permissions.ts';
import { Problem } from '../problem.ts';
import { type Call, type Caller, Reply, route } from '../route.ts';
import { csrfOf, noSessionCookie, sessionCookie } from '../session-cookie.ts';
import { signIn } from '../sign-in.ts';

export const sessionRoutes = [
  route({
    id: 'sessions.open',
    method: 'post',
    path: '/session',
    action: 'session.open',
    summary: 'Signs in with mail address and password: sets the cookie of a new session.',
    body: SignIn,
    problems: ['TOO_MANY_TRIES'],
    answer: z.object({ signedIn: z.literal(true), mustChangePassword: z.boolean() }),
    async handle({ body, asked, deps }) {
      const { secret, account } = await signIn(deps, { ...body, ...asked });
      return new Reply(
        { signedIn: true, mustChangePassword: account.mustChange === true },
        { 'Set-Cookie': sessionCookie(deps.installation, secret) },
      );
    },
  }),
  route({
    id: 'sessions.me',
    method: 'get',
    path: '/me',
    action: 'session.read',
    summary:
      'Who asks: person, roles, teams, language, what they may, and the token against forged requests.',
    answer: Me,
    handle: ({ caller, deps }) => me(deps, caller),
  }),
  route({
    id: 'sessions.end',
    method: 'delete',
    path: '/session',
    action: 'session.end',
    summary: 'Signs out here.',
    answer: SignedOut,
    async handle({ caller, deps }) {
      if (caller.session) await deps.store.sessions.end(caller.session.secret);
      return new Reply(
        { ended: caller.session ? 1 : 0 },
        { 'Set-Cookie': noSessionCookie(deps.installation) },
      );
    },
  }),
  route({
    id: 'sessions.endAll',
    method: 'delete',
    path: '/sessions',
    action: 'session.end',
    summary: 'Signs out everywhere.',
    answer: SignedOut,
    async handle({ caller, deps }) {
      const ended = caller.person === undefined ? 0 : await deps.store.sessions.endAll(caller.person);
      return new Reply({ ended }, { 'Set-Cookie': noSessionCookie(deps.installation) });
    },
  }),
  route({
    id: 'sessions.changePassword',
    method: 'post',
    path: '/password',
    action: 'password.change',
    summary: 'Chooses another password of at least 12 characters; every other session ends.',
    body: NewPassword,
    answer: Me,
    problems: ['TOO_MANY_TRIES'],
    handle: changePassword,
  }),
];

function ownLook(look: Look): z.input<typeof Me>['organisation']['look'] {
  const { accent } = shownLook(look);
  return {
    ...(accent ? { accent: { light: accent.light.colour, dark: accent.dark.colour } } : {}),
    ...pageLook(look),
  };
}

async function me(
  deps: Call<unknown, unknown, unknown>['deps'],
  caller: Caller,
): Promise<z.input<typeof Me>> {
  const { store } = deps;
  const [organisation, look, person] = await Promise.all([
    store.organisations.get(caller.org),
    store.looks.get(caller.org),
    caller.person === undefined ? undefined : store.people.get(caller.person),
  ]);
  if (!organisation)
    throw new Problem('UNAUTHENTICATED', 'Expected a session of an organisation that exists');
  const { id, name, zone, language, teams } = organisation;
  const { session, roles, mustChange } = caller;
  const inAll = roles.some(({ team }) => team === undefined);
  const mine = new Set(roles.map(({ team }) => team));
  return {
    ...(person
      ? {
          person: {
            id: person.id,
            language: person.language,
            ...(person.name === undefined ? {} : { name: person.name }),
            ...(person.mail === undefined ? {} : { mail: person.mail }),
          },
        }
      : {}),
    organisation: {
      id,
      name,
      zone,
      language,
      mailFrom: deps.installation.mail,
      ...(look ? { look: ownLook(look), mailLook: mailLook(look, deps.installation.publicUrl) } : {}),
    },
    roles: [...roles],
    teams: teams
      .filter((team) => inAll || mine.has(team.id))
      .map((team) => ({ id: team.id, name: team.name })),
    language: person?.language ?? language,
    may: (Object.keys(permissions) as Action[]).filter(
      (action) => (session && may('newcomer', action)) || (mayAnywhere(roles, action) && !mustChange),
    ),
    ...(session
      ? {
          csrf: csrfOf(session.secret),
          session: {
            idleAt: new Date(Date.parse(session.usedAt) + IDLE_MS).toISOString(),
            endsAt: session.endsAt,
          },
        }
      : {}),
    mustChangePassword: mustChange === true,
  };
}

/** Wrong guesses of the current password count as tries of signing in. */
async function changePassword(call: Call<unknown, unknown, z.output<typeof NewPassword>>): Promise<Reply> {
  const { caller, deps, body, asked } = call;
  const { store, clock } = deps;
  const { person, session } = caller;
  const account = person === undefined ? undefined : await store.accounts.get(person);
  if (!person || !account || !session)
    throw new Problem('INVALID_STATE', 'Expected a session: only who signed in has a password to change');
  const tries = `password/${person}/${store.accounts.addressOf(asked.address)}`;
  const wait = await store.tries.take(tries, { most: 5, withinMs: 15 * 60_000 }, clock());
  if (wait > 0)
    throw new Problem('TOO_MANY_TRIES', 'Too many tries. Wait a quarter of an hour and try again.', {
      headers: { 'Retry-After': String(Math.ceil(wait / 1000)) },
    });
  if (!(await isPassword(account.passwordHash, body.current)))
    throw new Problem('INVALID_ARGUMENT', 'This is not your password of now', { path: 'current' });
  if (body.password === body.current)
    throw new Problem('INVALID_ARGUMENT', 'Expected another password than the one of now', {
      path: 'password',
    });
  await store.tries.forget(tries);
  await store.accounts.setPassword(person, await hashPassword(body.password), false);
  await store.sessions.endAll(person);
  const started = await store.sessions.start(account, clock());
  await store.audit.add({
    org: caller.org,
    at: clock(),
    by: person,
    action: 'password.changed',
    about: person,
  });
  const { id, usedAt, endsAt } = started.session;
  const fresh = { secret: started.secret, id, usedAt, endsAt };
  const { mustChange: _, ...rest } = caller;
  return new Reply(await me(deps, { ...rest, session: fresh }), {
    'Set-Cookie': sessionCookie(deps.installation, started.secret),
  });
}
