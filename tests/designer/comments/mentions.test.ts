/** Who is mentioned in what somebody types. */
import { expect, it } from 'vitest';
import { fitting, mentioned, typing } from '../../../designer/comments/mentions.ts';

const colleagues = [
  { id: 'sam', name: 'Sam' },
  { id: 'samv', name: 'Sam de Vries' },
  { id: 'noor', name: 'Noor' },
];
const ids = (text: string) => mentioned(text, colleagues).map(({ id }) => id);

it('knows a name after an @, the longest that fits, whatever comes behind it', () => {
  expect(ids('@Sam de Vries, and @noor?')).toEqual(['samv', 'noor']);
  expect(ids('@Sam, look')).toEqual(['sam']);
});

it('takes no name for another that begins like it, and none without an @', () => {
  expect(ids('@Samira and Noor')).toEqual([]);
});

it('offers colleagues while a name is typed, and no longer once it stands there', () => {
  expect(typing('Hi @no', 6)).toEqual({ from: 3, typed: 'no' });
  expect(typing('mail@no', 7)).toBeUndefined();
  expect(fitting('no', colleagues).map(({ id }) => id)).toEqual(['noor']);
  expect(fitting('vri', colleagues).map(({ id }) => id)).toEqual(['samv']);
  expect(fitting('Noor look', colleagues)).toEqual([]);
});
