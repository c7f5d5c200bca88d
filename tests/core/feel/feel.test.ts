// FEEL as the engine uses it: values as JSON, no clock of its own, bounded work, errors that point at a place.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { evaluate, holds, parse } from '../../../core/feel/index.ts';
import { readable } from '../../../core/feel/parse.ts';
import type { Variables } from '../../../core/state.ts';

const now = { at: '2026-09-07T10:15:30.000Z', zone: 'Europe/Amsterdam' };
const value = (expression: string, variables: Variables = {}, at = now) => {
  const result = evaluate(expression, variables, at);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const refusal = (expression: string, variables: Variables = {}) => {
  const result = evaluate(expression, variables, now);
  return result.ok ? `gave ${JSON.stringify(result.value)}` : result.message;
};

describe('values', () => {
  test.each<[string, Variables, unknown]>([
    ['1 + 2 * 3', {}, 7],
    ['0.1 + 0.2', {}, 0.1 + 0.2],
    ['-n', { n: 3 }, -3],
    ['amount - 250', { amount: 1000 }, 750],
    ['"a" + name', { name: 'b' }, 'ab'],
    ['{a: 1, b: a + 1}', {}, { a: 1, b: 2 }],
    ['[1, null, "x", true]', {}, [1, null, 'x', true]],
    ['plan.place.name', { plan: { place: { name: 'Kuyperplein' } } }, 'Kuyperplein'],
    ['count(list[owner = "us"])', { list: [{ owner: 'us' }, { owner: 'x' }, { owner: 'us' }] }, 2],
    ['list[2].text', { list: [{ text: 'a' }, { text: 'b' }] }, 'b'],
    ['list[-1]', { list: [1, 2, 3] }, 3],
    ['for i in 1..3 return i * n', { n: 2 }, [2, 4, 6]],
    ['for i in 3..1 return i', {}, [3, 2, 1]],
    ['for i in [1..3] return i', {}, [1, 2, 3]],
    ['for x in l, y in x.parts return y + n', { n: 1, l: [{ parts: [1, 2] }, { parts: [3] }] }, [2, 3, 4]],
    ['for i in 1..4 return if i = 1 then 1 else partial[-1] * i', {}, [1, 2, 6, 24]],
    ['some x in l satisfies x.late = true', { l: [{ late: false }, { late: true }] }, true],
    ['every x in l satisfies x > low', { l: [2, 3], low: 1 }, true],
    ['if missing = null then "none" else missing', {}, 'none'],
    ['x in ("a", "b")', { x: 'b' }, true],
    ['x between 1 and 3', { x: 2 }, true],
    ['contains(lower case(t), "tuin")', { t: 'Buurttuin' }, true],
    ['matches(code, "^[0-9]{4} ?[A-Z]{2}$")', { code: '1234 AB' }, true],
    ['matches(code, "^[0-9]{4} ?[A-Z]{2}$")', { code: 'niets' }, false],
    ['string length(t)', { t: 'abc' }, 3],
    ['1 / 0', {}, null],
    ['"a" > 1', {}, false],
  ])('%s with %j gives %j', (expression, variables, expected) => {
    expect(value(expression, variables)).toEqual(expected);
  });

  it('gives dates, instants and durations as ISO text, and reads them back from variables', () => {
    expect(value('date(start)', { start: '2026-09-07' })).toBe('2026-09-07');
    expect(value('date(start) + duration("P3M")', { start: '2026-11-30' })).toBe('2027-02-28');
    expect(value('date(end) - date(start)', { start: '2026-09-07', end: '2026-09-21' })).toBe('P14D');
    expect(value('date(start) < date(end)', { start: '2026-09-07', end: '2026-09-21' })).toBe(true);
    expect(value('date and time(sent) + duration("PT1H")', { sent: '2026-09-07T10:00:00.000Z' })).toBe(
      '2026-09-07T11:00:00.000Z',
    );
    expect(value('date and time("2026-09-07T10:00:00+02:00")')).toBe('2026-09-07T08:00:00.000Z');
    expect(value('date and time("2026-09-07T10:00:00")')).toBe('2026-09-07T08:00:00.000Z');
    expect(value('[duration("P1Y2M"), time("10:30:00")]')).toEqual(['P1Y2M', '10:30:00']);
  });

  it('gives null for a date that does not exist', () => {
    expect(value('date("2026-02-30")')).toBeNull();
  });

  it('reads a variable that has the name of a function, and still calls the function', () => {
    expect(value('count > 2', { count: 3 })).toBe(true);
    expect(value('sum(numbers)', { numbers: [1, 2] })).toBe(3);
  });

  it('does not see what objects inherit', () => {
    expect(value('constructor', {})).toBeNull();
    expect(value('a.__proto__', { a: {} })).toBeNull();
    expect(value('toString', {})).toBeNull();
  });

  it('gives the same answer the second time, and with other variables another', () => {
    const half = 'n / 2';
    expect([value(half, { n: 4 }), value(half, { n: 6 }), value(half, { n: 4 })]).toEqual([2, 3, 2]);
  });
});

describe('the clock', () => {
  it('answers now() and today() from the moment and zone that are given', () => {
    const evening = { at: '2026-09-07T22:30:00.000Z', zone: 'Europe/Amsterdam' };
    expect(value('now()', {}, evening)).toBe('2026-09-07T22:30:00.000Z');
    expect(value('today()', {}, evening)).toBe('2026-09-08');
    expect(value('now().hour', {}, evening)).toBe(0);
    expect(value('today()', {}, { ...evening, zone: 'UTC' })).toBe('2026-09-07');
    expect(value('today() > date(start)', { start: '2026-09-07' }, evening)).toBe(true);
  });

  it('keeps milliseconds, and the right hour where an autumn clock shows it twice', () => {
    expect(value('now()', {}, { at: '2026-10-25T00:30:00.125Z', zone: 'Europe/Amsterdam' })).toBe(
      '2026-10-25T00:30:00.125Z',
    );
    expect(
      value('[now(), now().hour]', {}, { at: '2026-10-25T01:30:00.000Z', zone: 'Europe/Amsterdam' }),
    ).toEqual(['2026-10-25T01:30:00.000Z', 2]);
  });
});

describe('conditions', () => {
  it('hold when true, and not when false or null', () => {
    expect(holds('a > 1', { a: 2 }, now)).toEqual({ ok: true, holds: true, missing: [] });
    expect(holds('a > 1', { a: 1 }, now)).toEqual({ ok: true, holds: false, missing: [] });
    expect(holds('a > 1', { a: null }, now)).toEqual({ ok: true, holds: false, missing: [] });
  });

  it('report the names that were looked for and not set, and no others', () => {
    expect(holds('fit = "outside" and places > 0', { places: 1 }, now)).toEqual({
      ok: true,
      holds: false,
      missing: ['fit'],
    });
    expect(holds('if known then true else other', { known: true }, now)).toMatchObject({ missing: [] });
  });

  it('refuse an answer that is neither yes nor no', () => {
    expect(holds('name', { name: 'x' }, now)).toEqual({
      ok: false,
      message: `Expected yes or no from 'name', but got "x"`,
    });
  });
});

describe('reading', () => {
  test.each<[string, string[]]>([
    ['a.b > 3 and c = "x"', ['a', 'c']],
    ['n9_outcome = "yes" or n9_outcome = "no"', ['n9_outcome']],
    ['count(list[owner = "us" and item.late]) > low', ['list', 'low']],
    ['for x in l, y in x.parts return x.n + y + z', ['l', 'z']],
    ['some x in 1..n satisfies x = m', ['n', 'm']],
    ['{a: q, b: a}.b', ['q']],
    ['now() > date and time(sent) and today() = date(day)', ['sent', 'day']],
    ['x instance of number', ['x']],
    ['for i in 1..2 return partial', []],
    ['"a b c"', []],
  ])('finds the variables of %s', (expression, names) => {
    expect(parse(expression)).toEqual({ ok: true, names });
  });

  test.each<[string, number, string]>([
    ['', 0, 'Expected an expression, but got nothing'],
    ['a +', 3, 'Expected more, but the expression ends here'],
    ['a > and b', 4, 'Did not expect "and" here'],
    ['outcome = good enough', 10, 'Expected one word or a text between quotes, but got "good enough"'],
    ['frobnicate(a)', 0, 'Expected the name of a function, but got frobnicate'],
    ['function(x) x', 0, 'Functions cannot be defined in an expression'],
    ['for i in 1..1000000 return i', 9, 'Expected a range of at most 10000 steps, but got 1..1000000'],
    ['__each(a)', 0, 'Expected the name of a function, but got __each'],
    ['__each', 0, 'Names that begin with __ are reserved, but got __each'],
    ['`a`', 0, 'Did not expect "`" here'],
    ['matches(a, "(a+)+b")', 11, 'Expected a simple pattern'],
    ['matches(a, b)', 0, 'Expected a pattern between quotes as the second part of matches'],
  ])('says where %s goes wrong', (expression, at, message) => {
    const parsed = parse(expression);

    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.at).toBe(at);
    expect(parsed.message).toContain(message);
    expect(refusal(expression)).toContain(message);
  });

  test.each<[string, number, string]>([
    ['n == 5', 3, 'Did not expect a second "=" here'],
    ['n != = 5', 5, 'Did not expect a second "=" here'],
    ['= n > 5', 0, 'Expected an expression without "=" in front of it'],
    ['n >> 5', 3, 'Expected a value here, but got the test "> 5"'],
    ['n > 2 and < 5', 10, 'Expected a value here, but got the test "< 5"'],
    ['if a then > 3 else 2', 10, 'Expected a value here, but got the test "> 3"'],
  ])('refuses %s, which could be run but never means anything', (expression, at, message) => {
    expect(parse(expression)).toMatchObject({ ok: false, at, message: expect.stringContaining(message) });
    expect(refusal(expression)).not.toContain(message);
  });

  test.each(['n in > 3', 'n in (> 3, < 1)', 'n in [> 3]', 'n in (> 3)'])(
    'takes a test where one may stand: %s',
    (expression) => {
      expect(parse(expression)).toEqual({ ok: true, names: ['n'] });
    },
  );

  it('refuses an expression that is too long', () => {
    expect(parse(`"${'x'.repeat(4_000)}"`)).toMatchObject({ ok: false, at: 4_000 });
  });
});

describe('bounds', () => {
  test.each<[string, Variables]>([
    ['for i in 1..n return i', { n: 1_000_000 }],
    ['for i in [1..n] return i', { n: 1_000_000 }],
    ['count([1..n][item > 3])', { n: 1_000_000 }],
    ['some i in 1..n satisfies i = 0', { n: 1_000_000 }],
    ['for i in 1..300, j in 1..300 return i', {}],
    ['for i in 1..300 return for j in 1..300 return j', {}],
    ['count(l[count(l[item > 1]) > 1])', { l: Array.from({ length: 200 }, (_, i) => i) }],
  ])('%s stops at the limit of steps', (expression, variables) => {
    expect(refusal(expression, variables)).toMatch(/^Expected at most 10000 steps/);
  });

  it('stops texts and answers that grow without end', () => {
    expect(refusal('for i in 1..60 return if i = 1 then "ab" else partial[-1] + partial[-1]')).toMatch(
      /^Expected a text of at most 1000/,
    );
    expect(refusal('for i in 1..40 return if i = 1 then 1 else [partial[-1], partial[-1]]')).toMatch(
      /^Expected an answer of at most/,
    );
    expect(refusal('matches(t, "a+b+c+")', { t: 'a'.repeat(5_000) })).toMatch(
      /^Expected a text of at most 200/,
    );
    expect(value('matches(t, "^\\s*(none)?[.!]?\\s*$")', { t: 'long '.repeat(3_000) })).toBe(false);
  });

  it('starts counting anew for each evaluation', () => {
    const loop = 'sum(for i in 1..6000 return 1)';
    expect([value(loop), value(loop), value(loop)]).toEqual([6000, 6000, 6000]);
  });

  it('reads loops inside the ranges of loops, however deep', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '1' : `count(for i in ${nested(depth - 1)}..2 return i)`;

    expect(value(nested(1))).toBe(2);
    expect(value(nested(2))).toBe(1);
    expect(value(nested(30))).toBe(1);
  });

  it('refuses what is nested too deep', () => {
    expect(refusal(`${'('.repeat(400)}1${')'.repeat(400)}`)).toContain('at most 200 levels');
  });

  it('always answers, with data or with a reason, whatever the expression', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'l',
      'x',
      '1',
      '300',
      '"t"',
      'null',
      'true',
      'now()',
      '[1, 2, 3]',
      'partial',
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 5 },
        word,
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('+', '*', '=', '<', 'and', 'or', '..', 'in'),
            tie('expression'),
          )
          .map((parts) => parts.join(' ')),
        fc
          .tuple(tie('expression'), tie('expression'))
          .map(([from, to]) => `for x in ${from}..${to} return x`),
        fc
          .tuple(tie('expression'), tie('expression'))
          .map(([list, body]) => `for x in ${list} return ${body}`),
        fc.tuple(tie('expression'), tie('expression')).map(([list, test]) => `${list}[${test}]`),
        fc
          .tuple(tie('expression'), tie('expression'))
          .map(([list, test]) => `some x in ${list} satisfies ${test}`),
        tie('expression').map((inner) => `(${inner})`),
        tie('expression').map((inner) => `count(${inner})`),
        tie('expression').map((inner) => `{a: ${inner}}`),
        fc.string(),
      ),
    }));

    fc.assert(
      fc.property(expression, (text) => {
        const variables = { a: 2, b: 'x', l: [{ a: 1 }, { a: 3 }] };
        const first = evaluate(text, variables, now);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        expect(evaluate(text, variables, now)).toEqual(first);
        if (!readable(text).ok) expect(first.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses answers that are not data', () => {
    expect(refusal('[1..3]')).toContain('it gives a range or a function');
    expect(refusal('sum')).toContain('it gives a range or a function');
    expect(refusal('10 ** 400')).toContain('too large');
  });
});

it('runs an expression it has seen before at least ten times as fast', () => {
  const variables = { a: { b: 4 }, c: 'x', d: false };
  const texts = Array.from({ length: 200 }, (_, i) => `a.b > ${i} and c = "x${i}" or d`);
  const timed = () => {
    const began = performance.now();
    for (const text of texts) value(text, variables);
    return performance.now() - began;
  };

  const first = timed();
  const again = Math.min(...Array.from({ length: 5 }, timed));

  expect(first / again).toBeGreaterThan(10);
});

describe('a name that is a word of the language elsewhere', () => {
  it('gives an answer that can be shown, and never an exception', () => {
    const now = { at: '2026-09-01T08:00:00.000Z', zone: 'Europe/Amsterdam' };

    expect(evaluate('if list instance of list<Any> then 1 else 2', { list: [1] }, now)).toMatchObject({
      ok: false,
      message: expect.stringContaining('cannot be read with these names'),
    });
    expect(evaluate('count(list)', { list: [1, 2] }, now)).toEqual({ ok: true, value: 2 });
  });
});
