/** The id of a new team, which the server takes and nobody has yet. */
import { expect, it } from 'vitest';
import { teamId } from '../../../designer/colleagues/team-id.ts';

it.each([
  ['Noord', [], 'noord'],
  ['Zuid & West', [], 'zuid-west'],
  ['  Élan (jeugd)  ', [], 'elan-jeugd'],
  ['Noord', ['noord'], 'noord-2'],
  ['Noord', ['noord', 'noord-2'], 'noord-3'],
  ['2030 samen', [], 'samen'],
  ['東', [], 'team'],
])('%j, beside %j: %s', (name, taken, id) => {
  expect(teamId(name, taken)).toBe(id);
});

it('is never longer than the server takes', () => {
  const name = 'a very long name that goes on and on and on';
  const first = teamId(name, []);
  const second = teamId(name, [first]);

  for (const id of [first, second]) expect(id).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
  expect(second).not.toBe(first);
});
