/** Every date of the ten acceptance scenarios that follows from a rule of time. */
import { describe, expect, it } from 'vitest';
import {
  dutchCalendar,
  reckon,
  toInstant,
  toLocal,
  type Unit,
  workingDaysBetween,
} from '../../../core/calendar/index.ts';
import { readDate, writeDate } from './written-date.ts';

const UNITS: Record<string, Unit> = { wd: 'workingDays', weeks: 'weeks', month: 'months', months: 'months' };

/** [what, counted from, term, expected]; a term ending in `!` stays on a day off, `@` gives another time than 17:00. */
type Line = [what: string, from: string, term: string, expected: string];

const TERMS: Record<string, Line[]> = {
  'S1 food garden over Easter': [
    ['first contact', 'Wed 1 Apr 2026 20:15', '+2 wd', 'Fri 3 Apr 2026 17:00'],
    ['intake', 'Wed 1 Apr 2026 20:15', '+7 wd', 'Mon 13 Apr 2026 17:00'],
    ['heads-up of first contact', 'Fri 3 Apr 2026 17:00', '-1 wd @09:00', 'Thu 2 Apr 2026 09:00'],
    ['intake note', 'Thu 9 Apr 2026 19:30', '+1 wd', 'Fri 10 Apr 2026 17:00'],
    ['agreement sent', 'Thu 9 Apr 2026 19:30', '+2 wd', 'Mon 13 Apr 2026 17:00'],
    ['agreement confirmed', 'Fri 10 Apr 2026 11:00', '+5 wd', 'Fri 17 Apr 2026 17:00'],
    ['check-in', 'Tue 14 Apr 2026 10:00', '+20 wd @09:00', 'Fri 15 May 2026 09:00'],
    ['heads-up of introduction', 'Fri 17 Apr 2026', '-1 wd @09:00', 'Thu 16 Apr 2026 09:00'],
    ['heads-up of plot map', 'Fri 24 Apr 2026', '-1 wd @09:00', 'Thu 23 Apr 2026 09:00'],
  ],
  'S2 shared table, pilot in two rounds': [
    ['end of pilot', 'Mon 7 Sep 2026', '+3 months!', 'Mon 7 Dec 2026 17:00'],
    ['first check-in', 'Mon 7 Sep 2026', '+1 month @09:00', 'Wed 7 Oct 2026 09:00'],
    [
      'second check-in, 7 November is a Saturday',
      'Mon 7 Sep 2026',
      '+2 months @09:00',
      'Mon 9 Nov 2026 09:00',
    ],
    ['task plan evaluation', 'Mon 7 Dec 2026', '-20 wd @09:00', 'Mon 9 Nov 2026 09:00'],
    ['plan evaluation due', 'Mon 7 Dec 2026', '-10 wd', 'Mon 23 Nov 2026 17:00'],
    ['look-back forms', 'Mon 7 Dec 2026', '-15 wd @09:00', 'Mon 16 Nov 2026 09:00'],
    ['forms again', 'Mon 7 Dec 2026', '-10 wd @09:00', 'Mon 23 Nov 2026 09:00'],
    ['forms for the last time', 'Mon 7 Dec 2026', '-5 wd @09:00', 'Mon 30 Nov 2026 09:00'],
    ['decision', 'Thu 3 Dec 2026 20:00', '+5 wd', 'Thu 10 Dec 2026 17:00'],
    ['all informed', 'Tue 8 Dec 2026 12:00', '+5 wd', 'Tue 15 Dec 2026 17:00'],
    ['reminder without decision', 'Mon 7 Dec 2026', '+5 wd', 'Mon 14 Dec 2026 17:00'],
    ['raised without decision', 'Mon 7 Dec 2026', '+10 wd', 'Mon 21 Dec 2026 17:00'],
    ['end of round 2 stays on Sunday', 'Mon 14 Dec 2026', '+2 months!', 'Sun 14 Feb 2027 17:00'],
    ['check-in of round 2', 'Mon 14 Dec 2026', '+1 month @09:00', 'Thu 14 Jan 2027 09:00'],
    ['task plan evaluation of round 2', 'Sun 14 Feb 2027', '-20 wd @09:00', 'Mon 18 Jan 2027 09:00'],
    ['forms of round 2', 'Sun 14 Feb 2027', '-15 wd @09:00', 'Mon 25 Jan 2027 09:00'],
  ],
  'S3 repair corner, silent initiator': [
    ['regular check-in', 'Tue 12 May 2026 14:00', '+20 wd @09:00', 'Thu 11 Jun 2026 09:00'],
    ['heads-up that is not sent', 'Fri 5 Jun 2026', '-1 wd @09:00', 'Thu 4 Jun 2026 09:00'],
    ['friendly check-in', 'Fri 5 Jun 2026', '+3 wd @09:00', 'Wed 10 Jun 2026 09:00'],
    ['second check-in by SMS', 'Fri 5 Jun 2026', '+10 wd @09:00', 'Fri 19 Jun 2026 09:00'],
    ['phone task', 'Fri 5 Jun 2026', '+15 wd @09:00', 'Fri 26 Jun 2026 09:00'],
    ['phone task due', 'Fri 26 Jun 2026 09:00', '+3 wd', 'Wed 1 Jul 2026 17:00'],
    ['coordinator chooses', 'Fri 5 Jun 2026', '+25 wd @09:00', 'Fri 10 Jul 2026 09:00'],
    [
      'half a year of rest, 10 January is a Sunday',
      'Fri 10 Jul 2026',
      '+6 months @09:00',
      'Mon 11 Jan 2027 09:00',
    ],
  ],
  'S4 walking club, supporter ill': [
    ['deputy accepts', 'Mon 19 Oct 2026 08:30', '+1 wd', 'Tue 20 Oct 2026 17:00'],
    ['heads-up to the deputy', 'Wed 21 Oct 2026', '-1 wd @09:00', 'Tue 20 Oct 2026 09:00'],
    ['third supporter accepts', 'Thu 22 Oct 2026 13:00', '+3 wd', 'Tue 27 Oct 2026 17:00'],
    ['overlap, across the end of summer time', 'Mon 26 Oct 2026 10:00', '+5 wd', 'Mon 2 Nov 2026 17:00'],
    ['look-back forms', 'Mon 30 Nov 2026', '-15 wd @09:00', 'Mon 9 Nov 2026 09:00'],
  ],
  'S5 playground building, voucher': [
    ['valid until, stays on Sunday', 'Mon 11 Jan 2027', '+6 months!', 'Sun 11 Jul 2027 17:00'],
    ['supporter A accepts', 'Thu 14 Jan 2027 16:00', '+3 wd', 'Tue 19 Jan 2027 17:00'],
    ['offer withdrawn', 'Tue 19 Jan 2027 17:00', '+1 wd @09:00', 'Wed 20 Jan 2027 09:00'],
    ['supporter B accepts', 'Wed 20 Jan 2027 12:00', '+3 wd', 'Mon 25 Jan 2027 17:00'],
    ['claim confirmed', 'Fri 12 Feb 2027 12:00', '+5 wd', 'Fri 19 Feb 2027 17:00'],
    ['payment', 'Mon 15 Feb 2027 12:00', '+10 wd', 'Mon 1 Mar 2027 17:00'],
    ['expiry reminder', 'Sun 11 Jul 2027', '-1 month @09:00', 'Fri 11 Jun 2027 09:00'],
  ],
  'S6 sound workshop, subsidy': [
    ['check', 'Mon 3 Aug 2026 09:00', '+5 wd', 'Mon 10 Aug 2026 17:00'],
    ['fiscal lead signed', 'Thu 1 Oct 2026', '-20 wd', 'Thu 3 Sep 2026 17:00'],
    ['draft complete', 'Thu 1 Oct 2026', '-10 wd', 'Thu 17 Sep 2026 17:00'],
    ['sign-off', 'Thu 1 Oct 2026', '-5 wd', 'Thu 24 Sep 2026 17:00'],
    ['submitted', 'Thu 1 Oct 2026', '-2 wd', 'Tue 29 Sep 2026 17:00'],
    ['latest start that is not tight', 'Thu 1 Oct 2026', '-30 wd', 'Thu 20 Aug 2026 17:00'],
    ['candidate answers', 'Wed 12 Aug 2026 10:00', '+5 wd', 'Wed 19 Aug 2026 17:00'],
    ['mail to silent candidate', 'Wed 19 Aug 2026', '+2 wd @09:00', 'Fri 21 Aug 2026 09:00'],
    ['expected decision', 'Mon 28 Sep 2026 15:00', '+8 weeks', 'Mon 23 Nov 2026 17:00'],
    ['conditions are commitments', 'Fri 20 Nov 2026 11:00', '+5 wd', 'Fri 27 Nov 2026 17:00'],
    ['accountability, first reminder', 'Thu 1 Jul 2027', '-40 wd @09:00', 'Mon 3 May 2027 09:00'],
    ['accountability, second reminder', 'Thu 1 Jul 2027', '-20 wd @09:00', 'Thu 3 Jun 2027 09:00'],
    ['accountability, third reminder', 'Thu 1 Jul 2027', '-5 wd @09:00', 'Thu 24 Jun 2027 09:00'],
  ],
  'S7 network meeting': [
    ['call for host and theme', 'Thu 12 Nov 2026', '-40 wd @09:00', 'Thu 17 Sep 2026 09:00'],
    ['invitations', 'Thu 12 Nov 2026', '-30 wd @09:00', 'Thu 1 Oct 2026 09:00'],
    ['co-preparer check', 'Thu 12 Nov 2026', '-25 wd @09:00', 'Thu 8 Oct 2026 09:00'],
    ['programme', 'Thu 12 Nov 2026', '-20 wd @09:00', 'Thu 15 Oct 2026 09:00'],
    ['reminder', 'Thu 12 Nov 2026', '-10 wd @09:00', 'Thu 29 Oct 2026 09:00'],
    ['enrolment check', 'Thu 12 Nov 2026', '-5 wd @09:00', 'Thu 5 Nov 2026 09:00'],
    ['practical mail', 'Thu 12 Nov 2026', '-3 wd @09:00', 'Mon 9 Nov 2026 09:00'],
    ['harvest mail', 'Thu 12 Nov 2026', '+2 wd @09:00', 'Mon 16 Nov 2026 09:00'],
    ['draft minutes', 'Thu 12 Nov 2026', '+5 wd', 'Thu 19 Nov 2026 17:00'],
    ['minutes', 'Thu 12 Nov 2026', '+10 wd', 'Thu 26 Nov 2026 17:00'],
  ],
  'S8 three gardens, bundled signal': [
    ['bundle task', 'Mon 20 Apr 2026 10:00', '+5 wd', 'Tue 28 Apr 2026 17:00'],
    ['acknowledgement', 'Thu 23 Apr 2026 10:00', '+5 wd', 'Fri 1 May 2026 17:00'],
    ['answer', 'Thu 23 Apr 2026 10:00', '+20 wd', 'Wed 27 May 2026 17:00'],
    ['mail about acknowledgement', 'Fri 1 May 2026', '+2 wd @09:00', 'Wed 6 May 2026 09:00'],
    ['mail about answer', 'Wed 27 May 2026', '+2 wd @09:00', 'Fri 29 May 2026 09:00'],
    ['phone task', 'Wed 27 May 2026', '+5 wd @09:00', 'Wed 3 Jun 2026 09:00'],
    ['raised to alderman', 'Wed 27 May 2026', '+10 wd @09:00', 'Wed 10 Jun 2026 09:00'],
    ['feedback to sources', 'Thu 18 Jun 2026 15:00', '+2 wd', 'Mon 22 Jun 2026 17:00'],
  ],
  'S9 youth place, partnership': [
    ['proposal', 'Mon 1 Feb 2027 10:00', '+5 wd', 'Mon 8 Feb 2027 17:00'],
    ['consent', 'Fri 5 Feb 2027 10:00', '+5 wd', 'Fri 12 Feb 2027 17:00'],
    ['manager decides', 'Wed 10 Feb 2027 10:00', '+10 wd', 'Wed 24 Feb 2027 17:00'],
    ['heads-up manager', 'Wed 24 Feb 2027', '-1 wd @09:00', 'Tue 23 Feb 2027 09:00'],
    ['reminder', 'Wed 24 Feb 2027', '+1 wd @09:00', 'Thu 25 Feb 2027 09:00'],
    ['honest mail', 'Wed 24 Feb 2027', '+2 wd @09:00', 'Fri 26 Feb 2027 09:00'],
    ['second reminder', 'Wed 24 Feb 2027', '+3 wd @09:00', 'Mon 1 Mar 2027 09:00'],
    ['director asked', 'Wed 24 Feb 2027', '+5 wd @09:00', 'Wed 3 Mar 2027 09:00'],
    ['review', 'Thu 1 Apr 2027', '+3 months', 'Thu 1 Jul 2027 17:00'],
    ['end after notice', 'Mon 6 Sep 2027 11:00', '+20 wd', 'Mon 4 Oct 2027 17:00'],
    ['re-home', 'Mon 6 Sep 2027 11:00', '+10 wd', 'Mon 20 Sep 2027 17:00'],
    ['unplaced to manager', 'Mon 4 Oct 2027', '-5 wd @09:00', 'Mon 27 Sep 2027 09:00'],
  ],
  'S10 neighbourhood kitchen': [
    ['first contact', 'Mon 9 Mar 2026 10:00', '+2 wd', 'Wed 11 Mar 2026 17:00'],
    ['intake', 'Mon 9 Mar 2026 10:00', '+7 wd', 'Wed 18 Mar 2026 17:00'],
    ['agreement', 'Mon 16 Mar 2026 10:00', '+2 wd', 'Wed 18 Mar 2026 17:00'],
    ['mail to corporation, across summer time', 'Fri 27 Mar 2026', '+2 wd @09:00', 'Tue 31 Mar 2026 09:00'],
    ['phone task, version 1', 'Fri 27 Mar 2026', '+5 wd @09:00', 'Fri 3 Apr 2026 09:00'],
    ['phone task, version 2', 'Fri 27 Mar 2026', '+3 wd @09:00', 'Wed 1 Apr 2026 09:00'],
    ['manager contacts counterpart', 'Fri 27 Mar 2026', '+10 wd @09:00', 'Mon 13 Apr 2026 09:00'],
    ['report draft', 'Tue 31 Mar 2026', '+1 wd @07:00', 'Wed 1 Apr 2026 07:00'],
    ['comment', 'Wed 1 Apr 2026 07:00', '+5 wd', 'Thu 9 Apr 2026 17:00'],
    ['approval', 'Wed 1 Apr 2026 07:00', '+8 wd', 'Tue 14 Apr 2026 17:00'],
    ['sent', 'Wed 1 Apr 2026 07:00', '+10 wd', 'Thu 16 Apr 2026 17:00'],
    ['trial', 'Wed 8 Apr 2026 10:00', '+1 month', 'Fri 8 May 2026 17:00'],
  ],
};

const COUNTS: [what: string, from: string, to: string, workingDays: number][] = [
  ['S1 first response', 'Wed 1 Apr 2026', 'Thu 2 Apr 2026', 1],
  ['S4 days without supporter', 'Mon 19 Oct 2026', 'Mon 19 Oct 2026', 0],
  ['S6 start to submission', 'Mon 3 Aug 2026', 'Mon 28 Sep 2026', 40],
  ['S8 answer time', 'Thu 23 Apr 2026', 'Thu 18 Jun 2026', 36],
  ['S9 manager late', 'Wed 24 Feb 2027', 'Thu 4 Mar 2027', 6],
];

function counted(from: string, written: string): string {
  const [, amount, unit = '', stays, time] = /^([+-]\d+) (\w+)(!)?(?: @(.+))?$/.exec(written) ?? [];
  const { zone } = dutchCalendar;
  const start = readDate(from);
  const anchor = start.time === undefined ? start.date : toInstant(zone, start.date, start.time);
  const term = { amount: Number(amount), unit: UNITS[unit] ?? 'days', roll: stays === undefined };
  const { at } = reckon(dutchCalendar, anchor, time === undefined ? term : { ...term, time });
  const local = toLocal(zone, at);
  return writeDate(local.date, local.time);
}

describe('dates of the scenarios', () => {
  for (const [scenario, lines] of Object.entries(TERMS)) {
    describe(scenario, () => {
      it.each(lines)('%s: %s %s → %s', (_what, from, term, expected) => {
        readDate(expected);
        expect(counted(from, term)).toBe(expected);
      });
    });
  }

  it.each(COUNTS)('%s: %s to %s is %i working days', (_what, from, to, workingDays) => {
    expect(workingDaysBetween(dutchCalendar, readDate(from).date, readDate(to).date)).toBe(workingDays);
  });

  it('S1: the ledger of the check-in names the three holidays that were skipped', () => {
    const { ledger } = reckon(dutchCalendar, '2026-04-14', { amount: 20, unit: 'workingDays' });

    const skipped = ledger.filter((line) => line.why === 'holiday').map((line) => [line.date, line.name?.en]);
    expect(skipped).toEqual([
      ['2026-04-27', "King's Day"],
      ['2026-05-05', 'Liberation Day'],
      ['2026-05-14', 'Ascension Day'],
    ]);
  });
});
