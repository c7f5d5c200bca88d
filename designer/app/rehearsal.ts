/** The rehearsal one is in, when one is: its world out of the address, what its clock shows, and whose part one plays there. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { World } from './queries.ts';

export const REHEARSALS = '/rehearsals';

/** The world that a path lies in: `/rehearsals/wld_1/initiatives` lies in `wld_1`. */
export function worldIn(pathname: string): string | undefined {
  return /^\/rehearsals\/(wld_[^/]+)(?:\/|$)/.exec(pathname)?.[1];
}

export const worldHere = (): string | undefined => worldIn(globalThis.location?.pathname ?? '/');

/** What the address begins with; what follows is the path of a screen. */
export const baseIn = (pathname: string): string => {
  const world = worldIn(pathname);
  return world === undefined ? '' : `${REHEARSALS}/${world}`;
};

/** Drawings and rehearsals themselves belong to no world. */
export const isOutside = (to: string): boolean => to.startsWith(REHEARSALS) || to.startsWith('/processes');

const KEPT = 'speelruimte.part.';
const parts = new Map<string, string>();
const listeners = new Set<() => void>();

/** Whose part is played in a world, in this window; kept over a reload. */
export function partIn(world: string): string | undefined {
  return parts.get(world) ?? sessionStorage.getItem(KEPT + world) ?? undefined;
}

export function playPart(world: string, person: string): void {
  if (partIn(world) === person && parts.has(world)) return;
  parts.set(world, person);
  try {
    sessionStorage.setItem(KEPT + world, person);
  } catch {
    // A forbidden storage costs the memory of it, not the part.
  }
  for (const listener of listeners) listener();
}

export const usePartIn = (world: string): string | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => partIn(world),
  );

/** Shows the server whose part it is. */
export function partHeader(): Record<string, string> {
  const world = worldHere();
  const part = world === undefined ? undefined : partIn(world);
  return part === undefined ? {} : { 'Rehearsal-Part': part };
}

export interface Player {
  id: string;
  name: string;
  side: string;
  /** What they hold in the world. */
  roles: readonly string[];
}

export interface Rehearsal {
  world: World;
  part: Player;
}

export const RehearsalContext = createContext<Rehearsal | undefined>(undefined);

/** Nothing outside a rehearsal. */
export const useRehearsal = (): Rehearsal | undefined => useContext(RehearsalContext);
