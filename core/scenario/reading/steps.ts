/** The shape of every step a scenario can take (docs/scenarios.md, "Steps"): one entry per step. */
import type { Instant } from '../../calendar/index.ts';
import { day, moment, when } from '../moments.ts';
import type { Source } from '../source.ts';
import { type Name, name } from './name.ts';
import {
  any,
  count,
  data,
  either,
  type Fields,
  listOf,
  nth,
  object,
  optional,
  type Reader,
  type Reading,
  text,
  unknownKey,
  type ValueOf,
  word,
  wrong,
  yesNo,
} from './reader.ts';

const person = name('person');
const who = {
  by: optional(person),
  onBehalfOf: optional(person),
  channel: optional(text),
  in: optional(name('instance')),
};
/** A version of the process: its number, `latest`, or the file it is in. */
function version(): Reader<{ number: number | 'latest' } | Name<'process'>> {
  const file = name('process');
  return {
    read(source, reading) {
      const given = source.kind === 'scalar' ? String(source.value) : '';
      if (given === 'latest') return { number: 'latest' };
      return /^\d+$/.test(given) ? { number: Number(given) } : file.read(source, reading);
    },
  };
}

/** What work a step is about: one of the three spellings. */
const item = {
  task: optional(name('task')),
  commitment: optional(name('commitment')),
  item: optional(name('item')),
};

/** Readers of the steps that one act, or one answer of a host, carries out. */
const plainSteps = {
  start: object({
    by: optional(person),
    data: optional(data),
    element: optional(name('startEvent')),
    as: optional(text),
    process: optional(name('process')),
    in: optional(name('instance')),
  }),
  complete: object(
    { task: name('task'), data: optional(data), outcome: optional(text), nth: optional(nth), ...who },
    'task',
  ),
  claim: object({ task: name('task'), nth: optional(nth), ...who }, 'task'),
  unclaim: object({ task: name('task'), nth: optional(nth), ...who }, 'task'),
  handOver: object({ ...item, from: person, to: person, why: optional(text), now: optional(yesNo), ...who }),
  accept: object({ ...item, ...who }),
  decline: object({ ...item, why: optional(text), ...who }),
  absent: object({ person, until: optional(day), deputy: optional(person), ...who }, 'person'),
  back: object({ person, ...who }, 'person'),
  commit: object({
    text,
    owner: person,
    due: day,
    doneWhen: optional(text),
    remindMe: optional(yesNo),
    repeat: optional(any),
    ownerSide: optional(word('initiator', 'us', 'partner', 'volunteer')),
    why: optional(text),
    ...who,
  }),
  rePromise: object({
    commitment: name('commitment'),
    due: day,
    why: optional(text),
    calledInitiator: optional(yesNo),
    ...who,
  }),
  done: object({ commitment: name('commitment'), note: optional(text), ...who }, 'commitment'),
  drop: object({ commitment: name('commitment'), why: optional(text), ...who }, 'commitment'),
  pause: object({ until: optional(day), why: optional(text), ...who }),
  resume: object({ ...who }),
  stop: object({ why: optional(text), ...who }, 'why'),
  skip: object({ element: name('element'), why: optional(text), outcome: optional(text), ...who }),
  postpone: object({ element: name('element'), until: when, why: optional(text), ...who }),
  withdrawConsent: object({ ...who }),
  changeChannel: object({ person, to: text, ...who }),
  assign: object({ role: name('role'), people: listOf(person), ...who }),
  begin: object({ element: name('element'), ...who }, 'element'),
  retry: object({ element: name('element'), ...who }, 'element'),
  modify: object({ changes: optional(listOf(any)), variables: optional(data), why: optional(text), ...who }),
  message: addressed(
    object({
      name: optional(text),
      element: optional(name('element')),
      key: optional(any),
      data: optional(data),
      ttl: optional(text),
      id: optional(text),
      ...who,
    }),
  ),
  signal: object({ name: text, data: optional(data), ...who }, 'name'),
  job: oneOf(
    ['complete', 'fail', 'error'],
    object({
      element: name('work'),
      complete: optional(data),
      fail: optional(text),
      retries: optional(count),
      error: optional(text),
      data: optional(data),
      nth: optional(nth),
      in: optional(name('instance')),
    }),
  ),
  jump: either('scalar', jumpOf(), object({ to: moment })),
  publish: object({ process: name('process'), version: optional(nth) }, 'process'),
  migrate: object(
    {
      to: version(),
      mapping: optional(data),
      despite: optional(listOf(text)),
      undo: optional(yesNo),
      why: optional(text),
      in: optional(name('instance')),
      by: optional(person),
    },
    'to',
  ),
  restart: word('worker'),
  plan: object({ task: name('task'), at: moment, place: optional(text), nth: optional(nth), ...who }),
  log: object({
    ...item,
    outcome: word('reached', 'not reached'),
    note: optional(text),
    ...who,
  }),
  link: object({
    to: person,
    about: name('item'),
    press: text,
    data: optional(data),
    in: optional(name('instance')),
  }),
  set: object({ variables: data, why: optional(text), ...who }),
} satisfies Record<string, Reader<unknown>>;

/** A message is known by its name, or by the element that waits for it. */
function addressed<T extends { name?: string; element?: unknown; line: number }>(
  reader: Reader<T>,
): Reader<T> {
  return {
    read(source, reading) {
      const read = reader.read(source, reading);
      if (!read || read.name !== undefined || read.element) return read;
      reading.problems.push({ line: read.line, message: "Expected 'name' or 'element' here." });
      return undefined;
    },
  };
}

/** At most one of these keys: two answers to one question would leave one of them out in silence. */
function oneOf<T>(keys: string[], reader: Reader<T>): Reader<T> {
  return {
    read(source, reading) {
      const given = source.kind === 'map' ? source.entries.filter(({ key }) => keys.includes(key)) : [];
      const [, second] = given;
      if (!second) return reader.read(source, reading);
      const message = `Expected one of ${keys.join(', ')}, but '${second.key}' is a second one.`;
      reading.problems.push({ line: second.line, message });
      return undefined;
    },
  };
}

/** `jump: next`, or a moment. */
function jumpOf(): Reader<'next' | { to: string }> {
  return {
    read(source, reading) {
      if (source.kind === 'scalar' && source.value === 'next') return 'next';
      const to = moment.read(source, reading);
      return to === undefined ? undefined : { to };
    },
  };
}

type PlainSteps = typeof plainSteps;
export type PlainStepType = keyof PlainSteps;

/** A step: what is done, with what, and on which line. */
export type PlainStep = {
  [K in PlainStepType]: { do: K; line: number; with: ValueOf<PlainSteps[K]> };
}[PlainStepType];
export type StepOf<K extends PlainStepType> = Extract<PlainStep, { do: K }>;

export interface RefusedStep {
  do: 'refused';
  line: number;
  /** `at` and `in` may stand with the step inside, as with any step. */
  with: { step: PlainStep; at?: Instant; in?: Name<'instance'>; code?: string; saying?: string };
}
export type Step = PlainStep | RefusedStep;

export const stepTypes: string[] = [...Object.keys(plainSteps), 'refused'];

/** Reads the value of a step key. */
export function readStep(key: string, line: number, value: Source, reading: Reading): Step | undefined {
  if (key === 'refused') return readRefused(line, value, reading);
  const reader: Reader<unknown> | undefined = plainSteps[key as PlainStepType];
  const read = reader?.read(value, reading);
  return read === undefined ? undefined : ({ do: key, line, with: read } as PlainStep);
}

function readRefused(line: number, value: Source, reading: Reading): RefusedStep | undefined {
  const shape = { step: inner, code: optional(text), saying: optional(text), in: optional(name('instance')) };
  const read = object(shape).read(value, reading);
  if (!read) return undefined;
  const { step, ...frame } = read;
  return { do: 'refused', line, with: { ...frame, ...step } };
}

type Inner = Pick<RefusedStep['with'], 'step' | 'at' | 'in'>;

const inner: Reader<Inner> = {
  read(source, reading) {
    const entries = source.kind === 'map' ? source.entries : [];
    const frame = (key: string) => entries.find((entry) => entry.key === key)?.value;
    const [entry, ...more] = entries.filter(({ key }) => key !== 'at' && key !== 'in');
    if (!entry || more.length) return wrong(source, reading, 'a map with exactly one step');
    if (!Object.hasOwn(plainSteps, entry.key)) {
      reading.problems.push({ line: entry.line, message: unknownKey(entry.key, Object.keys(plainSteps)) });
      return undefined;
    }
    const [at, within] = [frame('at'), frame('in')];
    const [when, instance] = [
      at && moment.read(at, reading),
      within && name('instance').read(within, reading),
    ];
    const step = readStep(entry.key, entry.line, entry.value, reading) as PlainStep | undefined;
    return step && { step, ...(when !== undefined && { at: when }), ...(instance && { in: instance }) };
  },
};

export type Who = Fields<typeof who>;
