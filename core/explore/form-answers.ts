// Fills in a form so that it is accepted: what a story needs, and for the rest something that will do.
import type { Column, Field, Form } from '../../contract/index.ts';
import type { Now } from '../feel/index.ts';
import { validateForm } from '../forms/index.ts';
import type { Json, Variables } from '../state.ts';

/** Rounds in which more is filled in, since answers may make other questions appear. */
const ROUNDS = 3;

/**
 * Answers with what must be in them. Where the form still refuses something, as it is: the story then says why.
 * @param today for dates: a week later.
 */
export function answersTo(
  form: Form | undefined,
  wanted: Variables,
  variables: Variables,
  now: Now,
  outcome?: string,
): Variables {
  const data = { ...wanted };
  if (!form) return data;
  for (let round = 0; round < ROUNDS; round += 1) {
    const r = validateForm(form, data, variables, now, outcome);
    if (r.ok) break;
    for (const { path } of r.problems) {
      const field = form.fields.find(({ key }) => path === key || path.startsWith(`${key}[`));
      if (field && !(field.key in wanted)) data[field.key] = someAnswer(field, now.at.slice(0, 10));
    }
  }
  return data;
}

function someAnswer(field: Field | Column, today: string): Json {
  const { min = 1, max, options = [], mustInclude }: Partial<Field> = field;
  const [first] = options;
  switch (field.type) {
    case 'number':
    case 'scale':
      return Math.max(min, Math.min(max ?? min, 3));
    case 'money':
      return Math.ceil(Math.max(min, 100));
    case 'date':
      return today;
    case 'dateTime':
      return `${today}T12:00`;
    case 'choice':
      return first?.id ?? 'a';
    case 'choices':
      return [mustInclude ?? first?.id ?? 'a'];
    case 'yesNo':
      return true;
    case 'people':
      return [mustInclude ?? 'initiator'];
    case 'commitments':
      return [];
    case 'rows':
      return [Object.fromEntries(columnsOf(field).map((column) => [column.key, someAnswer(column, today)]))];
    case 'text':
    case 'longText':
      return 'x'.padEnd(min, 'x');
    case 'person':
    case 'organisation':
    case 'place':
    case 'file':
      return 'somebody';
  }
}

const columnsOf = (field: Field | Column): readonly Column[] =>
  'columns' in field ? (field.columns ?? []) : [];
