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

it('asks when one removed what the other led something new to; what stays comes back with its arrows', () => {
  const mine = perform(drawing(short, 'end'), 'remove', undefined).definition;
  const theirs = perform(drawing(short, 'start'), 'connect', { from: 'start', to: 'end' }).definition;

  const { conflicts, definition } = merge(short, mine, theirs);

  expect(conflicts).toMatchObject([{ kind: 'element', id: 'end', mine: undefined, theirs: { id: 'end' } }]);
  expect(definition.elements.map(({ id }) => id)).not.toContain('end');
  const kept = merge(short, mine, theirs, { 'element end': 'theirs' }).definition;
  expect(kept.elements.map(({ id }) => id).toSorted()).toEqual(
    theirs.elements.map(({ id }) => id).toSorted(),
  );
  expect(kept.flows.map(({ id }) => id).toSorted()).toEqual(theirs.flows.map(({ id }) => id).toSorted());
});

it('brings an element that was removed back with its arrows when what was changed of it is chosen', () => {
  const mine = perform(drawing(short, 'call'), 'remove', undefined).definition;
  const theirs = renamed(short, 'call', 'Ring');

  const { conflicts } = merge(short, mine, theirs);
  const { definition } = merge(short, mine, theirs, { 'element call': 'theirs' });

  expect(conflicts).toMatchObject([{ kind: 'element', id: 'call', mine: undefined }]);
  expect(nameOf(definition, 'call')).toBe('Ring');
  for (const { id } of short.flows) expect(definition.flows.map((flow) => flow.id)).toContain(id);
  expect(parseDefinition(definition).ok).toBe(true);
});

it('brings the part that something is in back with it', () => {
  const inPart: Definition = {
    ...short,
    elements: [
      ...short.elements,
      { id: 'part', type: 'subProcess', name: 'Part' },
      { id: 'inside', type: 'startEvent', parent: 'part', name: 'Inside' },
      { id: 'beside', type: 'endEvent', parent: 'part' },
    ],
    flows: [...short.flows, { id: 'within', from: 'inside', to: 'beside' }],
  } as Definition;
  const mine = renamed(inPart, 'inside', 'Within');

  const { conflicts } = merge(inPart, mine, short);
  const ids = (one: Definition) => [...one.elements, ...one.flows].map(({ id }) => id).toSorted();

  expect(conflicts.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['element inside']);
  expect(ids(merge(inPart, mine, short).definition)).toEqual(ids(inPart));
  expect(ids(merge(inPart, mine, short, { 'element inside': 'theirs' }).definition)).toEqual(ids(short));
});
