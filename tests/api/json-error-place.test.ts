/** Holds that the place where a text stops being JSON is told as an editor shows it. */
import { expect, test } from 'vitest';
import { jsonErrorPlace } from '../../api/json-error-place.ts';

test.each([
  ['{"a": tru}', 1, 7, 'a value'],
  ['{"a": 1,}', 1, 9, 'a name in double quotes'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"," or "}"'],
  ['{"a" 1}', 1, 6, '":"'],
  ['[1, 2', 1, 6, '"," or "]"'],
  ['"open', 1, 1, 'text that ends with "'],
  ['{"a": 01}', 1, 7, 'a value'],
  ['{} {}', 1, 4, 'the end'],
  ['', 1, 1, 'a value'],
])('%j stops being JSON at line %i, column %i, where %s was expected', (text, line, column, expected) => {
  expect(jsonErrorPlace(text)).toEqual({ line, column, expected });
  expect(() => JSON.parse(text)).toThrow();
});

test.each(['{"a":[1,-2.5e3,"\\u00e9",null,true,{}]}', ' [] ', '"tekst é"'])(
  '%s is JSON to its end',
  (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(jsonErrorPlace(text).column).toBe(text.length + 1);
  },
);
