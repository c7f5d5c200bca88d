/** What the screens of scenarios ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { KeptScenario } from '../../contract/api/scenarios.ts';
import type { WrittenScenario } from '../../core/trying/index.ts';
import { ask, send } from '../app/api.ts';

export type Kept = KeptScenario;

const path = (process: string) => `/definitions/${process}/scenarios`;

export const scenariosQuery = (process: string) =>
  queryOptions({
    queryKey: ['definitions', process, 'scenarios'],
    queryFn: async ({ signal }) => (await ask<{ items: Kept[] }>(path(process), { signal })).items,
  });

export const keepScenario = (process: string, scenario: WrittenScenario) =>
  send<Kept>(path(process), { scenario });

export const uploadScenario = (process: string, file: string) =>
  send<Kept>(`${path(process)}/file`, { file });

/** Saves over the revision that was read. */
export const saveScenario = ({ process, id, revision }: Kept, scenario: Kept['scenario']) =>
  send<Kept>(`${path(process)}/${id}`, { scenario, revision }, { method: 'PUT' });

export const removeScenario = (process: string, id: string) =>
  send<{ items: Kept[] }>(`${path(process)}/${id}`, undefined, { method: 'DELETE' });

/** Where its file is. */
export const scenarioFile = (process: string, id: string): string => `/v1${path(process)}/${id}/file`;
