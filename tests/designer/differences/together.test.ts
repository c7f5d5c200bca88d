/** Two versions as one drawing. */
import { expect, it } from 'vitest';
import { perform } from '../../../designer/actions/index.ts';
import { addressOfDifference, requestIn, whichIn } from '../../../designer/differences/addresses.ts';
import { together } from '../../../designer/differences/together.ts';
import { drawing, short } from '../actions/drawings.ts';

it('what went is drawn where it was, with the arrows it had, beside what is there now', () => {
  const added = perform(drawing(short), 'add', { block: 'task', at: { x: 500, y: 500 } }).definition;
  const after = perform(drawing(added, 'call'), 'remove', undefined).definition;

  const both = together(short, after);

  expect(both.elements.map(({ id }) => id).sort()).toEqual(['call', 'end', 'start', 'task']);
  expect(both.flows.some(({ from }) => from === 'call')).toBe(true);
  expect(both.elements.find(({ id }) => id === 'call')).toEqual(short.elements[1]);
});

it('an address names versions, the draft and requests, and nothing else', () => {
  expect(addressOfDifference('a b', 1, 'request-2')).toBe('/processes/a%20b/compare?from=1&to=request-2');
  expect(['3', 'draft', 'request-2', '0', 'x', null].map(whichIn)).toEqual([
    3,
    'draft',
    'request-2',
    undefined,
    undefined,
    undefined,
  ]);
  expect([requestIn('request-12'), requestIn('draft'), requestIn(4)]).toEqual([12, undefined, undefined]);
});
