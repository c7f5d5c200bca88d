/** What two people both changed, as it is shown on the drawing. */
import { expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { perform } from '../../../designer/actions/index.ts';
import { ghostsOf, leftIn, marksOf, placeOf, together } from '../../../designer/conflicts/clash.ts';
import { merge } from '../../../designer/processes/merge.ts';
import { drawing, short } from '../actions/drawings.ts';

const renamed = (d: Definition, id: string, name: string) =>
  perform(drawing(d), 'changeElement', { id, change: { name } }).definition;
const without = (id: string) => perform(drawing(short, id), 'remove', undefined).definition;

it('marks each element that both changed, and says how far the choice is', () => {
  const [mine, theirs] = [renamed(short, 'call', 'Mine'), renamed(short, 'call', 'Theirs')];
  const { conflicts } = merge(short, mine, theirs);

  expect([...marksOf(conflicts, {}, mine)]).toEqual([['call', 'open']]);
  expect([...marksOf(conflicts, { 'element call': 'theirs' }, mine)]).toEqual([['call', 'theirs']]);
  expect(leftIn(conflicts, {})).toHaveLength(1);
  expect(leftIn(conflicts, { 'element call': 'mine' })).toEqual([]);
});

it('shows what I removed and they changed as a ghost, with the arrows it had', () => {
  const [mine, theirs] = [without('call'), renamed(short, 'call', 'Ring')];
  const { conflicts } = merge(short, mine, theirs);

  const { elements, flows } = ghostsOf(mine, theirs, conflicts);

  expect(elements.map(({ id, name }) => [id, name])).toEqual([['call', 'Ring']]);
  const there = new Set([...mine.elements, ...elements].map(({ id }) => id));
  expect(flows.length).toBeGreaterThan(0);
  for (const { id, from, to } of flows) {
    expect([from, to]).toContain('call');
    expect(there.has(from) && there.has(to)).toBe(true);
    expect(mine.flows.some((flow) => flow.id === id)).toBe(false);
  }
});

it('shows what they removed and I changed where it stands: there is no ghost of it', () => {
  const [mine, theirs] = [renamed(short, 'call', 'Ring'), without('call')];
  const { conflicts } = merge(short, mine, theirs);

  expect(ghostsOf(mine, theirs, conflicts)).toEqual({ elements: [], flows: [] });
  expect([...marksOf(conflicts, {}, mine)]).toEqual([['call', 'open']]);
});

it('shows a form that both changed at the elements that ask it', () => {
  const asks = {
    elements: [
      { id: 'a', type: 'userTask', roles: [], form: 'plan' },
      { id: 'b', type: 'userTask', roles: [], form: 'other' },
      { id: 'c', type: 'agreement', roles: [], confirmRoles: [], confirmForm: 'plan' },
    ],
  } as unknown as Pick<Definition, 'elements'>;

  expect(placeOf({ kind: 'form', id: 'plan', mine: {}, theirs: {} }, asks).elements).toEqual(['a', 'c']);
});

it('keeps mine of what is not chosen yet, and takes all of theirs that does not touch it', () => {
  const mine = renamed(short, 'call', 'Mine');
  const theirs = renamed(renamed(short, 'call', 'Theirs'), 'end', 'Done');

  const { definition } = together({ base: short, theirs, chosen: {} }, mine);

  expect(definition.elements.find(({ id }) => id === 'call')?.name).toBe('Mine');
  expect(definition.elements.find(({ id }) => id === 'end')?.name).toBe('Done');
});
