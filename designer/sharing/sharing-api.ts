/** What the screens of links for partners ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SharedLink as Link, SharedLinkMade, Sharing } from '../../contract/api/sharing.ts';
import { ask, send } from '../app/api.ts';

export type SharedLink = z.output<typeof Link>;

const below = (id: string): string => `/definitions/${encodeURIComponent(id)}/shared-links`;

export const sharedLinksQuery = (id: string) =>
  queryOptions({
    queryKey: ['definitions', id, 'shared-links'],
    queryFn: async ({ signal }) => (await ask<{ items: SharedLink[] }>(below(id), { signal })).items,
  });
export const share = (id: string, sharing: z.input<typeof Sharing>) =>
  send<z.output<typeof SharedLinkMade>>(below(id), sharing);
/** Where a link is ended. */
export const endingOf = (id: string, link: string): string => `${below(id)}/${link}/revocation`;
