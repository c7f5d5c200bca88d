/** What the screen of colleagues asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Account, AccountMade, PasswordMade, Team } from '../../contract/api/sessions.ts';
import { ask, send } from '../app/api.ts';
import { queryClient } from '../app/queries.ts';

export type Colleague = z.output<typeof Account>;
export type TeamRow = z.output<typeof Team>;
/** A role somebody holds: in one team, or in the whole organisation. */
export interface Held {
  role: Role;
  team?: string;
}
export const ROLES = ['supporter', 'coordinator', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export interface NewColleague {
  name: string;
  mail: string;
  phone?: string;
  language: 'nl' | 'en';
  roles: Held[];
}

export const colleaguesQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await ask<{ items: Colleague[] }>('/accounts', { signal })).items,
});
export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await ask<{ items: TeamRow[] }>('/teams', { signal })).items,
});

export const addressOf = (person: string): string => `/accounts/${encodeURIComponent(person)}`;
export const addColleague = (colleague: NewColleague) =>
  send<z.output<typeof AccountMade>>('/accounts', colleague);
export const setRoles = (person: string, roles: Held[]) =>
  send<Colleague>(`${addressOf(person)}/roles`, { roles }, { method: 'PUT' });
export const givePassword = (person: string) =>
  send<z.output<typeof PasswordMade>>(`${addressOf(person)}/password`);
export const setTeam = (id: string, name: string) =>
  send<TeamRow>(`/teams/${encodeURIComponent(id)}`, { name }, { method: 'PUT' });

/** Names, roles and teams are shown elsewhere too. */
export async function changed(): Promise<void> {
  await Promise.all(
    ['accounts', 'teams', 'people'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
  );
}
