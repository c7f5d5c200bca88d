/** Routes of colleagues who are away: each reports themselves, those who coordinate report others. */
import { z } from 'zod';
import { Absence, AbsenceReported } from '../../contract/api/absences.ts';
import { needColleagueOf, reportAway, reportBack } from '../absence.ts';
import { Problem } from '../problem.ts';
import { type Caller, route } from '../route.ts';

const One = z.object({ person: z.string() });

function oneself({ person }: Caller): string {
  if (person === undefined)
    throw new Problem('INVALID_STATE', 'Expected a person: a token is never away', { path: 'person' });
  return person;
}

export const absenceRoutes = [
  route({
    id: 'absences.reportOwn',
    method: 'post',
    path: '/me/absence',
    action: 'absence.own',
    summary:
      'Reports that you are away: reminders to you stop, and what is yours is offered to who stands in.',
    body: AbsenceReported,
    answer: Absence,
    handle: (call) => reportAway(call, oneself(call.caller), call.body),
  }),
  route({
    id: 'absences.endOwn',
    method: 'delete',
    path: '/me/absence',
    action: 'absence.own',
    summary: 'Reports that you are back. Nothing moves back by itself.',
    answer: Absence,
    handle: (call) => reportBack(call, oneself(call.caller)),
  }),
  route({
    id: 'absences.report',
    method: 'post',
    path: '/people/:person/absence',
    action: 'absence.write',
    summary: 'Reports that a colleague is away, in everything in which they have a part.',
    params: One,
    body: AbsenceReported,
    answer: Absence,
    async handle(call) {
      await needColleagueOf(call, call.params.person);
      return reportAway(call, call.params.person, call.body);
    },
  }),
  route({
    id: 'absences.end',
    method: 'delete',
    path: '/people/:person/absence',
    action: 'absence.write',
    summary: 'Reports that a colleague is back. Nothing moves back by itself.',
    params: One,
    answer: Absence,
    async handle(call) {
      await needColleagueOf(call, call.params.person);
      return reportBack(call, call.params.person);
    },
  }),
];
