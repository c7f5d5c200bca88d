/** What day it is for the organisation, and days as people say them. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/index.ts';
import { addDays, localDate, toLocal } from '../../core/calendar/index.ts';
import { writtenDate, writtenMoment, writtenTime } from '../../core/texts/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { useMe } from '../app/session.ts';

/** The moment now: what the clock of a rehearsal shows, else the real one, looked at again every half minute, so that a day turns while the page is open. */
export function useNow(): string {
  const clock = useRehearsal()?.world.at;
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return clock ?? now;
}

export const useZone = (): string => useMe().organisation.zone;

export function useToday(): string {
  return localDate(useZone(), useNow());
}

export interface Days {
  language: Language;
  zone: string;
  today: string;
  /** `today`, `tomorrow`, `Thursday 16 April`. */
  day(date: string): string;
  /** Day and time of an instant. */
  moment(at: string): string;
  /** Day and time with the year, whichever it is: for clocks that do not show today. */
  full(at: string): string;
  /** Calendar date of an instant. */
  dateOf(at: string): string;
  /** `17:00` as it is written. */
  time(at: string): string;
  /** `16 April`: where the weekday says nothing. */
  short(date: string): string;
}

export function useDays(): Days {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  const zone = useZone();
  const today = useToday();
  return {
    language,
    zone,
    today,
    day(date) {
      if (date === today) return t('today');
      if (date === addDays(today, 1)) return t('tomorrow');
      if (date === addDays(today, -1)) return t('yesterday');
      return writtenDate(language, date, today);
    },
    moment: (at) => writtenMoment(language, zone, at, today),
    full: (at) => writtenMoment(language, zone, at, ''),
    dateOf: (at) => localDate(zone, at),
    time: (at) => writtenTime(language, toLocal(zone, at).time),
    short: (date) => writtenDate(language, date, today).replace(/^\S+ /, ''),
  };
}
