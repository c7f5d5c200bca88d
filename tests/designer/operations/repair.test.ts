/** What somebody wants repaired becomes one act that changes it, and what is tried again after that. */
import { expect, test } from 'vitest';
import { actsOf, counted, NOTHING, readValue, type Wanted } from '../../../designer/operations/repair.ts';

const since = '2026-06-01T08:00:00.000Z';
const tokens = [
  { key: 'e1', element: 'call', scope: '', since },
  { key: 'e2', element: 'look', scope: '', since },
];
const stuck = [{ incident: 'i1', element: 'look', code: 'JOB_NO_RETRIES', message: 'no answer', at: since }];
const acts = (wanted: Partial<Wanted>) => actsOf({ ...NOTHING, ...wanted }, 'why', tokens, stuck);

test('nothing wanted is nothing done', () => {
  expect(acts({ fates: { e1: 'stays' }, values: [{ name: ' ', text: '3' }] })).toEqual([]);
});

test('everything that changes is one act, in which tokens are named by their keys', () => {
  expect(
    acts({
      fates: { e1: { to: 'visit' }, e2: 'goes' },
      begins: ['tell'],
      values: [{ name: 'amount', text: '12' }],
    }),
  ).toEqual([
    {
      type: 'modify',
      changes: [
        { do: 'move', element: 'e1', to: 'visit' },
        { do: 'cancel', element: 'e2' },
        { do: 'add', to: 'tell' },
      ],
      variables: { amount: 12 },
      why: 'why',
    },
  ]);
});

test('what is stuck is tried again after its values were mended', () => {
  expect(acts({ values: [{ name: 'url', text: 'https://x.example' }], retries: ['i1'] })).toEqual([
    { type: 'modify', changes: [], variables: { url: 'https://x.example' }, why: 'why' },
    { type: 'retry', incident: 'i1', why: 'why' },
  ]);
});

test('what left its place is not tried again there', () => {
  expect(acts({ fates: { e2: { to: 'call' } }, retries: ['i1'] }).map(({ type }) => type)).toEqual([
    'modify',
  ]);
});

test.each([
  ['12', 12],
  ['true', true],
  ['["a"]', ['a']],
  ['"12"', '12'],
  ['Elm street 3', 'Elm street 3'],
  ['2026-06-01', '2026-06-01'],
])('%s is read as %j', (text, value) => {
  expect(readValue(text)).toEqual(value);
});

test('names that come more than once are counted', () => {
  expect(counted(['a', 'b', 'a'])).toEqual([
    { name: 'a', times: 2 },
    { name: 'b', times: 1 },
  ]);
});
