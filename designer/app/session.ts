/** Who is at the screen, and how requests show it. The one place that knows. */
import { useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { Me as MeAnswer } from '../../contract/api/sessions.ts';
import { ask, type Method } from './api.ts';
import { partHeader, useRehearsal } from './rehearsal.ts';

export type Me = z.output<typeof MeAnswer>;

/** `unreachable`: the server did not answer, so nobody knows. */
export type Session =
  | { state: 'unknown' }
  | { state: 'unreachable' }
  | { state: 'out'; expired: boolean }
  | { state: 'in'; me: Me };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

function set(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

/** The browser brings the cookie itself; what changes something also shows that it comes from this page. */
export function credentials(method: Method): Record<string, string> {
  const csrf = session.state === 'in' && method !== 'GET' ? session.me.csrf : undefined;
  return { ...(csrf === undefined ? {} : { 'X-CSRF-Token': csrf }), ...partHeader() };
}

/** Asks the server who this is. */
export async function begin(): Promise<void> {
  try {
    const response = await fetch('/v1/me', { credentials: 'same-origin' });
    if (response.ok) set({ state: 'in', me: (await response.json()) as Me });
    else set(response.status === 401 ? { state: 'out', expired: false } : { state: 'unreachable' });
  } catch {
    set({ state: 'unreachable' });
  }
}

export type SignInProblem = 'wrong' | 'tooOften' | 'unreachable';

/** Says nothing about which of the two was wrong: the server does not either. */
export async function signIn(email: string, password: string): Promise<SignInProblem | undefined> {
  const response = await fetch('/v1/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => undefined);
  if (!response || response.status >= 500) return 'unreachable';
  if (response.status === 429) return 'tooOften';
  if (!response.ok) return 'wrong';
  await begin();
  return undefined;
}

/** The server no longer knows us: the session ended while the page was open. */
export function sessionEnded(): void {
  if (session.state === 'in') set({ state: 'out', expired: true });
}

/** Ends this session, or every session of this person. Drafts leave this browser with it. */
export async function signOut({ everywhere = false } = {}): Promise<void> {
  await fetch(everywhere ? '/v1/sessions' : '/v1/session', {
    method: 'DELETE',
    credentials: 'same-origin',
    headers: credentials('DELETE'),
  }).catch(() => undefined);
  for (const forget of forgetters) forget();
  set({ state: 'out', expired: false });
}

/** Chooses another password; the session goes on under a fresh one. Throws what the server refused. */
export async function changePassword(current: string, password: string): Promise<void> {
  set({ state: 'in', me: await ask<Me>('/password', { method: 'POST', body: { current, password } }) });
}

const forgetters = new Set<() => void>();

/** Called when somebody signs out themselves, to remove what was kept in this browser for them. */
export function onSignOut(forget: () => void): void {
  forgetters.add(forget);
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** Whoever is signed in; only below the sign-in. */
export function useMe(): Me {
  const now = useSession();
  if (now.state !== 'in') throw new Error('Expected somebody to be signed in');
  return now.me;
}

/** As whom one looks and acts: oneself, or in a rehearsal whose part one plays. */
export interface Self {
  id: string | undefined;
  roles: readonly string[];
}

export function useSelf(): Self {
  const me = useMe();
  const part = useRehearsal()?.part;
  return useMemo(
    () =>
      part
        ? { id: part.id, roles: part.roles }
        : { id: me.person?.id, roles: me.roles.map(({ role }) => role) },
    [part, me],
  );
}

/** Whether the table of permissions lets this person do an action, in whichever team. Nothing goes on in a closed rehearsal. */
export function useMay(): (action: string) => boolean {
  const { may } = useMe();
  const isOver = useRehearsal()?.world.state === 'closed';
  return (action) => may.includes(action) && !(isOver && !action.endsWith('.read'));
}
