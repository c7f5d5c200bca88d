/** People of a scenario: per role a name, an object with addresses, or a list of either. */
import { REACHED_BY } from '../../reached-by.ts';
import type { Source } from '../source.ts';
import { type Fields, object, optional, type Reader, type Reading, text, word, wrong } from './reader.ts';

const details = {
  name: optional(text),
  mail: optional(text),
  sms: optional(text),
  post: optional(text),
  phone: optional(text),
  channel: optional(word(...REACHED_BY)),
  language: optional(word('nl', 'en')),
};
const reader = object(details, 'name');

export type PersonGiven = Fields<typeof details>;
export interface RoleGiven {
  role: string;
  line: number;
  people: PersonGiven[];
}

export const people: Reader<RoleGiven[]> = {
  read(source: Source, reading: Reading) {
    if (source.kind !== 'map') return wrong(source, reading, 'a map with a name or a list of names per role');
    return source.entries.map(({ key, line, value }) => ({
      role: key,
      line,
      people: peopleOf(value, reading),
    }));
  },
};

function peopleOf(value: Source, reading: Reading): PersonGiven[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    const read = reader.read(item, reading);
    return read ? [read] : [];
  });
}
