/** Who is at the screen, and how requests show it. The one place that knows. */
import { useSyncExternalStore } from 'react';
import type { Method } from './api.ts';

/** Whoever signed in, as the server knows them. */
export interface Me {
  person?: string;
  name?: string;
  role: 'coordinator' | 'supporter' | 'manager' | 'administrator' | 'system';
  organisation?: { id: string; name: string; zone: string; language: 'nl' | 'en' };
}

export type Session = { state: 'unknown' } | { state: 'out' } | { state: 'in'; me: Me };

const TOKEN = 'speelruimte.token';
let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

function set(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

const kept = () => sessionStorage.getItem(TOKEN) ?? undefined;

/** Headers that say who asks. */
export function credentials(_method: Method): Record<string, string> {
  const token = kept();
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

/** Asks the server who this is. */
export async function begin(): Promise<void> {
  const response = await fetch('/v1/me', { headers: credentials('GET'), credentials: 'same-origin' });
  set(response.ok ? { state: 'in', me: (await response.json()) as Me } : { state: 'out' });
}

export async function signInWithToken(token: string): Promise<boolean> {
  sessionStorage.setItem(TOKEN, token.trim());
  await begin();
  if (session.state !== 'in') sessionStorage.removeItem(TOKEN);
  return session.state === 'in';
}

/** The server no longer knows us. */
export function signedOut(): void {
  sessionStorage.removeItem(TOKEN);
  if (session.state !== 'out') set({ state: 'out' });
}

export async function signOut(): Promise<void> {
  signedOut();
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
