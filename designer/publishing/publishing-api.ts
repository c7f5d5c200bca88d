/** What the screens of approval ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  FourEyes as FourEyesAnswer,
  PublishRequestWhole,
  PublishRequest as RequestAnswer,
  Version,
} from '../../contract/api/definitions.ts';
import { ask, send } from '../app/api.ts';

export type FourEyes = z.output<typeof FourEyesAnswer>;
export type PublishRequest = z.output<typeof RequestAnswer>;

export const fourEyesQuery = queryOptions({
  queryKey: ['definitions', 'four-eyes'],
  queryFn: ({ signal }) => ask<FourEyes>('/four-eyes', { signal }),
});
export const openRequestsQuery = queryOptions({
  queryKey: ['definitions', 'open-requests'],
  queryFn: async ({ signal }) =>
    (await ask<{ items: PublishRequest[] }>('/publish-requests', { signal })).items,
});
export const requestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['definitions', id, 'requests'],
    queryFn: async ({ signal }) =>
      (await ask<{ items: PublishRequest[] }>(`/definitions/${id}/publish-requests`, { signal })).items,
  });
export const requestQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['publish-request', id, number],
    queryFn: ({ signal }) =>
      ask<z.output<typeof PublishRequestWhole>>(`/definitions/${id}/publish-requests/${number}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

interface Publication {
  revision: number;
  note: string;
  name?: string;
}
export const askToPublish = (id: string, publication: Publication) =>
  send<PublishRequest>(`/definitions/${id}/publish-requests`, publication);
export const approve = (id: string, number: number) =>
  send<z.output<typeof Version>>(`/definitions/${id}/publish-requests/${number}/approve`);
export const reject = (id: string, number: number, reason: string) =>
  send<PublishRequest>(`/definitions/${id}/publish-requests/${number}/reject`, { reason });
export const withdraw = (id: string, number: number) =>
  send<PublishRequest>(`/definitions/${id}/publish-requests/${number}/withdraw`);
export const chooseFourEyes = (chosen: FourEyes) =>
  ask<FourEyes>('/four-eyes', { method: 'PUT', body: chosen });

/** Whether a second person has to look. */
export const needsApproval = ({ all, processes }: FourEyes, id: string): boolean =>
  all || processes.includes(id);
