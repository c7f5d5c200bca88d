/** Places in the grid of a table: row -1 is the heading, column 0 the number of the row; then questions, answers, and the note. */
import type { Decision } from '../../contract/index.ts';
import type { TableColumn } from '../actions/index.ts';

export interface At {
  row: number;
  column: number;
}

export const columnsOf = ({ inputs, outputs }: Decision): number => 2 + inputs.length + outputs.length;

/** Undefined for the row's number and its note. */
export function atOfColumn({ inputs, outputs }: Decision, column: number): TableColumn | undefined {
  if (column < 1) return undefined;
  if (column <= inputs.length) return { of: 'input', at: column - 1 };
  return column <= inputs.length + outputs.length
    ? { of: 'output', at: column - 1 - inputs.length }
    : undefined;
}

export const columnAt = ({ inputs }: Decision, { of, at }: TableColumn): number =>
  1 + at + (of === 'output' ? inputs.length : 0);

/** What stands in a cell, the note too. */
export function textAt(table: Decision, { row, column }: At): string {
  const rule = table.rules[row];
  if (!rule) return '';
  const place = atOfColumn(table, column);
  if (!place) return column === 0 ? String(row + 1) : (rule.note ?? '');
  return (place.of === 'input' ? rule.when[place.at] : rule.gives[place.at]) ?? '';
}
