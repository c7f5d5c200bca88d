// Reads a list of lines, each with the same columns; a line with nothing in it is left out.
import type { Column, Field } from '../../contract/index.ts';
import type { Json } from '../state.ts';
import type { Misfit, Reading } from './field-types.ts';

type Row = Record<string, Json>;

const isGiven = (value: Json | undefined): value is Json =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** The lines as they are kept, or every part that does not fit with its place: `[0].until`. */
export function readRows(
  given: Json,
  { columns = [] }: Field,
  read: (value: Json, column: Column) => Reading,
): { value: Json[] } | { misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const kept: Json[] = [];
  for (const [index, line] of (Array.isArray(given) ? given : [given]).entries()) {
    const row = rowOf(line, columns);
    const at = (path: string, one: Misfit) => misfits.push({ ...one, path: `[${index}]${path}` });
    if (!row) at('', { expected: { nl: 'een regel', en: 'a line with its parts' }, got: line });
    else if (Object.values(row).some(isGiven)) kept.push(readRow(row, columns, read, at));
  }
  return misfits.length > 0 ? { misfits } : { value: kept };
}

/** Words alone stand for the first column. */
function rowOf(line: Json, [first]: readonly Column[]): Row | undefined {
  if (typeof line === 'string' && first) return { [first.key]: line };
  return typeof line === 'object' && line !== null && !Array.isArray(line) ? line : undefined;
}

function readRow(
  row: Row,
  columns: readonly Column[],
  read: (value: Json, column: Column) => Reading,
  misfit: (path: string, one: Misfit) => void,
): Row {
  const kept: Row = {};
  for (const column of columns) {
    const given = row[column.key];
    if (!isGiven(given)) {
      if (column.required)
        misfit(`.${column.key}`, { expected: { nl: 'een antwoord', en: 'an answer' }, got: null });
      continue;
    }
    const one = read(given, column);
    if ('value' in one) kept[column.key] = one.value;
    else for (const { path = '', ...rest } of one.misfits) misfit(`.${column.key}${path}`, rest);
  }
  // What has no column is kept as it came: nothing is lost.
  for (const [key, value] of Object.entries(row))
    if (!columns.some((column) => column.key === key)) kept[key] = value;
  return kept;
}
