/** What screens read from the server, kept and brought up to date as the stream tells. */
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Person } from '../../contract/api/capacities.ts';
import type { Commitments, RaisedItems } from '../../contract/api/commitments.ts';
import type { DefinitionSummary, VersionWhole } from '../../contract/api/definitions.ts';
import type { InitiativeRecords, InitiativeWhole, Timeline } from '../../contract/api/initiatives.ts';
import type { Forecast, InstanceSummaries } from '../../contract/api/instances.ts';
import type { Tasks, TaskWhole } from '../../contract/api/tasks.ts';
import type { Change } from '../../contract/index.ts';
import { ask, queryOf, Unreachable } from './api.ts';

export type Task = z.infer<typeof Tasks>['items'][number];
export type WholeTask = z.infer<typeof TaskWhole>;
export type Commitment = z.infer<typeof Commitments>['items'][number];
export type Raised = z.infer<typeof RaisedItems>['items'][number];
export type Initiative = z.infer<typeof InitiativeRecords>['items'][number];
export type WholeInitiative = z.infer<typeof InitiativeWhole>;
export type TimelineEntry = z.infer<typeof Timeline>['items'][number];
export type ForecastView = z.infer<typeof Forecast>;
export type PersonRow = z.infer<typeof Person>;

export type InstanceRow = z.infer<typeof InstanceSummaries>['items'][number];
export type DefinitionRow = z.infer<typeof DefinitionSummary>;
export type Version = z.infer<typeof VersionWhole>;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (count, error) => error instanceof Unreachable && count < 200,
      retryDelay: (count) => Math.min(500 * 2 ** count, 5_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const list =
  <T>(path: string) =>
  async ({ signal }: { signal: AbortSignal }) =>
    (await ask<{ items: T[] }>(path, { signal })).items;

const MOST = 500;

export const tasksQuery = (filter: Record<string, string | number | boolean | undefined>) =>
  queryOptions({
    queryKey: ['tasks', filter],
    queryFn: list<Task>(`/tasks${queryOf({ limit: MOST, ...filter })}`),
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => ask<WholeTask>(`/tasks/${id}`, { signal }),
  });

export const commitmentsQuery = (filter: Record<string, string | number | boolean | undefined>) =>
  queryOptions({
    queryKey: ['commitments', filter],
    queryFn: list<Commitment>(`/commitments${queryOf({ limit: MOST, ...filter })}`),
  });

export const raisedQuery = (filter: Record<string, string | number | boolean | undefined> = {}) =>
  queryOptions({
    queryKey: ['raised', filter],
    queryFn: list<Raised>(`/raised-items${queryOf({ limit: MOST, ...filter })}`),
  });

export const initiativesQuery = queryOptions({
  queryKey: ['initiatives'],
  queryFn: list<Initiative>(`/initiatives${queryOf({ limit: MOST })}`),
});

export const initiativeQuery = (id: string) =>
  queryOptions({
    queryKey: ['initiative', id],
    queryFn: ({ signal }) => ask<WholeInitiative>(`/initiatives/${id}`, { signal }),
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['initiative', id, 'timeline'],
    queryFn: list<TimelineEntry>(`/initiatives/${id}/timeline`),
  });

export const forecastQuery = (instance: string) =>
  queryOptions({
    queryKey: ['forecast', instance],
    queryFn: ({ signal }) => ask<ForecastView>(`/instances/${instance}/forecast`, { signal }),
  });

export const instancesQuery = (filter: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: ['instances', filter],
    queryFn: list<InstanceRow>(`/instances${queryOf({ limit: MOST, ...filter })}`),
  });

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: list<DefinitionRow>('/definitions'),
});

/** A published version never changes. */
export const versionQuery = (process: string, version: number) =>
  queryOptions({
    queryKey: ['version', process, version],
    queryFn: ({ signal }) => ask<Version>(`/definitions/${process}/versions/${version}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: list<PersonRow>('/people'),
  staleTime: 5 * 60_000,
});

/** People by id. */
export function usePeople(): ReadonlyMap<string, PersonRow> {
  const { data } = useQuery(peopleQuery);
  return useMemo(() => new Map((data ?? []).map((person) => [person.id, person])), [data]);
}

/** Initiatives by id, for the words a list of other things names them by. */
export function useInitiatives(): ReadonlyMap<string, Initiative> {
  const { data } = useQuery(initiativesQuery);
  return useMemo(() => new Map((data ?? []).map((initiative) => [initiative.id, initiative])), [data]);
}

/** First parts of the keys of what a change may have altered. */
const TOUCHED: Record<Change['kind'], string[]> = {
  instance: [
    'tasks',
    'task',
    'commitments',
    'raised',
    'figure',
    'reports',
    'report',
    'forecast',
    'instance',
    'instances',
    'capacities',
  ],
  initiative: ['initiatives', 'initiative', 'people'],
  message: ['messages', 'message'],
  definition: ['definitions', 'definition', 'draft'],
  world: ['worlds', 'world'],
  organisation: ['people', 'capacities', 'organisation'],
};

let waiting: Set<string> | undefined;

/** Marks what a change touched to be read again; many changes at once are one reading. */
export function refresh(change: Change): void {
  const first = waiting === undefined;
  waiting ??= new Set();
  for (const name of TOUCHED[change.kind]) waiting.add(name);
  const initiative = change.kind === 'instance' ? change.initiative : undefined;
  if (initiative) void queryClient.invalidateQueries({ queryKey: ['initiative', initiative] });
  if (!first) return;
  setTimeout(() => {
    const names = waiting ?? new Set();
    waiting = undefined;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => names.has(String(queryKey[0])) });
  }, 150);
}
