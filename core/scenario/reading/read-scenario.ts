/** Reads a whole scenario file: its frame, what is given, its steps in order. */
import { type Calendar, dutchCalendar, type Instant, isLocalTime, parseLocal } from '../../calendar/index.ts';
import type { Json } from '../../state.ts';
import { day, moment } from '../moments.ts';
import { InvalidScenario, type Problem } from '../problem.ts';
import type { Source } from '../source.ts';
import { type Expectation, readExpectations } from './expectations.ts';
import { type Name, name } from './name.ts';
import { people, type RoleGiven } from './people.ts';
import {
  any,
  data,
  type Fields,
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
  word,
  wrong,
} from './reader.ts';
import { readStep, type Step, stepTypes } from './steps.ts';

/** One item of `steps`: go to a moment, do something, and look. */
export interface Item {
  line: number;
  at?: Instant;
  in?: Name<'instance'>;
  step?: Step;
  expect: Expectation[];
}

export interface Scenario {
  line: number;
  title: string;
  zone: string;
  calendar: Calendar;
  process?: { path: string; line: number };
  people?: RoleGiven[];
  capacities: { name: string; total?: number; used: number }[];
  instances: Fields<typeof givenInstance>[];
  settings: Record<string, Json>;
  /** Where the clock stands before the first item. */
  clock: Instant;
  items: Item[];
}

/** A scenario that names no moment at all plays on a Monday morning without holidays near. */
const CLOCK = '2026-01-12T09:00';
const ZONE = 'Europe/Amsterdam';

const zone = scalar('a time zone like Europe/Amsterdam', (value) =>
  typeof value === 'string' && isZone(value) ? value : undefined,
);
const timeOfDay = scalar('a time of day like 17:00', (value) =>
  typeof value === 'string' && isLocalTime(value) ? value : undefined,
);

const dayOff = object({ date: day, name: optional(text) }, 'date');
const ownCalendar = object({
  base: optional(word('nl')),
  closed: optional(listOf(dayOff)),
  open: optional(listOf(day)),
  dueTime: optional(timeOfDay),
  messageTime: optional(timeOfDay),
});

const calendar: Reader<(zone: string) => Calendar> = {
  read(source, reading) {
    if (source.kind === 'scalar') {
      const known = word('nl').read(source, reading);
      return known && ((zone) => ({ ...dutchCalendar, zone }));
    }
    const own = ownCalendar.read(source, reading);
    return own && ((zone) => adjusted(own, zone));
  },
};

function adjusted(own: NonNullable<ReturnType<typeof ownCalendar.read>>, zone: string): Calendar {
  const closed = own.closed?.map(({ date, name = 'closed' }) => ({ date, name: { nl: name, en: name } }));
  return {
    ...dutchCalendar,
    id: 'scenario',
    zone,
    ...(closed && { closed }),
    ...(own.open && { open: own.open }),
    ...(own.dueTime && { dueTime: own.dueTime }),
    ...(own.messageTime && { messageTime: own.messageTime }),
  };
}

const capacity = object({ total: optional(number), used: optional(number) }, 'total');
const givenInstance = {
  as: text,
  at: optional(moment),
  by: optional(name('person')),
  data: optional(data),
  element: optional(name('startEvent')),
  process: optional(name('process')),
};

const given = object({
  capacities: optional(mapOf(capacity, 'a map with a total per capacity')),
  instances: optional({ read: readInstances }),
  people: optional(people),
  settings: optional(data),
});

/** A map NAME → instance, or a list of instances with `as`. */
function readInstances(source: Source, reading: Reading) {
  const reader = object(givenInstance);
  const sources = source.kind === 'map' ? source.entries.map(named) : undefined;
  return listOf(reader).read(sources ? { ...source, kind: 'list', items: sources } : source, reading);
}

function named({ key, line, value }: { key: string; line: number; value: Source }): Source {
  const as = { key: 'as', line, value: { line, kind: 'scalar' as const, value: key } };
  return { line, kind: 'map', entries: [as, ...(value.kind === 'map' ? value.entries : [])] };
}

const frame = {
  scenario: optional(text),
  process: optional(text),
  zone: optional(zone),
  calendar: optional(calendar),
  people: optional(people),
  given: optional(given),
  clock: optional(moment),
  description: optional(any),
  steps: { read: readItems } satisfies Reader<Item[]>,
};

/** @throws InvalidScenario with every problem found. */
export function readScenario(source: Source): Scenario {
  const problems: Problem[] = [];
  const zoneOf = source.kind === 'map' ? source.entries.find(({ key }) => key === 'zone')?.value : undefined;
  const zoneGiven = zoneOf?.kind === 'scalar' && typeof zoneOf.value === 'string' ? zoneOf.value : ZONE;
  const reading: Reading = { zone: isZone(zoneGiven) ? zoneGiven : ZONE, problems };
  const read = object(frame).read(source, reading);
  if (!read || problems.length) throw new InvalidScenario(problems);
  const process = source.kind === 'map' ? source.entries.find(({ key }) => key === 'process') : undefined;
  const peopleGiven = [...(read.people ?? []), ...(read.given?.people ?? [])];
  const instances = read.given?.instances ?? [];
  const first = [read.clock, ...instances.map(({ at }) => at), ...read.steps.map(({ at }) => at)];
  return {
    line: source.line,
    title: read.scenario ?? 'Scenario',
    zone: reading.zone,
    calendar: (read.calendar ?? ((zone) => ({ ...dutchCalendar, zone })))(reading.zone),
    ...(process && read.process !== undefined && { process: { path: read.process, line: process.line } }),
    ...((read.people || read.given?.people) && { people: peopleGiven }),
    capacities: (read.given?.capacities ?? []).map(({ key, value }) => ({
      name: key,
      ...(value.total !== undefined && { total: value.total }),
      used: value.used ?? 0,
    })),
    instances,
    settings: read.given?.settings ?? {},
    clock: first.find((at) => at !== undefined) ?? (parseLocal(reading.zone, CLOCK) as Instant),
    items: read.steps,
  };
}

function readItems(source: Source, reading: Reading): Item[] | undefined {
  if (source.kind !== 'list') return wrong(source, reading, 'a list of steps');
  return source.items.flatMap((item) => readItem(item, reading) ?? []);
}

/** One item of `steps`. */
export function readItem(source: Source, reading: Reading): Item | undefined {
  if (source.kind !== 'map') return wrong(source, reading, 'a map with a step');
  const item: Item = { line: source.line, expect: [] };
  for (const { key, line, value } of source.entries) {
    if (key === 'at') item.at = moment.read(value, reading) ?? item.at;
    else if (key === 'in') item.in = name('instance').read(value, reading) ?? item.in;
    else if (key === 'expect') item.expect = readExpectations(value, reading);
    else if (!stepTypes.includes(key))
      reading.problems.push({ line, message: unknownKey(key, ['at', 'in', 'expect', ...stepTypes]) });
    else if (item.step)
      reading.problems.push({ line, message: `Expected one step here, but '${key}' is a second one.` });
    else item.step = readStep(key, line, value, reading);
  }
  return refusedWhere(item, reading);
}

/** When and in which instance something is refused may stand with the step inside as well. */
function refusedWhere(item: Item, reading: Reading): Item {
  if (item.step?.do !== 'refused') return item;
  const { at, in: within, ...refused } = item.step.with;
  const { line } = refused.step;
  if (at !== undefined && item.at !== undefined && at !== item.at)
    reading.problems.push({ line, message: "Expected one 'at' here, but there are two." });
  if (within && item.in && within.text !== item.in.text)
    reading.problems.push({ line, message: "Expected one 'in' here, but there are two." });
  const [when, instance] = [item.at ?? at, item.in ?? within];
  return {
    ...item,
    ...(when !== undefined && { at: when }),
    ...(instance && { in: instance }),
    step: { ...item.step, with: refused },
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
