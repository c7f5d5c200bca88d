import { describe, expect, test } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { evaluate, parse } from '../../../core/feel/index.ts';
import { FUNCTIONS, inWords, partsInWords, seenAt, suggest, troubleIn } from '../../../core/writing/index.ts';

const money: Definition = {
  v: 1,
  id: 'money',
  name: 'Money',
  roles: [
    { id: 'initiator', name: 'Initiator', side: 'initiator' },
    { id: 'coordinator', name: 'Coordinator', side: 'us' },
  ],
  forms: [
    {
      id: 'plan',
      name: 'Plan',
      fields: [
        { key: 'amount', type: 'number', label: { nl: 'Bedrag', en: 'Amount' }, required: true },
        {
          key: 'neighbours',
          type: 'yesNo',
          label: { nl: 'Antwoord van de buren', en: 'Answer of the neighbours' },
          required: true,
        },
        {
          key: 'size',
          type: 'choice',
          label: { nl: 'Grootte', en: 'Size' },
          options: [
            { id: 'small', label: { nl: 'klein', en: 'small' } },
            { id: 'large', label: { nl: 'groot', en: 'large' } },
          ],
        },
        { key: 'budget', type: 'money', label: { nl: 'Begroting', en: 'Budget' } },
        { key: 'names', type: 'people', label: { nl: 'Namen', en: 'Names' } },
        { key: 'begin', type: 'date', label: { nl: 'Begin', en: 'Beginning' } },
      ],
    },
  ],
  elements: [
    { id: 'start', type: 'startEvent', name: { nl: 'Plan', en: 'Plan' }, form: 'plan', x: 0, y: 0 },
    {
      id: 'look',
      type: 'userTask',
      name: { nl: 'Bekijken', en: 'Look' },
      roles: ['coordinator'],
      outcomes: [
        { id: 'yes', label: { nl: 'Ja', en: 'Yes' } },
        { id: 'no', label: { nl: 'Nee', en: 'No' } },
      ],
      set: [{ variable: 'half', value: 'amount / 2' }],
      x: 1,
      y: 0,
    },
    { id: 'end', type: 'endEvent', end: 'none', x: 2, y: 0 },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'look' },
    { id: 'b', from: 'look', to: 'end' },
  ],
  ladders: [],
  texts: {},
  variables: {},
};

const now = { at: '2026-04-01T10:00:00.000Z', zone: 'Europe/Amsterdam' };

describe('functions', () => {
  test.each(FUNCTIONS.map((one) => [one.name, one] as const))(
    '%s does what its example says',
    (_, { example, gives }) => {
      expect(evaluate(example, {}, now)).toEqual({ ok: true, value: gives });
    },
  );
});

describe('an expression in words', () => {
  test.each([
    [
      'amount > 500 and neighbours = true',
      '‘Bedrag’ is meer dan 500 en ‘Antwoord van de buren’ is ja',
      '‘Amount’ is more than 500 and ‘Answer of the neighbours’ is yes',
    ],
    [
      'size = "large" or (amount >= 1000 and neighbours = false)',
      '‘Grootte’ is ‘groot’ of (‘Bedrag’ is minstens 1.000 en ‘Antwoord van de buren’ is nee)',
      '‘Size’ is ‘large’ or (‘Amount’ is at least 1,000 and ‘Answer of the neighbours’ is no)',
    ],
    ['look_outcome = "yes"', 'uitkomst van “Bekijken” is ‘Ja’', 'outcome of “Look” is ‘Yes’'],
    [
      'amount between 1 and 5',
      '‘Bedrag’ is minstens 1 en hoogstens 5',
      '‘Amount’ is at least 1 and at most 5',
    ],
    ['date(begin) <= today()', '‘Begin’ is uiterlijk vandaag', '‘Beginning’ is no later than today'],
    [
      'begin > "2026-09-07"',
      '‘Begin’ is na maandag 7 september 2026',
      '‘Beginning’ is after Monday 7 September 2026',
    ],
    // Kept in cents, said in euros.
    ['budget >= 50000', '‘Begroting’ is minstens €\u00a0500', '‘Budget’ is at least €\u00a0500'],
    [
      'budget in [1250..780000)',
      '‘Begroting’ is minstens €\u00a012,50 en minder dan €\u00a07.800',
      '‘Budget’ is at least €\u00a012.50 and less than €\u00a07,800',
    ],
    ['amount in (1..5]', '‘Bedrag’ is meer dan 1 en hoogstens 5', '‘Amount’ is more than 1 and at most 5'],
    [
      'amount in (< 5, > 9)',
      '‘Bedrag’ is minder dan 5 of is meer dan 9',
      '‘Amount’ is less than 5 or is more than 9',
    ],
    [
      'size in ("small", "large")',
      '‘Grootte’ is een van ‘klein’, ‘groot’',
      '‘Size’ is one of ‘small’, ‘large’',
    ],
    ['size = null', '‘Grootte’ is leeg', '‘Size’ is empty'],
    [
      'not(neighbours = true)',
      'niet: ‘Antwoord van de buren’ is ja',
      'not: ‘Answer of the neighbours’ is yes',
    ],
    ['count(names) * 2 - 1', 'het aantal van ‘Namen’ keer 2 min 1', 'the number of ‘Names’ times 2 minus 1'],
    [
      'if amount > 500 then "much" else "little"',
      'als ‘Bedrag’ is meer dan 500, dan ‘much’, en anders ‘little’',
      'if ‘Amount’ is more than 500, then ‘much’, and otherwise ‘little’',
    ],
    [
      'some x in names satisfies x = "ada"',
      'voor minstens één x van ‘Namen’ geldt: x is ‘ada’',
      'for at least one x of ‘Names’: x is ‘ada’',
    ],
    [
      'begin + duration("P7D") > today()',
      '‘Begin’ plus 7 dagen is meer dan vandaag',
      '‘Beginning’ plus 7 days is more than today',
    ],
    ['list contains(names, "ada")', '‘Namen’ bevat ‘ada’', '‘Names’ contains ‘ada’'],
  ])('%s', (expression, nl, en) => {
    expect(inWords(money, expression, 'nl')).toBe(nl);
    expect(inWords(money, expression, 'en')).toBe(en);
  });

  test('is told part by part, each where it stands, so that each can be worked out by itself', () => {
    const expression = 'size = "large" or (amount >= 1000 and neighbours = false)';

    const parts = partsInWords(money, expression, 'en');

    expect(parts.map(({ from, to, depth }) => [expression.slice(from, to), depth])).toEqual([
      ['size = "large"', 0],
      ['amount >= 1000', 1],
      ['neighbours = false', 1],
    ]);
  });

  test('and nothing is said of what cannot be read', () => {
    expect(inWords(money, 'amount >', 'en')).toBeUndefined();
    expect(partsInWords(money, 'amount >', 'en')).toEqual([]);
  });
});

describe('what can be named in a place', () => {
  test('is told with what it holds, who sets it, and whether it has a value by then', () => {
    const seen = new Map(
      seenAt(money, { element: 'look', when: 'begin' }, 'en').map((one) => [one.name, one]),
    );

    expect(seen.get('amount')).toMatchObject({
      kind: 'number',
      certainty: 'surely',
      setBy: [{ element: 'start', title: 'Plan' }],
    });
    expect(seen.get('size')).toMatchObject({ kind: 'choice', certainty: 'maybe' });
    expect(seen.get('half')).toMatchObject({
      kind: 'number',
      certainty: 'never',
      setBy: [{ element: 'look', title: 'Look' }],
    });
    expect(seen.get('look_outcome')).toMatchObject({ kind: 'choice', certainty: 'never' });
    expect([...seen.keys()].at(0)).toBe('amount');
  });

  test('after a step, what it sets has a value', () => {
    const seen = seenAt(money, { element: 'look', when: 'after' }, 'en');

    expect(seen.find(({ name }) => name === 'half')).toMatchObject({ certainty: 'surely' });
    expect(seen.find(({ name }) => name === 'look_outcome')).toMatchObject({ certainty: 'surely' });
  });
});

describe('suggestions', () => {
  const seen = seenAt(money, undefined, 'en');
  const offered = (typed: string) => suggest(typed, typed.length, seen, 'en').all.map(({ insert }) => insert);

  test('begin with the names whose beginning was typed, by name or by question', () => {
    expect(offered('am')[0]).toBe('amount');
    expect(offered('neighbours = true and answ')[0]).toBe('neighbours');
  });

  test('name functions by their name of several words', () => {
    expect(offered('list con')).toContain('list contains()');
    const { from } = suggest('1 + list con', 12, seen, 'en');
    expect('1 + list con'.slice(from)).toBe('list con');
  });

  test('give the answers to choose from behind a comparison', () => {
    expect(offered('size = ')).toEqual(['"small"', '"large"']);
    expect(offered('size != "la')).toEqual(['"large"']);
    expect(offered('neighbours = ')).toEqual(['true', 'false']);
    expect(offered('size = "large"')).toEqual([]);
  });

  test('join a finished part to the next', () => {
    expect(offered('amount > 3 ')).toEqual(['and', 'or']);
    expect(offered('amount > 3 and ')).toContain('neighbours');
  });

  test('are none inside a text', () => {
    expect(offered('amount = "am')).toEqual([]);
  });
});

test('a day that is kept as text, compared with one', () => {
  const kept = (name: string) => (name === 'begin' ? 'date' : undefined);
  const trouble = troubleIn('amount > 3 and begin < today()', ['amount', 'begin'], 'en', kept);

  expect(trouble).toMatchObject({
    severity: 'error',
    says: '‘begin’ is kept as text. Write date(begin) to compare it with a day.',
    instead: { from: 15, to: 20, text: 'date(begin)' },
  });
  expect(troubleIn('date(begin) < today()', ['begin'], 'en', kept)).toBeUndefined();
});

describe('what is wrong', () => {
  const names = ['amount', 'neighbours', 'size', 'names'];
  const told = (expression: string) => {
    const trouble = troubleIn(expression, names, 'en');
    const { instead } = trouble ?? {};
    return {
      ...(trouble && { at: expression.slice(trouble.from, trouble.to), says: trouble.says }),
      ...(instead && {
        mended: expression.slice(0, instead.from) + instead.text + expression.slice(instead.to),
      }),
    };
  };

  test.each([
    [
      'amount >',
      '',
      'Something must follow ‘>’. Expected: a name, a number, or a text between quotes.',
      undefined,
    ],
    [
      'amount > 3 and',
      '',
      'Something must follow ‘and’. Expected: a name, a number, or a text between quotes.',
      undefined,
    ],
    ['(amount > 3', '(', 'This bracket is not closed. Expected: ) further on.', '(amount > 3)'],
    ['amount > 3)', ')', 'This bracket ) has no opening bracket (.', 'amount > 3'],
    [
      'size = "large',
      '"large',
      'This text is not closed. Expected: a quote (") at its end.',
      'size = "large"',
    ],
    ['size == "large"', '==', 'Equal is one sign here: =.', 'size = "large"'],
    [
      'amount > 3&&neighbours',
      '&&',
      'Write ‘and’ here, between two conditions that must both hold.',
      'amount > 3 and neighbours',
    ],
    ["size = 'large'", "'", 'A text stands between double quotes: "like this".', undefined],
    ['amount > 2,5', '2,5', 'A number has a point here, not a comma.', 'amount > 2.5'],
    ['coutn(names) > 1', 'coutn', '‘coutn’ is no function. Do you mean count?', 'count(names) > 1'],
    [
      'amont > 3',
      'amont',
      'Nothing in this process gives ‘amont’ a value. Do you mean amount?',
      'amount > 3',
    ],
    [
      'size = large',
      'large',
      'Nothing in this process gives ‘large’ a value. Is it a text? Put it between quotes.',
      'size = "large"',
    ],
    [
      'amount 3',
      '3',
      '‘3’ cannot stand here. Expected: a sign or word in between, such as =, >, + or and.',
      undefined,
    ],
  ])('%s', (expression, at, says, mended) => {
    expect(told(expression)).toEqual({ at, says, ...(mended === undefined ? {} : { mended }) });
  });

  test('what was put right can be read', () => {
    for (const expression of [
      '(amount > 3',
      'amount > 3)',
      'size = "large',
      'size == "large"',
      'amount > 2,5',
    ])
      expect(parse(told(expression).mended ?? '')).toMatchObject({ ok: true });
  });

  test('nothing is wrong with what is right', () => {
    for (const expression of [
      'amount > 500 and neighbours = true',
      'size = "it\'s & so"',
      'list contains(names, "a,b")',
      'amount in [1..5]',
      'today() > date("2026-01-01")',
      'openCommitments = 0',
    ])
      expect([expression, troubleIn(expression, [...names, 'openCommitments'], 'en')]).toEqual([
        expression,
        undefined,
      ]);
  });
});
