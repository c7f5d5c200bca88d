// What was worked out is kept as long as it is asked for, and no more is kept than twice the most.
import { expect, it } from 'vitest';
import { remembered } from '../../../core/feel/remember.ts';

const counting = (most: number) => {
  const worked: string[] = [];
  const ask = remembered((text) => {
    worked.push(text);
    return text.length;
  }, most);
  return { worked, ask };
};

it('works each text out once', () => {
  const { worked, ask } = counting(3);

  expect([ask('a'), ask('bb'), ask('a'), ask('bb')]).toEqual([1, 2, 1, 2]);
  expect(worked).toEqual(['a', 'bb']);
});

it('keeps what is asked for again and again, however many others come by', () => {
  const { worked, ask } = counting(3);
  for (let n = 0; n < 100; n += 1) {
    ask('often');
    ask(`once ${n}`);
  }

  expect(worked.filter((text) => text === 'often')).toHaveLength(1);
});

it('forgets what was not asked for any more', () => {
  const { worked, ask } = counting(3);
  for (const text of ['first', 'b', 'c', 'd', 'e', 'f', 'g', 'first']) ask(text);

  expect(worked.filter((text) => text === 'first')).toHaveLength(2);
});
