/** Conditions as people say them, in a sentence and in the little room there is on an arrow. */
import { describe, expect, test } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { conditionBriefly, conditionWords } from '../../../core/prose/condition-words.ts';

const garden = Definition.parse({
  v: 1,
  id: 'garden',
  name: 'Tuin',
  roles: [{ id: 'coordinator', name: 'Coördinator', side: 'us' }],
  forms: [
    {
      id: 'first',
      name: 'Eerste',
      fields: [
        {
          key: 'size',
          type: 'choice',
          label: { nl: 'Hoe groot is het?', en: 'How large is it?' },
          options: [
            { id: 'small', label: { nl: 'Klein', en: 'Small' } },
            { id: 'large', label: { nl: 'Groot', en: 'Large' } },
          ],
        },
        {
          key: 'budget',
          type: 'money',
          label: { nl: 'Hoeveel geld is er?', en: 'How much money is there?' },
        },
        { key: 'from', type: 'date', label: { nl: 'Vanaf wanneer?', en: 'From when?' } },
        { key: 'join', type: 'yesNo', label: { nl: 'Doen de buren mee?', en: 'Do neighbours join?' } },
        {
          key: 'people',
          type: 'number',
          label: {
            nl: 'Hoeveel mensen komen er elke week helpen?',
            en: 'How many people come to help every week?',
          },
        },
      ],
    },
  ],
  elements: [
    { id: 'start', type: 'startEvent', form: 'first' },
    {
      id: 'call',
      type: 'userTask',
      name: { nl: 'Bellen', en: 'Call' },
      roles: ['coordinator'],
      outcomes: [
        { id: 'go', label: { nl: 'Door', en: 'Go on' } },
        { id: 'stop', label: { nl: 'Stoppen', en: 'Stop' } },
      ],
    },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'call' },
    { id: 'b', from: 'call', to: 'end' },
  ],
});

const briefly = (feel: string, language: 'nl' | 'en' = 'nl') => conditionBriefly(garden, feel, language, 34);

describe('a condition on an arrow', () => {
  test('is the question and the answer as the form has them', () => {
    expect(briefly('size = "small"')).toBe('Hoe groot is het: Klein');
    expect(briefly('size != "small"', 'en')).toBe('How large is it: not Small');
    expect(briefly('join = true')).toBe('Doen de buren mee: ja');
    expect(briefly('size = null')).toBe('Hoe groot is het: leeg');
  });

  test('gives up the end of the question before the answer', () => {
    expect(briefly('people > 3')).toBe('Hoeveel mensen komen…: meer dan 3');
    expect(briefly('people >= 3 and join = false', 'en')).toMatch(/^How man…: at least 3 and/);
    expect(briefly('people >= 3 and join = false').length).toBeLessThanOrEqual(34);
  });

  test('names the outcome of a step', () => {
    expect(briefly('call_outcome = "go"', 'en')).toMatch(/: Go on$/);
  });

  test('that menus cannot show stands with its names in words', () => {
    expect(briefly('people * 2 > 9', 'en')).toBe('How many people come to help ever…');
    expect(briefly('not(join)')).toBe('not(Doen de buren mee)');
  });
});

describe('an amount, which is kept in cents', () => {
  test('is said in euros', () => {
    expect(briefly('budget > 50000')).toBe('Hoeveel geld is er: meer dan €\u00a0500');
    expect(conditionWords(garden, 'budget <= 1250', 'en')).toBe(
      '‘How much money is there’ is at most €\u00a012.50',
    );
  });

  test('also where menus cannot show the whole', () => {
    expect(conditionWords(garden, 'budget >= 780000 and not(join)', 'nl')).toContain('≥ €\u00a07.800');
    expect(conditionWords(garden, 'people >= 780000 and not(join)', 'nl')).toContain('≥ 780000');
  });
});

test('a day is before or after another, and written out', () => {
  expect(briefly('from < "2026-09-07"', 'en')).toBe('From when: before 7 September 2026');
  expect(conditionWords(garden, 'from >= "2026-09-07"', 'nl')).toBe(
    '‘Vanaf wanneer’ is niet eerder dan 7 september 2026',
  );
});

test('in a sentence the same answer stands between marks', () => {
  expect(conditionWords(garden, 'size = "small" or join = true', 'en')).toBe(
    '‘How large is it’ is ‘Small’ or ‘Do neighbours join’ is yes',
  );
});
