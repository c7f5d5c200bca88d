/** Two hands on one draft. */
import { expect, it } from 'vitest';
import { type Definition, parseDefinition } from '../../../contract/index.ts';
import { perform } from '../../../designer/actions/index.ts';
import { merge } from '../../../designer/processes/merge.ts';
import { drawing, short } from '../actions/drawings.ts';

const renamed = (d: Definition, id: string, name: string) =>
  perform(drawing(d), 'changeElement', { id, change: { name } }).definition;
const nameOf = (d: Definition, id: string) => d.elements.find((one) => one.id === id)?.name;

it('puts together what does not touch', () => {
  const mine = renamed(short, 'call', 'Ring');
  const theirs = perform(drawing(short), 'append', { block: 'task', after: 'end' }).definition;
  const added = perform(drawing(theirs), 'add', { block: 'task', at: { x: 200, y: 500 } }).definition;

  const { definition, conflicts } = merge(short, mine, added);

  expect(conflicts).toEqual([]);
  expect(nameOf(definition, 'call')).toBe('Ring');
  expect(definition.elements.map(({ id }) => id)).toContain('task');
});

it('lays what both changed side by side, and takes the one that is chosen', () => {
  const [mine, theirs] = [renamed(short, 'call', 'Mine'), renamed(short, 'call', 'Theirs')];

  const { conflicts } = merge(short, mine, theirs);

  expect(conflicts.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['element call']);
  expect(nameOf(merge(short, mine, theirs).definition, 'call')).toBe('Mine');
  expect(nameOf(merge(short, mine, theirs, { 'element call': 'theirs' }).definition, 'call')).toBe('Theirs');
});

it('makes no conflict of where things stand', () => {
  const moved = (x: number) => perform(drawing(short, 'call'), 'move', { by: { x, y: 0 } }).definition;

  expect(merge(short, moved(50), moved(90)).conflicts).toEqual([]);
});

it('lets nothing dangle when one removed what the other led to', () => {
  const mine = perform(drawing(short, 'end'), 'remove', undefined).definition;
  const theirs = perform(drawing(short, 'start'), 'connect', { from: 'start', to: 'end' }).definition;

  const { definition } = merge(short, mine, theirs);

  expect(
    definition.flows.every(({ from, to }) =>
      [from, to].every((id) => definition.elements.some((one) => one.id === id)),
    ),
  ).toBe(true);
  expect(parseDefinition(definition).ok).toBe(true);
});

it('keeps the tables and notes of both', () => {
  const table = (id: string) => ({
    id,
    hitPolicy: 'first' as const,
    inputs: [],
    outputs: [{ name: 'x' }],
    rules: [],
  });
  const note = { id: 'note', type: 'annotation' as const, text: 'Look here' };

  const { definition, conflicts } = merge(
    short,
    { ...short, decisions: [table('mine')] },
    { ...short, decisions: [table('theirs')], artifacts: [note] },
  );

  expect(conflicts).toEqual([]);
  expect(definition.decisions?.map(({ id }) => id)).toEqual(['mine', 'theirs']);
  expect(definition.artifacts).toEqual([note]);
});
