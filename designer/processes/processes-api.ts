/** What the screens of processes ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  DefinitionSummary,
  Draft,
  Saved,
  Version,
  VersionWhole,
} from '../../contract/api/definitions.ts';
import type { JobDescription } from '../../contract/api/outside.ts';
import type { Definition } from '../../contract/index.ts';
import { ask, send } from '../app/api.ts';

export type Summary = z.output<typeof DefinitionSummary>;
export type DraftWhole = z.output<typeof Draft>;
export type PublishedVersion = z.output<typeof Version>;
export type WholeVersion = z.output<typeof VersionWhole>;
export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: async ({ signal }) => (await ask<{ items: Summary[] }>('/definitions', { signal })).items,
});
/** Work that a process may ask for by itself. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => (await ask<{ items: JobDescription[] }>('/jobs', { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['definitions', id, 'versions'],
    queryFn: async ({ signal }) =>
      (await ask<{ items: PublishedVersion[] }>(`/definitions/${id}/versions`, { signal })).items,
    retry: false,
  });

export const readDraft = (id: string): Promise<DraftWhole> => ask<DraftWhole>(`/definitions/${id}`);
export const readVersion = (id: string, version: number): Promise<WholeVersion> =>
  ask<WholeVersion>(`/definitions/${id}/versions/${version}`);
export const createDraft = (definition: Definition) =>
  send<z.output<typeof Saved>>('/definitions', { definition });
export const publishDraft = (id: string, publication: { revision: number; note: string; name?: string }) =>
  send<PublishedVersion>(`/definitions/${id}/versions`, publication);
