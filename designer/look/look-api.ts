/** What the screen of colour and logo asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { LogoGiven, LogoKept, Look as LookAnswer } from '../../contract/api/looks.ts';
import { ask } from '../app/api.ts';

export type Look = z.output<typeof LookAnswer>;

export const lookQuery = queryOptions({
  queryKey: ['look'],
  queryFn: ({ signal }) => ask<Look>('/look', { signal }),
});
export const chooseAccent = (accent: string | null) =>
  ask<Look>('/look/accent', { method: 'PUT', body: { accent } });
export const keepLogo = (logo: z.input<typeof LogoGiven>) =>
  ask<z.output<typeof LogoKept>>('/look/logo', { method: 'PUT', body: logo });
export const removeLogo = () => ask<Look>('/look/logo', { method: 'DELETE' });
