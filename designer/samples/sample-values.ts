/** A believable value for everything a process can know, so that expressions, tables and mails can be tried without typing. */
import type { Definition, Language } from '../../contract/index.ts';
import { dutchCalendar, localDate } from '../../core/calendar/index.ts';
import { evaluate, type Now } from '../../core/feel/index.ts';
import { outcomeVariable } from '../../core/outcome-variable.ts';
import type { Variables } from '../../core/state.ts';
import { sampleData } from '../play/sample-data.ts';

/** Answers by their question, outcomes by the first one, what is set by what its expression gives for these. */
export function sampleValues(definition: Definition, language: Language, now: Now): Variables {
  const values: Variables = {};
  const given = { today: localDate(now.zone, now.at), at: now.at, language };
  for (const form of definition.forms)
    for (const { visibleIf: _, ...field } of form.fields)
      Object.assign(
        values,
        sampleData(
          { ...form, fields: [field] },
          { ...given, words: language === 'nl' ? 'Moestuin' : 'Garden' },
        ),
      );
  for (const element of definition.elements) {
    if (element.type === 'userTask' && element.outcomes?.[0])
      values[outcomeVariable(element.id)] = element.outcomes[0].id;
    if (element.type === 'serviceTask' && element.result && element.job === 'capacity.take')
      values[element.result] = { taken: true };
  }
  for (const element of definition.elements)
    for (const one of element.set ?? []) {
      if (!('value' in one) || Object.hasOwn(values, one.variable)) continue;
      const made = evaluate(one.value, values, now);
      if (made.ok && made.value !== null) values[one.variable] = made.value;
    }
  return values;
}

/** The moment at which samples are looked at: now, on the organisation's clock. */
export const nowHere = (): Now => ({ at: new Date().toISOString(), zone: dutchCalendar.zone });
