/** The list shows the whole drawing: each element and each way once, as sentences that name their step. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { type Drawing, elementOf, perform } from '../../../designer/actions/index.ts';
import { broughtTo, placeFor } from '../../../designer/outline/place-for.ts';
import { type Row, rowsOf } from '../../../designer/outline/rows.ts';
import { draw, end, manual, race, split, start, sub, task } from '../../core/check/drawing.ts';
import { blocks, definitionOf } from '../../core/engine/random-process.ts';
import { drawing, short, template } from '../actions/drawings.ts';

const steps = (rows: Row[]) => rows.flatMap((row) => (row.kind === 'step' ? [row.element.id] : []));

function holds(definition: Definition): void {
  for (const language of ['nl', 'en'] as const) {
    const { rows } = rowsOf(definition, language);

    expect(steps(rows).sort()).toEqual(definition.elements.map(({ id }) => id).sort());
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Each row stands beneath one before it, one level deeper; and knows its place among its like.
    const levels = new Map(rows.map(({ id, level }, index) => [id, { level, index }]));
    rows.forEach(({ above, level, position, of }, index) => {
      const up = above === undefined ? undefined : levels.get(above);
      expect(level).toBe((up?.level ?? 0) + 1);
      expect(up?.index ?? -1).toBeLessThan(index);
      expect(position).toBeLessThanOrEqual(of);
    });
    // A way that is no row leaves an element that has it alone.
    const ways = new Set(rows.flatMap((row) => (row.kind === 'way' ? [row.flow] : [])));
    for (const { id, from } of definition.flows)
      if (!ways.has(id)) expect(definition.flows.filter((flow) => flow.from === from)).toHaveLength(1);
  }
}

describe('the list, always', () => {
  it('shows each element and each way of a generated process once', () => {
    fc.assert(
      fc.property(blocks, (block) => holds(definitionOf(block))),
      { numRuns: 60 },
    );
  });

  it.each(['T1', 'T2', 'T7', 'T12'] as const)('shows each element and each way of %s once', (id) => {
    holds(template(id));
  });
});

describe('a new step', () => {
  const added = (before: Drawing, block: Parameters<typeof broughtTo>[2] = 'task') => {
    const place = placeFor(before);
    if (!place) throw new Error('Expected a place for a new step');
    const next = broughtTo(before, place, block);
    const [id = ''] = next.selection.elements;
    return { definition: next.definition, id };
  };
  const leadsTo = ({ flows }: Definition, id: string) =>
    flows.filter(({ from }) => from === id).map(({ to }) => to);

  it('comes between a step and what came after it', () => {
    const { definition, id } = added(drawing(short, 'call'));

    expect(leadsTo(definition, 'call')).toEqual([id]);
    expect(leadsTo(definition, id)).toEqual(['end']);
  });

  it('comes before an end', () => {
    const { definition, id } = added(drawing(short, 'end'));

    expect(leadsTo(definition, 'call')).toEqual([id]);
    expect(leadsTo(definition, id)).toEqual(['end']);
  });

  it('comes on the way that is chosen', () => {
    const chosen = { definition: short, selection: { elements: [], flows: ['start-call'] } };
    const { definition, id } = added(chosen);

    expect(leadsTo(definition, 'start')).toEqual([id]);
  });

  it('is a new way where ways part, and hangs on an outcome that leads nowhere yet', () => {
    const parts = draw([start('s'), split('g'), manual('a'), end('e')], 's > g > a > e');
    const parted = added(drawing(parts, 'g'));
    expect(leadsTo(parted.definition, 'g')).toEqual(['a', parted.id]);

    const outcomes = ['yes', 'no'].map((one) => ({ id: one, label: one }));
    const asks = draw([start('s'), task('t', { outcomes }), end('e')], 's > t > e [yes]');
    const asked = added(drawing(asks, 't'));
    expect(asked.definition.flows).toContainEqual(
      expect.objectContaining({ from: 't', to: asked.id, outcome: 'no' }),
    );
  });

  it('comes in a part that is empty', () => {
    const parts = draw([start('s'), sub('p'), end('e')], 's > p > e');
    const { definition, id } = added(drawing(parts, 'p'));

    expect(elementOf(definition, id)?.parent).toBe('p');
  });

  it('changes nothing where the block may not stand', () => {
    const waits = draw([start('s'), race('g')], 's > g');
    const before = perform(drawing(waits), 'select', { elements: ['g'], flows: [] });

    expect(added(before, 'task').definition).toBe(waits);
    expect(added(before, 'wait').definition.elements).toHaveLength(3);
  });
});
