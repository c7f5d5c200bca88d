/** Expressions of Java engines say the same in FEEL: each is worked out by the engine's own FEEL. */
import { describe, expect, it } from 'vitest';
import { expressionOf, plainOrExpression } from '../../bpmn/expressions/translate.ts';
import { evaluate } from '../../core/feel/index.ts';
import type { Json } from '../../core/state.ts';

const now = { at: '2026-09-01T08:00:00.000Z', zone: 'Europe/Amsterdam' };
const juel = (text: string) => `$\{${text}}`;

function value(text: string, variables: Record<string, Json>, language?: string): Json {
  const translated = expressionOf(text, language);
  if (!translated.ok) throw new Error(translated.en);
  const result = evaluate(translated.feel, variables, now);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe('an expression of a Java engine', () => {
  it.each<[string, Record<string, Json>, Json]>([
    ["a > 5 && b == 'x' || !c", { a: 6, b: 'x', c: true }, true],
    ["a > 5 && b == 'x' || !c", { a: 1, b: 'x', c: true }, false],
    ["a > 5 && b == 'x' || !c", { a: 1, b: 'y', c: false }, true],
    ['a gt 5 and not b', { a: 6, b: false }, true],
    ['a ge 5 or a le 1', { a: 5 }, true],
    ['a lt 5', { a: 5 }, false],
    ['a eq 5', { a: 5 }, true],
    ['a ne 5', { a: 5 }, false],
    ['a == null', {}, true],
    ['a != null', { a: 1 }, true],
    ['!a', {}, true],
    ['!(a > 5)', {}, true],
    ['empty a', { a: [] }, true],
    ['empty a', { a: '' }, true],
    ['empty a', {}, true],
    ['not empty a', { a: [1] }, true],
    ['!empty a', { a: 'x' }, true],
    ["a ? 'yes' : 'no'", { a: true }, 'yes'],
    ['a > 1 ? (b ? 1 : 2) : 3', { a: 2, b: false }, 2],
    ['a.b.c', { a: { b: { c: 3 } } }, 3],
    ["a['b']", { a: { b: 2 } }, 2],
    ['list[0]', { list: [7, 8] }, 7],
    ['list[i]', { list: [7, 8], i: 1 }, 8],
    ['list[i + 1].x', { list: [{ x: 1 }, { x: 2 }], i: 0 }, 2],
    ['a + b * 2 - 1', { a: 1, b: 3 }, 6],
    ['(a + b) * 2', { a: 1, b: 3 }, 8],
    ['a - (b - 1)', { a: 5, b: 3 }, 3],
    ['-a + 1', { a: 4 }, -3],
    ['7 % 3', {}, 1],
    ['8 div 2', {}, 4],
    ['a mod 4', { a: 6 }, 2],
    ['1.5e1', {}, 15],
    ["a.equals('x')", { a: 'x' }, true],
    ["'x'.equals(a)", { a: 'y' }, false],
    ["a.equalsIgnoreCase('X')", { a: 'x' }, true],
    ['list.size() > 1', { list: [1, 2] }, true],
    ['list.contains(2)', { list: [1, 2] }, true],
    ["a.contains('b')", { a: 'abc' }, true],
    ["a.startsWith('ab')", { a: 'abc' }, true],
    ["a.endsWith('bc')", { a: 'abc' }, true],
    ['a.toUpperCase()', { a: 'x' }, 'X'],
    ['a.length()', { a: 'xyz' }, 3],
    ['list.isEmpty()', { list: [] }, true],
    ["execution.getVariable('a') == 3", { a: 3 }, true],
    ['execution.getVariable("a")', { a: 3 }, 3],
    ["execution.hasVariable('a')", {}, false],
    ['variables:equals(a, 3)', { a: 3 }, true],
    ['vars:gte(a, 3)', { a: 3 }, true],
    ['variables:isNotEmpty(a)', { a: 'x' }, true],
    ['a == true', { a: true }, true],
    ['a < b == true', { a: 1, b: 2 }, true],
    ['"it\'s" == a', { a: "it's" }, true],
    ['a == \'say "hi"\'', { a: 'say "hi"' }, true],
    ['true', {}, true],
    ['!true', {}, false],
  ])('%s', (text, variables, expected) => {
    expect(value(juel(text), variables)).toEqual(expected);
    expect(value(`#{${text}}`, variables)).toEqual(expected);
  });

  it.each([
    ['bean.check(execution)', "'bean.check(…)' is not understood"],
    ['dateTime().plusDays(3)', "'plusDays(…)' is not understood"],
    ['execution.processInstanceId', "'execution' exists only in another engine"],
    ['a =', "'=' is not understood"],
    ['a b', "'b' was not expected here"],
    ['(a', 'something is missing at the end'],
    ['a.constructor()', "'a.constructor(…)' is not understood"],
    ['__proto__()', "'__proto__(…)' is not understood"],
    ['for', "'for' cannot be a name here"],
    ['('.repeat(500), 'the expression is nested too deep'],
  ])('that cannot be said is not guessed at: %s', (text, reason) => {
    expect(expressionOf(juel(text))).toMatchObject({ ok: false, en: expect.stringContaining(reason) });
  });

  it('has brackets only where they mean something', () => {
    expect(expressionOf(juel('(a && b) || (c && (d || e))'))).toEqual({
      ok: true,
      feel: 'a and b or c and (d or e)',
    });
    expect(expressionOf(juel('!(a && b)'))).toEqual({ ok: true, feel: '(a and b) != true' });
    expect(expressionOf(juel('(((a)))'))).toEqual({ ok: true, feel: 'a' });
  });
});

describe('the language of an expression', () => {
  it.each<[string, string | undefined, string]>([
    ['= a > 5', undefined, 'a > 5'],
    ['a > 5', undefined, 'a > 5'],
    ['a > 5', 'https://www.omg.org/spec/DMN/20191111/FEEL/', 'a > 5'],
    ['a > 5', 'http://www.w3.org/1999/XPath', 'a > 5'],
    ['a == 5 && b', undefined, 'a = 5 and b'],
    ["a = 'x'", undefined, "a = 'x'"],
    ["status == 'open'", undefined, 'status = "open"'],
    ['a ne b', 'juel', 'a != b'],
    ['a != "x == y"', undefined, 'a != "x == y"'],
  ])('%s (%s)', (text, language, feel) => {
    expect(expressionOf(text, language)).toEqual({ ok: true, feel });
  });

  it('of a program is refused', () => {
    expect(expressionOf('a', 'groovy')).toMatchObject({
      ok: false,
      en: expect.stringContaining('programs (groovy) are not run'),
    });
  });

  it('of a value: plain text stands for itself, text around expressions is put together', () => {
    expect(plainOrExpression('a "quoted" text')).toEqual({ ok: true, feel: '"a \\"quoted\\" text"' });
    expect(value('Dear $' + '{name}, you are $' + '{age}', { name: 'Ada', age: 9 })).toBe(
      'Dear Ada, you are 9',
    );
    expect(value('$' + '{a}-$' + "{'}'}", { a: 1 })).toBe('1-}');
  });
});
