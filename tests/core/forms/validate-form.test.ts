// What a form accepts, what it keeps, and how it says what does not fit.
import { describe, expect, it, test } from 'vitest';
import type { Field, FieldType } from '../../../contract/index.ts';
import { validateForm } from '../../../core/forms/index.ts';
import type { Json, Variables } from '../../../core/state.ts';

const now = { at: '2026-08-31T10:00:00.000Z', zone: 'Europe/Amsterdam' };
const label = { nl: 'Veld', en: 'Field' };
const form = (...fields: Field[]) => ({ id: 'plan', name: 'Plan', fields });
const field = (type: FieldType, more: Partial<Field> = {}): Field => ({ key: 'f', type, label, ...more });
const options = [
  { id: 'withName', label: { nl: 'Met naam', en: 'With name' } },
  { id: 'no', label: { nl: 'Nee', en: 'No' } },
];

/** What is kept of one value, or the messages of what does not fit. */
function reading(one: Field, given: Json): Json | string[] {
  const result = validateForm(form(one), { f: given }, {}, now);
  return result.ok ? (result.data.f ?? null) : result.problems.map(({ message }) => message);
}

describe('each type keeps', () => {
  test.each<[string, Field, Json, Json]>([
    ['text without spaces around it', field('text'), ' Ada ', 'Ada'],
    ['long text', field('longText'), 'een\ntwee', 'een\ntwee'],
    ['a number', field('number', { min: 0, max: 3 }), 2.5, 2.5],
    ['zero', field('number'), 0, 0],
    ['money in cents', field('money'), 1250, 1250],
    ['a date', field('date'), '2028-02-29', '2028-02-29'],
    ['an instant', field('dateTime'), '2026-09-07T12:00:00Z', '2026-09-07T12:00:00.000Z'],
    ['an instant with an offset', field('dateTime'), '2026-09-07T14:00+02:00', '2026-09-07T12:00:00.000Z'],
    ['a local date and time', field('dateTime'), '2026-09-07T14:00', '2026-09-07T12:00:00.000Z'],
    ['the id of a choice', field('choice', { options }), 'withName', 'withName'],
    ['a choice by its label', field('choice', { options }), 'met NAAM', 'withName'],
    ['a choice by its id in other case', field('choice', { options }), 'WITHNAME', 'withName'],
    ['choices, each once', field('choices', { options }), ['no', 'Nee', 'With name'], ['no', 'withName']],
    ['one choice as a list', field('choices', { options }), 'no', ['no']],
    ['yes', field('yesNo'), true, true],
    ['no, which is an answer', field('yesNo', { required: true }), false, false],
    ['ja as yes', field('yesNo'), 'Ja', true],
    ['a person', field('person'), 'per_1', 'per_1'],
    ['people, each once', field('people'), ['per_1', 'per_2', 'per_1'], ['per_1', 'per_2']],
    ['an organisation, a place, a file by their keys', field('file'), 'fil_1', 'fil_1'],
    ['a scale', field('scale'), 5, 5],
    ['a wider scale', field('scale', { min: 0, max: 10 }), 10, 10],
    [
      'commitments',
      field('commitments'),
      [{ text: ' open the hall ', owner: 'initiator', due: '2026-09-07', remindMe: true, why: '' }],
      [{ text: 'open the hall', owner: 'initiator', due: '2026-09-07', remindMe: true }],
    ],
  ])('%s', (_what, one, given, kept) => {
    expect(reading(one, given)).toEqual(kept);
  });
});

describe('each type refuses', () => {
  test.each<[Field, Json, string]>([
    [field('text'), 3, "Expected text in 'f', got 3"],
    [field('text', { min: 3 }), 'ab', "Expected at least 3 characters in 'f', got 'ab'"],
    [field('text', { max: 3 }), 'abcd', "Expected at most 3 characters in 'f', got 'abcd'"],
    [
      field('longText'),
      'x'.repeat(15_001),
      `Expected at most 15000 characters in 'f', got '${'x'.repeat(56)}…`,
    ],
    [field('number'), '3', "Expected a number in 'f', got '3'"],
    [field('number', { min: 1, max: 6 }), 7, "Expected a number from 1 to 6 in 'f', got 7"],
    [field('number', { min: 1 }), 0, "Expected a number of 1 or more in 'f', got 0"],
    [field('money'), 12.5, "Expected an amount in whole cents in 'f', got 12.5"],
    [field('money', { max: 100 }), 101, "Expected an amount in whole cents of 100 or less in 'f', got 101"],
    [field('date'), 'soon', "Expected a date like 2026-09-07 in 'f', got 'soon'"],
    [field('date'), '2026-02-30', "Expected a date like 2026-09-07 in 'f', got '2026-02-30'"],
    [field('date'), '07-09-2026', "Expected a date like 2026-09-07 in 'f', got '07-09-2026'"],
    [
      field('dateTime'),
      '2026-09-07',
      "Expected a date and time like 2026-09-07T14:00 in 'f', got '2026-09-07'",
    ],
    [
      field('dateTime'),
      '2026-09-07T25:00',
      "Expected a date and time like 2026-09-07T14:00 in 'f', got '2026-09-07T25:00'",
    ],
    [field('choice', { options }), 'maybe', "Expected one of withName, no in 'f', got 'maybe'"],
    [field('choices', { options }), ['no', 4], "Expected one of withName, no in 'f', got 4"],
    [field('choices', { options, max: 1 }), ['no', 'withName'], "Expected at most 1 in 'f', got 2"],
    [field('yesNo'), 'perhaps', "Expected yes or no in 'f', got 'perhaps'"],
    [field('person'), ['a', 'b'], `Expected one person in 'f', got ["a","b"]`],
    [field('people'), ['a', ''], "Expected people in 'f', got ''"],
    [field('place'), { name: 'hall' }, `Expected a place in 'f', got {"name":"hall"}`],
    [field('scale'), 6, "Expected a whole number from 1 to 5 in 'f', got 6"],
    [field('scale'), 2.5, "Expected a whole number from 1 to 5 in 'f', got 2.5"],
    [field('commitments'), 'open the hall', "Expected a list of commitments in 'f', got 'open the hall'"],
    [
      field('commitments', { min: 2 }),
      [{ text: 'a', owner: 'b', due: '2026-09-07' }],
      "Expected at least 2 in 'f', got 1",
    ],
  ])('%o: %j', (one, given, message) => {
    expect(reading(one, given)).toEqual([message]);
  });

  it('each part of a commitment that does not fit, with its place', () => {
    const given: Json = [
      { text: 'open the hall', owner: 'initiator', due: '2026-09-07' },
      {
        text: '',
        owner: ['a', 'b'],
        due: '2026-02-30',
        ownerSide: 'them',
        dueDate: 'x',
        repeat: { amount: 0, unit: 'days' },
      },
      'call',
    ];

    expect(reading(field('commitments'), given)).toEqual([
      "Expected one of text, owner, ownerSide, due, doneWhen, remindMe, repeat, why in 'f[1].dueDate', got 'x'",
      "Expected what will be done in 'f[1].text', got ''",
      `Expected exactly one person who does it in 'f[1].owner', got ["a","b"]`,
      "Expected one of initiator, us, partner, volunteer in 'f[1].ownerSide', got 'them'",
      "Expected a date like 2026-09-07 in 'f[1].due', got '2026-02-30'",
      `Expected an amount and a unit like { amount: 1, unit: months } in 'f[1].repeat', got {"amount":0,"unit":"days"}`,
      "Expected a commitment with text, owner and due in 'f[2]', got 'call'",
    ]);
  });
});

describe('a form', () => {
  const start = field('date', { key: 'start', required: true, label: { nl: 'Begin', en: 'Start' } });
  const why = field('text', { key: 'why' });

  it('names all problems at once, in words for people too', () => {
    const result = validateForm(form(start, { ...why, required: true }), { start: 'soon' }, {}, now);

    expect(result).toEqual({
      ok: false,
      problems: [
        {
          path: 'start',
          message: "Expected a date like 2026-09-07 in 'start', got 'soon'",
          text: {
            nl: 'Vul bij “Begin” een bestaande datum in.',
            en: 'Please give a date like 2026-09-07 for “Start”.',
          },
        },
        {
          path: 'why',
          message: "Expected an answer in 'why', got nothing",
          text: { nl: 'Vul “Veld” nog in.', en: 'Please fill in “Field”.' },
        },
      ],
    });
  });

  test.each<Json>([null, '', '  ', []])('takes %j as not filled in', (given) => {
    const result = validateForm(form({ ...why, required: true }), { why: given }, {}, now);

    expect(result).toMatchObject({ ok: false, problems: [{ path: 'why' }] });
  });

  it('keeps what it does not ask, and warns with what was probably meant', () => {
    const result = validateForm(form(start), { start: '2026-09-07', strat: 'x', other: 1 }, {}, now);

    expect(result).toMatchObject({
      ok: true,
      data: { start: '2026-09-07', strat: 'x', other: 1 },
      warnings: [
        { path: 'strat', message: "Expected only fields of form 'plan', got 'strat'; did you mean 'start'?" },
        { path: 'other', message: "Expected only fields of form 'plan', got 'other'; it has start" },
      ],
    });
  });

  it('requires an answer where its condition holds, over data, outcome and variables', () => {
    const changes = field('text', { key: 'changes', requiredIf: 'outcome = "adjust" and round < 2' });
    const ask = (outcome: string, variables: Variables) =>
      validateForm(form(changes), {}, variables, now, outcome).ok;

    expect(ask('adjust', { round: 1 })).toBe(false);
    expect(ask('adjust', { round: 2 })).toBe(true);
    expect(ask('stop', { round: 1 })).toBe(true);
  });

  it('looks at its own answers, not at those of an earlier round', () => {
    const changes = field('text', { key: 'changes', requiredIf: 'why = "evening"' });

    expect(validateForm(form(why, changes), {}, { why: 'evening' }, now).ok).toBe(true);
    expect(validateForm(form(why, changes), { why: 'evening' }, {}, now).ok).toBe(false);
  });

  it('neither asks nor keeps a hidden field, and what depends on it is hidden too', () => {
    const first = field('yesNo', { key: 'first' });
    const second = field('yesNo', { key: 'second', visibleIf: 'first', required: true });
    const third = field('text', { key: 'third', visibleIf: 'second', required: true });
    const answers = form(first, second, third);

    expect(validateForm(answers, { first: false, second: true, third: 'x' }, {}, now)).toMatchObject({
      ok: true,
      data: { first: false },
    });
    expect(validateForm(answers, { first: false, second: 'x' }, {}, now)).toMatchObject({
      data: { first: false },
    });
    expect(validateForm(answers, { first: true, second: true }, {}, now)).toMatchObject({
      ok: false,
      problems: [{ path: 'third' }],
    });
  });

  it('fills in defaults, literal or worked out, and only where nothing was given', () => {
    const months = field('number', { key: 'months', default: 3 });
    const review = field('date', {
      key: 'reviewOn',
      default: '= date(start) + duration("P1M") * 1',
    });
    const end = field('date', { key: 'end', default: '= if months = 3 then date("2026-12-07") else null' });
    const today = field('date', { key: 'day', default: '= today()' });

    expect(validateForm(form(start, months, end, today), { start: '2026-09-07' }, {}, now)).toMatchObject({
      data: { start: '2026-09-07', months: 3, end: '2026-12-07', day: '2026-08-31' },
    });
    expect(
      validateForm(
        form(start, months, end, today),
        { start: '2026-09-07', months: 2, day: '2026-01-01' },
        {},
        now,
      ),
    ).toMatchObject({ ok: true, data: { start: '2026-09-07', months: 2, day: '2026-01-01' } });
    expect(validateForm(form(review), {}, { start: '2026-09-07' }, now)).toMatchObject({ data: {} });
  });

  it('fills a field called outcome from the button that was pressed', () => {
    const outcome = field('choice', {
      key: 'outcome',
      required: true,
      options: [{ id: 'adjust', label: 'Adjust' }],
    });

    expect(validateForm(form(outcome), {}, {}, now, 'adjust')).toMatchObject({ data: { outcome: 'adjust' } });
    expect(validateForm(form(outcome), {}, {}, now)).toMatchObject({ ok: false });
  });

  it('asks that a list has what it must, by id or by the person who holds that role', () => {
    const decidedBy = field('people', { key: 'decidedBy', mustInclude: 'initiator' });
    const check = (given: string[]) =>
      validateForm(form(decidedBy), { decidedBy: given }, {}, now, undefined, { initiator: ['per_ada'] });

    expect(check(['initiator', 'supporter']).ok).toBe(true);
    expect(check(['per_ada', 'per_bo']).ok).toBe(true);
    const problem = {
      path: 'decidedBy',
      message: "Expected 'initiator' to be one of those in 'decidedBy'",
      text: { nl: expect.stringContaining('“initiatiefnemer”'), en: expect.stringContaining('“initiator”') },
    };
    expect(check(['per_bo'])).toMatchObject({ ok: false, problems: [problem] });
  });

  it('says so when its own expression cannot be worked out', () => {
    const result = validateForm(form(field('text', { requiredIf: '1 +' })), {}, {}, now);

    expect(result).toMatchObject({ ok: false, problems: [{ path: 'f' }] });
  });

  it('never keeps what an object inherits', () => {
    const inherited = field('text', { key: 'constructor' });

    expect(validateForm(form(inherited), {}, {}, now)).toEqual({ ok: true, data: {}, warnings: [] });
    expect(validateForm(form({ ...inherited, required: true }), {}, {}, now).ok).toBe(false);
  });
});

describe('citizen numbers', () => {
  const warned = (text: string) => {
    const result = validateForm(form(field('longText')), { f: text }, {}, now);
    return result.ok && result.warnings.map(({ path }) => path);
  };

  test.each(['mijn bsn is 111222333', '1112.22.333', '123456782', '010464554'])('%s warns', (text) => {
    expect(warned(text)).toEqual(['f']);
  });

  test.each(['call 0612345678', '111222334', 'ref 1234567890', 'on 2026-09-07', '000000000', '12 chairs'])(
    '%s does not',
    (text) => {
      expect(warned(text)).toEqual([]);
    },
  );
});
