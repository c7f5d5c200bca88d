/** The default calendar of the Netherlands: Good Friday works, 5 May is off every year. */
import type { Calendar } from './calendar.ts';

/** Default of domain rule 3.0; organisations edit their own copy. */
export const dutchCalendar: Calendar = {
  id: 'nl',
  version: 1,
  zone: 'Europe/Amsterdam',
  holidays: [
    { name: { nl: 'Nieuwjaarsdag', en: "New Year's Day" }, rule: 'fixed', month: 1, day: 1 },
    { name: { nl: 'Tweede paasdag', en: 'Easter Monday' }, rule: 'easter', offset: 1 },
    { name: { nl: 'Koningsdag', en: "King's Day" }, rule: 'fixed', month: 4, day: 27, sundayMoves: -1 },
    { name: { nl: 'Bevrijdingsdag', en: 'Liberation Day' }, rule: 'fixed', month: 5, day: 5 },
    { name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' }, rule: 'easter', offset: 39 },
    { name: { nl: 'Tweede pinksterdag', en: 'Whit Monday' }, rule: 'easter', offset: 50 },
    { name: { nl: 'Eerste kerstdag', en: 'Christmas Day' }, rule: 'fixed', month: 12, day: 25 },
    { name: { nl: 'Tweede kerstdag', en: 'Boxing Day' }, rule: 'fixed', month: 12, day: 26 },
  ],
  dueTime: '17:00',
  messageTime: '09:00',
};
