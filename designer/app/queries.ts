/** What screens read from the server, kept and brought up to date as the stream tells. */
import { infiniteQueryOptions, QueryClient, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Capacities, Person } from '../../contract/api/capacities.ts';
import type { Commitments, RaisedItems } from '../../contract/api/commitments.ts';
import type { DefinitionSummary, VersionWhole } from '../../contract/api/definitions.ts';
import type { Figure, Pilots } from '../../contract/api/figures.ts';
import type { InitiativeRecords, InitiativeWhole, Timeline } from '../../contract/api/initiatives.ts';
import type { Forecast, InstanceRead, InstanceSummaries } from '../../contract/api/instances.ts';
import type { Messages, MessageWhole } from '../../contract/api/messages.ts';
import type { Tasks, TaskWhole } from '../../contract/api/tasks.ts';
import type { World as WorldAnswer } from '../../contract/api/worlds.ts';
import type { Change } from '../../contract/index.ts';
import { ask, queryOf, Unreachable } from './api.ts';
import { partHeader, worldHere } from './rehearsal.ts';

export type Task = z.infer<typeof Tasks>['items'][number];
export type WholeTask = z.infer<typeof TaskWhole>;
export type Commitment = z.infer<typeof Commitments>['items'][number];
export type Raised = z.infer<typeof RaisedItems>['items'][number];
export type Initiative = z.infer<typeof InitiativeRecords>['items'][number];
export type WholeInitiative = z.infer<typeof InitiativeWhole>;
export type TimelineEntry = z.infer<typeof Timeline>['items'][number];
export type ForecastView = z.infer<typeof Forecast>;
export type PersonRow = z.infer<typeof Person>;
export type Pilot = z.infer<typeof Pilots>['items'][number];
export type MessageRow = z.infer<typeof Messages>['items'][number];
export type WholeMessage = z.infer<typeof MessageWhole>;
export type World = z.infer<typeof WorldAnswer>;

export type InstanceRow = z.infer<typeof InstanceSummaries>['items'][number];
export type InstanceWhole = z.infer<typeof InstanceRead>;
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

/** What is asked for: of the rehearsal one is in, else of real work. */
type Filter = Record<string, string | number | boolean | undefined>;
const here = <F extends Filter>(filter: F): F & { world?: string } => {
  const world = worldHere();
  return world === undefined ? filter : { ...filter, world };
};

const list =
  <T>(path: string) =>
  async ({ signal }: { signal: AbortSignal }) =>
    (await ask<{ items: T[] }>(path, { signal })).items;

/** No list is longer. */
export const MOST = 500;

export function tasksQuery(wanted: Filter) {
  const filter = here(wanted);
  return queryOptions({
    // What is one's own is that of the part one plays.
    queryKey: ['tasks', filter, filter.mine ? partHeader() : {}],
    queryFn: list<Task>(`/tasks${queryOf({ limit: MOST, ...filter })}`),
  });
}

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => ask<WholeTask>(`/tasks/${id}`, { signal }),
  });

export function commitmentsQuery(wanted: Filter) {
  const filter = here(wanted);
  return queryOptions({
    queryKey: ['commitments', filter],
    queryFn: list<Commitment>(`/commitments${queryOf({ limit: MOST, ...filter })}`),
  });
}

export function raisedQuery(wanted: Filter = {}) {
  const filter = here(wanted);
  return queryOptions({
    queryKey: ['raised', filter],
    queryFn: list<Raised>(`/raised-items${queryOf({ limit: MOST, ...filter })}`),
  });
}

export function initiativesQuery() {
  const filter = here({ limit: MOST });
  return queryOptions({
    queryKey: ['initiatives', filter],
    queryFn: list<Initiative>(`/initiatives${queryOf(filter)}`),
  });
}

/** All of them, a list at a time, the newest first. */
export function initiativePages() {
  const filter = here({ limit: MOST });
  return infiniteQueryOptions({
    queryKey: ['initiatives', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      list<Initiative>(`/initiatives${queryOf({ ...filter, before: pageParam })}`)({ signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < MOST ? undefined : last.at(-1)?.id),
  });
}

/** As many as fit in one address. */
const NAMED = 100;

/** Those of these ids, wherever they stand in the list. */
const namedInitiativesQuery = (ids: readonly string[]) => {
  const filter = here({ limit: NAMED, ids: ids.join(',') });
  return queryOptions({
    queryKey: ['initiatives', filter],
    queryFn: list<Initiative>(`/initiatives${queryOf(filter)}`),
  });
};

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

export function instancesQuery(wanted: Filter) {
  const filter = here(wanted);
  return queryOptions({
    queryKey: ['instances', filter],
    queryFn: list<InstanceRow>(`/instances${queryOf({ limit: MOST, ...filter })}`),
  });
}

export const instanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['instance', id],
    queryFn: ({ signal }) => ask<InstanceWhole>(`/instances/${id}`, { signal }),
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

export function peopleQuery() {
  const filter = here({});
  return queryOptions({
    queryKey: ['people', filter],
    queryFn: list<PersonRow>(`/people${queryOf(filter)}`),
    staleTime: 5 * 60_000,
  });
}

export function figureQuery(figure: string, period: string) {
  const filter = here({ period });
  return queryOptions({
    queryKey: ['figure', figure, filter],
    queryFn: ({ signal }) => ask<z.infer<typeof Figure>>(`/figures/${figure}${queryOf(filter)}`, { signal }),
  });
}

export function pilotsQuery() {
  const filter = here({});
  return queryOptions({
    queryKey: ['figure', 'pilots', filter],
    queryFn: list<Pilot>(`/pilots${queryOf(filter)}`),
  });
}

export function capacitiesQuery() {
  const filter = here({});
  return queryOptions({
    queryKey: ['capacities', filter],
    queryFn: list<z.infer<typeof Capacities>['items'][number]>(`/capacities${queryOf(filter)}`),
  });
}

/** Messages a page at a time, the newest first. */
export const messagesPage = (filter: Filter) => {
  const asked = here(filter);
  return list<MessageRow>(`/messages${queryOf(asked)}`);
};

export function messagesQuery(wanted: Filter) {
  const filter = here(wanted);
  return queryOptions({
    queryKey: ['messages', filter],
    queryFn: list<MessageRow>(`/messages${queryOf({ limit: 100, ...filter })}`),
  });
}

export const messageQuery = (key: string) =>
  queryOptions({
    queryKey: ['message', key],
    queryFn: ({ signal }) => ask<WholeMessage>(`/messages/${encodeURIComponent(key)}`, { signal }),
  });

export const worldsQuery = queryOptions({ queryKey: ['worlds'], queryFn: list<World>('/worlds') });

export const worldQuery = (id: string) =>
  queryOptions({
    queryKey: ['world', id],
    queryFn: ({ signal }) => ask<World>(`/worlds/${id}`, { signal }),
  });

/** People by id. */
export function usePeople(): ReadonlyMap<string, PersonRow> {
  const { data } = useQuery(peopleQuery());
  return useMemo(() => new Map((data ?? []).map((person) => [person.id, person])), [data]);
}

const NONE: readonly string[] = [];

/**
 * Initiatives by id, for the words a list of other things names them by: the newest, and of those that the list is about also
 * the older ones.
 */
export function useInitiatives(
  about: readonly (string | undefined)[] = NONE,
): ReadonlyMap<string, Initiative> {
  const { data } = useQuery(initiativesQuery());
  const older = useMemo(() => {
    if (data === undefined || data.length < MOST) return NONE;
    const newest = new Set(data.map(({ id }) => id));
    return [...new Set(about)].filter((id) => id !== undefined && !newest.has(id)).sort() as string[];
  }, [data, about]);
  const more = useQueries({ queries: portions(older, NAMED).map(namedInitiativesQuery), combine: together });
  return useMemo(
    () => new Map([...(data ?? []), ...more].map((initiative) => [initiative.id, initiative])),
    [data, more],
  );
}

/** One initiative out of the list of all. */
export function useInitiative(id: string | undefined): Initiative | undefined {
  const about = useMemo(() => [id], [id]);
  return useInitiatives(about).get(id ?? '');
}

const together = (results: { data: Initiative[] | undefined }[]): Initiative[] =>
  results.flatMap(({ data }) => data ?? []);

function portions<T>(all: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < all.length; at += size) found.push(all.slice(at, at + size));
  return found;
}

/** First parts of the keys of what a change may have altered. */
const TOUCHED: Record<Change['kind'], string[]> = {
  instance: [
    'tasks',
    'task',
    'commitments',
    'raised',
    'figure',
    'forecast',
    'instance',
    'instances',
    'capacities',
  ],
  initiative: ['initiatives', 'initiative', 'people'],
  message: ['messages', 'message'],
  definition: ['definitions', 'definition', 'draft'],
  // What is foreseen and counted depends on the clock.
  world: ['worlds', 'world', 'forecast', 'figure'],
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
