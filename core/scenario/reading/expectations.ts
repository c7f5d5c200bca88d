/** The shape of every expectation (docs/scenarios.md, "Expectations"): one entry per kind. */
import { dutchCalendar, periodRange } from '../../calendar/index.ts';
import { day, range, timeOrWhen, when } from '../moments.ts';
import type { Source } from '../source.ts';
import { factReader } from './facts.ts';
import { type Name, name } from './name.ts';
import {
  any,
  count,
  data,
  either,
  listOf,
  mapOf,
  number,
  object,
  optional,
  type Reader,
  type Reading,
  scalar,
  text,
  unknownKey,
  type ValueOf,
  yesNo,
} from './reader.ts';
import { commitmentStatus, incidentCode, messageChannel, messageKind, side } from './words.ts';

const person = name('person');
const period = scalar('a period like 2026-04, 2026-Q2, 2026 or 2026-04-01/2026-04-15', (value) => {
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' && periodRange(dutchCalendar, written) ? written : undefined;
});

const mail = {
  to: optional(person),
  about: optional(listOf(name('item'))),
  on: optional(day),
  at: optional(timeOrWhen),
  between: optional(range),
  subject: optional(text),
  mentions: optional(listOf(text)),
  buttons: optional(listOf(name('button'))),
  invite: optional(yesNo),
  channel: optional(messageChannel),
  kind: optional(messageKind),
  count: optional(count),
};

/** A share: a count, or a percentage written with its sign. */
const share = scalar('a number or a percentage like 50%', (value) => {
  if (typeof value === 'number') return { value, percent: false };
  const parts = typeof value === 'string' ? /^(\d+(?:\.\d+)?) ?%$/.exec(value) : null;
  return parts ? { value: Number(parts[1]), percent: true } : undefined;
});

const expectations = {
  open: listOf(name('task')),
  task: object(
    {
      name: name('task'),
      owner: optional(person),
      due: optional(when),
      role: optional(name('role')),
      side: optional(side),
      late: optional(yesNo),
      claimed: optional(person),
      at: optional(when),
      place: optional(text),
      count: optional(count),
    },
    'name',
  ),
  noTask: object({ name: name('task'), owner: optional(person) }, 'name'),
  mail: object(mail, 'to'),
  nothing: object(
    { to: mail.to, about: mail.about, between: mail.between, on: mail.on, channel: mail.channel },
    'to',
  ),
  raised: object(
    {
      element: optional(name('item')),
      to: optional(person),
      count: optional(count),
      between: optional(range),
      on: optional(day),
    },
    'element',
  ),
  variable: data,
  ended: either(
    'map',
    object({ at: name('endEvent') }),
    scalar('an outcome, true, or { at: END EVENT }', endingOf),
  ),
  running: yesNo,
  incident: object(
    { element: optional(name('element')), code: optional(incidentCode), count: optional(count) },
    'element',
  ),
  fact: factReader,
  figure: object({ name: name('figure'), period, value: any, of: optional(number) }),
  where: listOf(name('element')),
  commitment: object(
    {
      text: name('commitment'),
      owner: optional(person),
      due: optional(day),
      status: optional(commitmentStatus),
      originalDue: optional(day),
    },
    'text',
  ),
  commitments: listOf(name('commitment')),
  capacity: object({ name: name('capacity'), used: optional(number), total: optional(number) }),
  ownerShare: object({ ours: share, theirs: share }),
  due: object({ element: name('item'), on: when }),
} satisfies Record<string, Reader<unknown>>;

function endingOf(value: unknown, _reading: Reading, line: number): Name<'ending'> | true | undefined {
  if (value === true || value === null) return true;
  return typeof value === 'string' && value !== '' ? { kind: 'ending', text: value, line } : undefined;
}

type Expectations = typeof expectations;
export type ExpectationType = keyof Expectations;
export type Expectation = {
  [K in ExpectationType]: { expects: K; line: number; in?: Name<'instance'>; with: ValueOf<Expectations[K]> };
}[ExpectationType];
export type ExpectationOf<K extends ExpectationType> = Extract<Expectation, { expects: K }>;
export type MailExpectation = ValueOf<Expectations['mail']>;

/** Reads the value of `expect`: a list of maps, or one map, with one expectation per key. */
export function readExpectations(source: Source, reading: Reading): Expectation[] {
  const items = source.kind === 'list' ? source.items : [source];
  return items.flatMap((item) => readOne(item, reading));
}

const expectationEntries = mapOf(any, 'a map with an expectation');

function readOne(source: Source, reading: Reading): Expectation[] {
  if (source.kind !== 'map') {
    expectationEntries.read(source, reading);
    return [];
  }
  const within = source.entries.find(({ key }) => key === 'in');
  const instance = within && name('instance').read(within.value, reading);
  return source.entries
    .filter((entry) => entry !== within)
    .flatMap(({ key, line, value }) => {
      if (!Object.hasOwn(expectations, key)) {
        reading.problems.push({ line, message: unknownKey(key, [...Object.keys(expectations), 'in']) });
        return [];
      }
      const { rest, inside } = key === 'variable' ? { rest: value } : takeIn(value, reading);
      const reader: Reader<unknown> = expectations[key as ExpectationType];
      const read = reader.read(rest, reading);
      const where = inside ?? instance;
      return read === undefined
        ? []
        : [{ expects: key, line, ...(where ? { in: where } : {}), with: read } as Expectation];
    });
}

/** `in` may also stand inside the expectation. */
function takeIn(value: Source, reading: Reading): { rest: Source; inside?: Name<'instance'> | undefined } {
  const entry = value.kind === 'map' ? value.entries.find(({ key }) => key === 'in') : undefined;
  if (value.kind !== 'map' || !entry) return { rest: value };
  const rest: Source = { ...value, entries: value.entries.filter((e) => e !== entry) };
  return { rest, inside: name('instance').read(entry.value, reading) };
}
