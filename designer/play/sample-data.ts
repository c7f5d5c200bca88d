/** Believable answers to a form, so that a process can be tried without typing. */
import type { Field, Form, Language } from '../../contract/index.ts';
import { addDays, addWorkingDays, dutchCalendar, type LocalDate } from '../../core/calendar/index.ts';
import { holds } from '../../core/feel/index.ts';
import type { Json, Variables } from '../../core/state.ts';

interface Given {
  today: LocalDate;
  at: string;
  language: Language;
  words: string;
}

/** What is asked and shown, in order; later questions may depend on earlier answers. */
export function sampleData(form: Form | undefined, given: Given): Variables {
  const data: Variables = {};
  for (const field of form?.fields ?? []) {
    if (field.visibleIf !== undefined) {
      const shown = holds(
        field.visibleIf,
        { ...data, outcome: null },
        { at: given.at, zone: dutchCalendar.zone },
      );
      if (!shown.ok || !shown.holds) continue;
    }
    const value = sampleOf(field, given);
    if (value !== undefined) data[field.key] = value;
  }
  return data;
}

function sampleOf(field: Field, given: Given): Json | undefined {
  const { today, language, words } = given;
  const nl = language === 'nl';
  if (field.default !== undefined && !(typeof field.default === 'string' && field.default.startsWith('=')))
    return field.default;
  switch (field.type) {
    case 'text':
      return field.personal ? 'Amina' : words;
    case 'longText':
      return nl ? 'We beginnen klein en kijken wat werkt.' : 'We begin small and see what works.';
    case 'number':
    case 'scale':
      return Math.max(field.min ?? 1, Math.min(field.max ?? 3, 3));
    case 'money':
      return Math.max(field.min ?? 0, 25_000);
    case 'date':
      return addWorkingDays(dutchCalendar, today, 10).date;
    case 'dateTime':
      return `${addWorkingDays(dutchCalendar, today, 5).date}T12:00:00.000Z`;
    case 'choice':
      return field.options?.[0]?.id ?? null;
    case 'choices':
      return field.options?.[0] ? [field.mustInclude ?? field.options[0].id] : [];
    case 'yesNo':
      return true;
    case 'person':
      return 'supporter';
    case 'people':
      return [...new Set([field.mustInclude ?? 'initiator', 'supporter'])];
    case 'organisation':
      return 'Woonstad';
    case 'place':
      return nl ? 'Het buurthuis' : 'The community centre';
    case 'commitments':
      return [
        {
          text: nl ? 'Buren uitnodigen' : 'Invite the neighbours',
          owner: 'initiator',
          due: addDays(today, 14),
        },
        {
          text: nl ? 'De grond laten onderzoeken' : 'Have the soil examined',
          owner: 'supporter',
          due: addDays(today, 21),
        },
      ];
    case 'rows':
      return [
        Object.fromEntries(
          (field.columns ?? []).flatMap((column): [string, Json][] => {
            const value = sampleOf(column, given);
            return value === undefined ? [] : [[column.key, value]];
          }),
        ),
      ];
    case 'file':
      return undefined;
  }
}
