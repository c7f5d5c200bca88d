/** Routes of reports: figures of a period as they were frozen, and how they read. */
import type { z } from 'zod';
import {
  Report,
  ReportList,
  ReportParams,
  ReportQuery,
  type ReportSummary,
  Reports,
} from '../../contract/api/reports.ts';
import type { Audience } from '../../contract/index.ts';
import type { ReportSummary as Stored } from '../../store/index.ts';
import { mayIn } from '../held-roles.ts';
import type { Action } from '../permissions.ts';
import { notFound, Problem } from '../problem.ts';
import { type Caller, route } from '../route.ts';
import { tellReport } from '../tell-report.ts';

export const reportRoutes = [
  route({
    id: 'reports.list',
    method: 'get',
    path: '/reports',
    action: 'report.read',
    summary: 'Reports, the newest period first.',
    query: ReportList,
    answer: Reports,
    async handle({ query, caller, action, deps }) {
      const { status, team, world } = query;
      const all = await deps.store.reports.list({
        org: caller.org,
        ...(status === undefined ? {} : { status }),
        ...(team === undefined ? {} : { team }),
        ...(world === undefined ? {} : { world }),
      });
      return { items: all.filter((one) => isOpen(caller, action, one)).map(summary) };
    },
  }),
  route({
    id: 'reports.get',
    method: 'get',
    path: '/reports/:report',
    action: 'report.read',
    summary: 'One report as it reads, for the team or as people outside it get it.',
    params: ReportParams,
    query: ReportQuery,
    answer: Report,
    async handle({ params, query, caller, action, deps }) {
      const found = await deps.store.reports.get(params.report);
      if (found?.org !== caller.org || !isOpen(caller, action, found))
        throw notFound('report', params.report, 'report');
      const most = mostOf(caller, action, found);
      const audience = query.audience ?? most;
      if (audience === 'team' && most !== 'team')
        throw new Problem(
          'PERMISSION_DENIED',
          'Your roles are of another team: read it as people outside it do',
        );
      const { text, answers } = await tellReport(deps, found, audience);
      const { period: _period, from, to, figures } = found.frozen;
      return {
        ...summary(found),
        from,
        to,
        audience,
        text,
        ...(audience === 'team' ? { figures, answers } : {}),
      };
    },
  }),
];

/** Names and small numbers are for the team it is about; a rehearsal is everybody's. */
const mostOf = ({ roles }: Caller, action: Action, { team, world }: Stored): Audience =>
  world !== undefined || mayIn(roles, action, team) ? 'team' : 'outside';

/** Before it is sent only the team reads it. */
const isOpen = (caller: Caller, action: Action, report: Stored): boolean =>
  report.status === 'sent' || mostOf(caller, action, report) === 'team';

const summary = ({
  id,
  instance,
  team,
  of,
  period,
  frozenAt,
  status,
  sentAt,
  world,
}: Stored): z.infer<typeof ReportSummary> => ({
  id,
  instance,
  of: of as 'month',
  period,
  frozenAt,
  status,
  ...(team === undefined ? {} : { team }),
  ...(sentAt === undefined ? {} : { sentAt }),
  ...(world === undefined ? {} : { world }),
});
