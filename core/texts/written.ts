// Dates, times, numbers and lists as people say and write them, in Dutch and English.
import type { Language } from '../../contract/index.ts';
import { type Instant, type LocalDate, toLocal, weekday } from '../calendar/index.ts';

const WEEKDAYS: Record<Language, string[]> = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const MONTHS: Record<Language, string[]> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const QUARTERS: Record<Language, string[]> = {
  nl: ['eerste kwartaal', 'tweede kwartaal', 'derde kwartaal', 'vierde kwartaal'],
  en: ['first quarter of', 'second quarter of', 'third quarter of', 'fourth quarter of'],
};

/** `vrijdag 3 april`, `Friday 3 April`; with the year when it is another one than that of `today`. */
export function writtenDate(language: Language, date: LocalDate, today: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${WEEKDAYS[language][weekday(date) - 1]} ${Number(day)} ${MONTHS[language][Number(month) - 1]}`;
  return year === today.slice(0, 4) ? words : `${words} ${Number(year)}`;
}

/** `maart 2026`, `eerste kwartaal 2026`, `2026`, from a period. */
export function writtenPeriod(language: Language, period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return year;
  if (part.startsWith('Q')) return `${QUARTERS[language][Number(part.slice(1)) - 1]} ${year}`;
  return `${MONTHS[language][Number(part) - 1]} ${year}`;
}

/** `17.00 uur`, `17:00`, from `HH:MM`. */
export function writtenTime(language: Language, time: string): string {
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

/** `donderdag 9 april om 19.30 uur`, `Thursday 9 April at 19:30`. */
export function writtenDayAndTime(
  language: Language,
  date: LocalDate,
  time: string,
  today: LocalDate,
): string {
  return `${writtenDate(language, date, today)} ${language === 'nl' ? 'om' : 'at'} ${writtenTime(language, time)}`;
}

/** A moment on the clock of a zone, written as day and time. */
export function writtenMoment(language: Language, zone: string, at: Instant, today: LocalDate): string {
  const { date, time } = toLocal(zone, at);
  return writtenDayAndTime(language, date, time, today);
}

/** `1.234,5` in Dutch, `1,234.5` in English. */
export function writtenNumber(language: Language, value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',');
  return fraction ? `${grouped}${language === 'nl' ? ',' : '.'}${fraction}` : grouped;
}

/** `€ 7.800` or `€ 12,50` from cents; whole euros without decimals. */
export function writtenMoney(language: Language, cents: number): string {
  const amount = Math.abs(cents);
  const euros = writtenNumber(language, Math.floor(amount / 100));
  const rest = amount % 100;
  const decimals = rest ? `${language === 'nl' ? ',' : '.'}${String(rest).padStart(2, '0')}` : '';
  return `${cents < 0 ? '−' : ''}€\u00a0${euros}${decimals}`;
}

/** `a, b en c`, `a, b and c`. */
export function writtenList(language: Language, parts: string[]): string {
  if (parts.length < 2) return parts.join('');
  const and = language === 'nl' ? 'en' : 'and';
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
