/** The date of Easter, on which the movable holidays depend. */
import type { LocalDate } from './calendar.ts';
import { formatDate } from './civil-date.ts';

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm as given by Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * lateMoon + 114;
  return formatDate({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
