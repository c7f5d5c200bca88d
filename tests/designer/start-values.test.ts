/** What a process begins with, as people write it. */
import { expect, test } from 'vitest';
import { readValue, writeValue } from '../../designer/expert/start-values.tsx';

test.each([
  ['', null],
  ['1', 1],
  ['2.5', 2.5],
  ['true', true],
  ['[1, 2]', [1, 2]],
  ['een woord', 'een woord'],
  ['"1"', '1'],
])('%s is read', (typed, value) => {
  expect(readValue(typed)).toEqual(value);
});

test.each([null, 1, true, 'een woord', '1', '', 'true', ['a']])('%j comes back as it was', (value) => {
  expect(readValue(writeValue(value))).toEqual(value);
});
