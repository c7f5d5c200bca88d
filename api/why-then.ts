/** "Why Tuesday?" in words: a line for each day that was walked to a due date. */
import type { DueView, Language } from '../contract/index.ts';
import { writtenDate } from '../core/texts/index.ts';

const WORDS: Record<Language, Record<'weekend' | 'holiday' | 'closed' | 'moved', string>> = {
  nl: {
    weekend: 'weekend',
    holiday: 'feestdag',
    closed: 'wij zijn dicht',
    moved: 'de eerstvolgende werkdag',
  },
  en: { weekend: 'weekend', holiday: 'holiday', closed: 'we are closed', moved: 'the next working day' },
};

export function whyThen({ ledger = [] }: DueView): Record<Language, string[]> {
  const inWords = (language: Language) =>
    ledger.map(({ date, why, name, n }) => {
      const day = writtenDate(language, date, ledger[0]?.date ?? date);
      if (why === 'counted') return n === undefined ? day : `${day}: ${n}`;
      return `${day}: ${name?.[language] ?? WORDS[language][why]}`;
    });
  return { nl: inWords('nl'), en: inWords('en') };
}
