/** Signing in: limited per account and address, the same answer and the same work for accounts that are not there. */
import type { Account, Limit, Session } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { isPassword } from './password.ts';
import { Problem } from './problem.ts';

const QUARTER = 15 * 60_000;
/** Wrong ones for one account from one address. */
const PER_ACCOUNT: Limit = { most: 5, withinMs: QUARTER };
/** All from one address, whichever the accounts. */
const PER_ADDRESS: Limit = { most: 100, withinMs: QUARTER };

type Needs = Pick<Deps, 'store' | 'clock'>;

export interface SignInAsked {
  email: string;
  password: string;
  address: string;
  /** The session the browser had: signing in ends it. */
  secret?: string;
}

/** Throws UNAUTHENTICATED, or TOO_MANY_TRIES with the time to wait. */
export async function signIn(
  deps: Needs,
  { email, password, address, secret }: SignInAsked,
): Promise<{ secret: string; session: Session; account: Account }> {
  const { store, clock } = deps;
  const at = clock();
  const login = store.accounts.loginOf(email);
  const account = await store.accounts.findByMail(email);
  const from = store.accounts.addressOf(address);
  const record = (action: string) =>
    store.audit.add({
      org: account?.org ?? '*',
      at,
      by: account?.person ?? 'unknown',
      action,
      about: account?.person ?? login,
      detail: { from },
    });
  const limits: [string, Limit][] = [
    [`sign-in/${login}/${from}`, PER_ACCOUNT],
    [`sign-in/*/${from}`, PER_ADDRESS],
  ];
  for (const [name, limit] of limits) {
    const wait = await store.tries.take(name, limit, at);
    if (wait > 0) {
      await record('session.throttled');
      throw new Problem('TOO_MANY_TRIES', 'Too many tries. Wait a quarter of an hour and try again.', {
        headers: { 'Retry-After': String(Math.ceil(wait / 1000)) },
      });
    }
  }
  const right = await isPassword(account?.disabledAt ? undefined : account?.passwordHash, password);
  if (!right || !account) {
    await record('session.refused');
    throw new Problem('UNAUTHENTICATED', 'This mail address and password do not belong together.');
  }
  await store.tries.forget(`sign-in/${login}/${from}`);
  if (secret) await store.sessions.end(secret);
  const started = await store.sessions.start(account, at);
  await store.accounts.signedIn(account.person, at);
  await record('session.opened');
  return { ...started, account };
}
