/** What the screens of reports read from the server. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Report, ReportSummary } from '../../contract/api/reports.ts';
import type { Audience } from '../../contract/index.ts';
import { ask, queryOf } from '../app/api.ts';

export type Summary = z.infer<typeof ReportSummary>;

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await ask<{ items: Summary[] }>('/reports', { signal })).items,
});

/** Without an audience the most that one may read. */
export const reportQuery = (id: string, audience?: Audience) =>
  queryOptions({
    queryKey: ['report', id, audience],
    queryFn: ({ signal }) => ask<Report>(`/reports/${id}${queryOf({ audience })}`, { signal }),
  });
