import { describe, expect, test } from 'vitest';
import type { Decision, Definition } from '../../../contract/index.ts';
import { tryTable } from '../../../core/decisions/try.ts';
import {
  answerTrouble,
  brokenCells,
  findingsOf,
  missingRow,
  rowInWords,
  testTrouble,
} from '../../../core/writing/index.ts';

const days: Decision = {
  id: 'days',
  hitPolicy: 'unique',
  inputs: [{ value: 'size' }, { value: 'amount' }],
  outputs: [{ name: 'days', label: { nl: 'Dagen', en: 'Days' } }],
  rules: [
    { when: ['"small"', '-'], gives: ['2'] },
    { when: ['"large"', '< 500'], gives: ['5'] },
  ],
};
const drawn = (table: Decision): Definition => ({
  v: 1,
  id: 'd',
  name: 'D',
  roles: [],
  forms: [
    {
      id: 'f',
      name: 'F',
      fields: [
        {
          key: 'size',
          type: 'choice',
          label: { nl: 'Grootte', en: 'Size' },
          options: [
            { id: 'small', label: { nl: 'klein', en: 'small' } },
            { id: 'large', label: { nl: 'groot', en: 'large' } },
          ],
        },
        { key: 'amount', type: 'number', label: { nl: 'Bedrag', en: 'Amount' } },
      ],
    },
  ],
  decisions: [table],
  elements: [{ id: 'start', type: 'startEvent', form: 'f' }],
  flows: [],
  ladders: [],
  texts: {},
  variables: {},
});

test('a row is told as a sentence', () => {
  expect(rowInWords(drawn(days), days, 1, 'en')).toBe(
    'If ‘Size’ is ‘large’ and ‘Amount’ is less than 500 → Days: 5',
  );
  expect(rowInWords(drawn(days), days, 0, 'nl')).toBe('Als ‘Grootte’ is ‘klein’ → Dagen: 2');
});

describe('a cell', () => {
  const names = ['size', 'amount'];

  test.each([
    ['small', 'small', '"small"'],
    ['< 5 && > 2', '&&', '< 5 and > 2'],
    ['"small', '"small', '"small"'],
    ['< 2,5 ', undefined, undefined],
  ])('that is wrong says where: %s', (text, at, mended) => {
    const trouble = testTrouble(text, names, 'en');
    expect(trouble && text.slice(trouble.from, trouble.to)).toBe(at);
    const { instead } = trouble ?? {};
    expect(instead && text.slice(0, instead.from) + instead.text + text.slice(instead.to)).toBe(mended);
  });

  test.each(['', '-', '"small", "large"', '< 5', '[1..3]', 'not("small")', '? > amount', 'amount'])(
    'that is right says nothing: %s',
    (text) => {
      expect(testTrouble(text, names, 'en')).toBeUndefined();
    },
  );

  test('of an answer is an expression', () => {
    expect(answerTrouble('amount *', names, 'en')?.says).toContain('Something must follow ‘*’');
    expect(answerTrouble('amount * 2', names, 'en')).toBeUndefined();
  });
});

describe('the whole', () => {
  test('says what is missing, and gives the row for it', () => {
    expect(findingsOf(drawn(days), 'days').map(({ rule }) => rule)).toEqual(['decision-gap']);
    expect(missingRow(drawn(days), days)).toEqual(['"large"', '500']);
  });

  test('says in which cells something cannot be read', () => {
    const rules = [
      { when: ['"small"', '< 5 &&'], gives: ['2'] },
      { when: ['-', ''], gives: ['2 +'] },
    ];
    expect(brokenCells({ ...days, rules })).toEqual([
      { row: 0, of: 'input', at: 1 },
      { row: 1, of: 'output', at: 0 },
    ]);
    expect(brokenCells(days)).toEqual([]);
  });

  test('says which rows are in each other’s way', () => {
    const clashing = { ...days, rules: [...days.rules, { when: ['"large"', '-'], gives: ['9'] }] };
    expect(findingsOf(drawn(clashing), 'days')).toMatchObject([{ rule: 'decision-rows', severity: 'error' }]);
    expect(missingRow(drawn(clashing), clashing)).toBeUndefined();
  });
});

test('tried on values, it says which rows fit and what comes out, as the engine works it out', () => {
  const now = { at: '2026-04-01T10:00:00.000Z', zone: 'Europe/Amsterdam' };
  const clashing = { ...days, rules: [...days.rules, { when: ['-', '>= 400'], gives: ['9'] }] };

  expect(tryTable(days, [days], { size: 'large', amount: 3 }, now)).toEqual({
    inputs: ['large', 3],
    fits: [1],
    result: { ok: true, value: 5 },
  });
  expect(tryTable(clashing, [clashing], { size: 'large', amount: 450 }, now)).toMatchObject({
    fits: [1, 2],
    result: { ok: false },
  });
});
