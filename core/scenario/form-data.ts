/** The shorthand of `data:` in scenarios: roles and names stand for people, options may be spelt freely. */
import type { Field, Form, Side } from '../../contract/index.ts';
import type { Compiled, CompiledElement } from '../engine/compiled.ts';
import type { Json, Variables } from '../state.ts';
import { labelsOf, roleOf, whoIs } from './cast.ts';
import { sameWord } from './fold.ts';
import type { View } from './view.ts';

type Seen = Pick<View, 'cast'>;

/** Data as it would be sent: what is no shorthand stays exactly as it was written, so that a form refuses what is wrong. */
export function formData(
  view: Seen,
  process: Compiled | undefined,
  form: Form | undefined,
  given: Variables,
): Variables {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const field = form?.fields.find((f) => f.key === key);
      // An agreement takes its commitments whether or not it has a form.
      const read = field ? readers[field.type] : key === 'commitments' ? readers.commitments : undefined;
      return [key, read ? read({ view, process, field }, value) : value];
    }),
  );
}

/** The form of an element, of the definition that has it. */
export function formOf(
  process: Compiled | undefined,
  element: CompiledElement | undefined,
): Form | undefined {
  return element && 'form' in element && element.form ? process?.forms.get(element.form) : undefined;
}

interface Place {
  view: Seen;
  process: Compiled | undefined;
  field: Field | undefined;
}

const readers: { [K in Field['type']]?: (place: Place, value: Json) => Json } = {
  text: written,
  longText: written,
  choice: option,
  choices: (place, value) =>
    Array.isArray(value) ? value.map((one) => option(place, one)) : option(place, value),
  person: ({ view }, value) => peopleIn(view, value)[0] ?? value,
  people: ({ view }, value) => {
    const people = (Array.isArray(value) ? value : [value]).flatMap((one) => {
      const ids = peopleIn(view, one);
      return ids.length ? ids : [one];
    });
    return [...new Set(people)];
  },
  commitments: (place, value) => (Array.isArray(value) ? value.map((one) => commitment(place, one)) : value),
  rows: (place, value) => (Array.isArray(value) ? value.map((one) => row(place, one)) : value),
};

/** Each part of a line as its column is read. */
function row(place: Place, value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const columns = place.field?.columns ?? [];
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const column = columns.find((one) => one.key === key);
      const read = column && readers[column.type];
      return [key, read ? read({ ...place, field: column }, part) : part];
    }),
  );
}

/** A number in a text field is what somebody typed. */
function written(_place: Place, value: Json): Json {
  return typeof value === 'number' ? String(value) : value;
}

function option({ field }: Place, value: Json): Json {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : value;
  const options = field?.options ?? [];
  const meant =
    options.find(({ id }) => id === value) ??
    options.find(({ id, label }) => [id, ...labelsOf(label)].some((spelling) => sameWord(spelling, value)));
  return meant?.id ?? value;
}

function peopleIn({ cast }: Seen, value: Json): string[] {
  return typeof value === 'string' ? (whoIs(cast, value) ?? []) : [];
}

function commitment({ view, process }: Place, value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { owner, remindMe } = value;
  const person = peopleIn(view, owner ?? null)[0];
  const side = typeof owner === 'string' ? sideOf(view, process, owner) : undefined;
  return {
    ...(person !== undefined && side !== undefined && { ownerSide: side }),
    ...value,
    ...(person !== undefined && { owner: person }),
    ...(typeof remindMe === 'string' && { remindMe: yesOr(remindMe) }),
  };
}

function yesOr(value: string): Json {
  return sameWord(value, 'yes') || (sameWord(value, 'no') ? false : value);
}

/** The side of the role an owner was named by. */
export function sideOf({ cast }: Seen, process: Compiled | undefined, owner: string): Side | undefined {
  const role = roleOf(cast, owner);
  return role === undefined ? undefined : process?.sides.get(role);
}
