import { expect, test } from 'vitest';
import { foundBy } from '../../../designer/canvas/found-by.ts';

const all = [
  { id: 'n13a', label: 'Plek vrijgeven', words: 'n13a plek tuin' },
  { id: 'n1', label: 'Bericht aan iedereen', words: 'n1 n13' },
  { id: 'n13', label: 'Nog een ronde?', hint: 'Beslissen', words: 'n13 ronde' },
  { id: 'n2', label: 'De ronde plannen', words: 'n2 plek' },
  { id: 'n3', label: 'Ronde', words: 'n3' },
];
const found = (typed: string) => foundBy(typed, all).map(({ id }) => id);

test('nothing typed: all, as they stand', () => {
  expect(found(' ')).toEqual(['n13a', 'n1', 'n13', 'n2', 'n3']);
});

test('what is called exactly so comes first, by its name or its id, whatever else speaks of it', () => {
  expect(found('n13')).toEqual(['n13', 'n13a', 'n1']);
  expect(found('RONDE')).toEqual(['n3', 'n13', 'n2']);
});

test('then what begins so, then what has it in its name, then what has it in its other words', () => {
  expect(found('plek')).toEqual(['n13a', 'n2']);
  expect(found('ronde plannen')).toEqual(['n2']);
  expect(found('beslissen')).toEqual(['n13']);
  expect(found('vijver')).toEqual([]);
});
