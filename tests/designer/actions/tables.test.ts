/** Decision tables: rows and columns added, moved and taken away, with every cell keeping its column. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../contract/index.ts';
import {
  blocks,
  nothingSelected,
  perform,
  withCell,
  withColumn,
  withColumnMoved,
  withoutColumn,
  withoutRow,
  withRow,
  withRowFor,
  withRowMoved,
} from '../../../designer/actions/index.ts';
import { template } from './drawings.ts';

const table: Decision = {
  id: 'd',
  hitPolicy: 'first',
  inputs: [{ value: 'a' }, { value: 'b' }],
  outputs: [{ name: 'x' }],
  // A file may bring fewer cells than there are columns.
  rules: [
    { when: ['1', '2'], gives: ['3'] },
    { when: ['4'], gives: ['5'] },
  ],
};

describe('rows', () => {
  it('are added, copied, moved and removed', () => {
    expect(withRow(table, 1).rules.map(({ when }) => when)).toEqual([['1', '2'], ['-', '-'], ['4']]);
    expect(withRow(table, 2, 0).rules[2]).toEqual(table.rules[0]);
    expect(withRowMoved(table, 1, -1).rules.map(({ gives }) => gives)).toEqual([['5'], ['3']]);
    expect(withRowMoved(table, 0, -1).rules).toEqual(table.rules);
    expect(withoutRow(table, 0).rules).toHaveLength(1);
    expect(withRowFor(table, ['7', '8']).rules.at(-1)).toEqual({ when: ['7', '8'], gives: [''] });
  });
});

describe('columns', () => {
  it('bring a cell to each row and take it along when they move or go', () => {
    const wider = withColumn(table, { of: 'input', at: 1 }, 'c');
    expect(wider.inputs.map(({ value }) => value)).toEqual(['a', 'c', 'b']);
    expect(wider.rules.map(({ when }) => when)).toEqual([
      ['1', '-', '2'],
      ['4', '-', ''],
    ]);
    const moved = withColumnMoved(wider, { of: 'input', at: 2 }, -2);
    expect(moved.inputs.map(({ value }) => value)).toEqual(['b', 'a', 'c']);
    expect(moved.rules[0]?.when).toEqual(['2', '1', '-']);
    expect(withoutColumn(moved, { of: 'input', at: 1 }).rules[0]?.when).toEqual(['2', '-']);
  });

  it('keep one answer', () => {
    expect(withoutColumn(table, { of: 'output', at: 0 })).toEqual(table);
    const two = withColumn(table, { of: 'output', at: 1 }, 'y');
    expect(withoutColumn(two, { of: 'output', at: 0 }).rules.map(({ gives }) => gives)).toEqual([[''], ['']]);
  });

  it('put what is written in the cell it was written in', () => {
    expect(withCell(table, 1, { of: 'input', at: 1 }, '< 3').rules[1]).toEqual({
      when: ['4', '< 3'],
      gives: ['5'],
    });
  });
});

describe('a table of a step', () => {
  it('comes with the block, and goes with it', () => {
    const definition = template('T1');
    const drawn = perform({ definition, selection: nothingSelected }, 'add', {
      block: 'rules',
      at: { x: 900, y: 900 },
    });
    const step = drawn.definition.elements.find(({ type }) => type === 'businessRuleTask');

    expect(blocks.rules.make(definition).decisions).toHaveLength(1);
    expect(drawn.definition.decisions?.map(({ id }) => id)).toEqual([
      step?.type === 'businessRuleTask' ? step.decision : undefined,
    ]);
    const removed = perform(
      { ...drawn, selection: { elements: [step?.id ?? ''], flows: [] } },
      'remove',
      undefined as never,
    );
    expect(removed.definition.decisions).toBeUndefined();
  });

  it('is changed as a whole, and removed only when nothing uses it', () => {
    const definition = { ...template('T1'), decisions: [table] };
    const drawing = { definition, selection: nothingSelected };
    const named = perform(drawing, 'changeTable', { ...table, name: 'Nieuw' });
    expect(named.definition.decisions?.[0]?.name).toBe('Nieuw');
    expect(perform(drawing, 'removeTable', { id: 'd' }).definition.decisions).toBeUndefined();
    const kept = { ...definition, decisions: [table, { ...table, id: 'e', needs: ['d'] }] };
    expect(
      perform({ ...drawing, definition: kept }, 'removeTable', { id: 'd' }).definition.decisions,
    ).toHaveLength(2);
  });
});
