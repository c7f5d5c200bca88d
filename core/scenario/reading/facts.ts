/** What a `fact` expectation may ask: the fields of every type of fact, and what each of them names. */
import type { FactBase, FactBody, FactType } from '../../../contract/index.ts';
import type { Json } from '../../state.ts';
import { day, type Range, range, type When, when } from '../moments.ts';
import { didYouMean } from '../near-miss.ts';
import type { Source } from '../source.ts';
import { type Name, name } from './name.ts';
import { any, count, type Reader, type Reading, unknownKey, wrong } from './reader.ts';
import { actChannel, contactOutcome, incidentCode, messageKind, side } from './words.ts';

type FieldOf<T extends FactType> = Exclude<
  keyof Extract<FactBody, { type: T }>,
  'type' | Exclude<keyof FactBase, 'key'>
>;
type Named = 'element' | 'item' | 'task' | 'person' | 'role';
/** Names that stand in a fact as they are in the process. */
type Literal = 'ladder' | 'rung' | 'flow' | 'outcome';
type Meaning = 'plain' | 'when' | Named | Literal | keyof typeof words;

const words = {
  channel: actChannel,
  code: incidentCode,
  contact: contactOutcome,
  kind: messageKind,
  side,
};

const plain = 'plain';
const timer = { timer: plain, element: 'element' } as const;
const job = { element: 'element', key: plain, job: plain } as const;
const chase = { item: 'item', element: 'element', ladder: 'ladder' } as const;
const task = { element: 'element', key: plain, task: 'task' } as const;

/** Complete by construction: a fact type or field that is missing here does not compile. */
const fields: { [T in FactType]: { [K in FieldOf<T>]-?: Meaning } } = {
  'instance.started': {
    process: plain,
    version: plain,
    hash: plain,
    engine: plain,
    initiative: plain,
    element: 'element',
    data: plain,
  },
  'instance.ended': { outcomes: plain },
  'instance.stopped': { why: plain, dropped: plain },
  'instance.paused': { until: 'when', why: plain },
  'instance.resumed': {},
  'instance.rested': { element: 'element' },
  'instance.woken': { element: 'element' },
  'element.activated': { element: 'element', key: plain, scope: plain },
  'element.completed': { element: 'element', key: plain, outcome: 'outcome' },
  'element.terminated': { element: 'element', key: plain },
  'element.skipped': { element: 'element', key: plain, why: plain },
  'element.postponed': { element: 'element', key: plain, until: 'when', why: plain },
  'flow.taken': { flow: 'flow', from: 'element', to: 'element' },
  'end.reached': { element: 'element', outcome: 'outcome' },
  'task.created': {
    ...task,
    roles: plain,
    owner: 'person',
    side: 'side',
    due: 'when',
    ladder: 'ladder',
    name: plain,
    silent: plain,
    about: 'item',
  },
  'task.claimed': { element: 'element', key: plain, person: 'person' },
  'task.unclaimed': { element: 'element', key: plain, owner: 'person' },
  'task.completed': { ...task, outcome: 'outcome', data: plain, first: plain },
  'task.cancelled': { ...task, why: plain },
  'task.late': { ...task, due: 'when' },
  'item.handedOver': { item: 'item', from: 'person', to: 'person', unplanned: plain, asked: plain },
  'item.offered': { item: 'item', from: 'person', to: 'person', due: 'when' },
  'item.declined': { item: 'item', person: 'person', why: plain },
  'person.absent': { person: 'person', until: 'when' },
  'person.back': { person: 'person', items: plain },
  'due.set': { item: 'item', element: 'element', due: 'when', date: plain, from: plain, ledger: plain },
  'meeting.planned': { element: 'element', key: plain, moment: 'when', place: plain, sequence: plain },
  'contact.logged': { item: 'item', element: 'element', outcome: 'contact', note: plain },
  'agreement.sent': { element: 'element', version: plain, commitments: plain },
  'agreement.confirmed': { element: 'element', version: plain },
  'agreement.changed': { element: 'element', version: plain },
  'agreement.closed': { element: 'element', version: plain, for: 'element' },
  'commitment.made': {
    commitment: 'item',
    text: plain,
    owner: 'person',
    side: 'side',
    due: 'when',
    agreement: plain,
    why: plain,
  },
  'commitment.done': {
    commitment: 'item',
    side: 'side',
    due: 'when',
    originalDue: plain,
    date: plain,
    note: plain,
  },
  'commitment.rePromised': { commitment: 'item', from: 'when', to: 'when', why: plain, count: plain },
  'commitment.dropped': { commitment: 'item', why: plain, side: 'side', bySide: 'side' },
  'commitment.late': { commitment: 'item', due: 'when' },
  'commitment.reopened': { commitment: 'item', due: 'when' },
  'chase.started': { ...chase, due: 'when', rungs: plain },
  'chase.fired': { ...chase, rung: 'rung', due: 'when', told: plain, silent: plain },
  'chase.skipped': { ...chase, rung: 'rung', why: plain },
  'chase.ended': { ...chase, why: plain },
  'chase.rested': { item: 'item', ladder: 'ladder', under: 'item' },
  'chase.resumed': { item: 'item', ladder: 'ladder', rungs: plain },
  raised: {
    key: plain,
    item: 'item',
    element: 'element',
    to: 'person',
    role: 'role',
    level: plain,
    text: plain,
  },
  'raised.closed': { key: plain, item: 'item', element: 'element', why: plain },
  'help.asked': { item: 'item', element: 'element' },
  'timer.set': { ...timer, due: 'when' },
  'timer.fired': { ...timer, due: 'when' },
  'timer.cancelled': timer,
  'message.asked': { note: plain, to: 'person', kind: 'kind', about: plain, text: plain },
  'message.told': { note: plain, lead: plain },
  'instance.migrated': {
    process: plain,
    from: plain,
    to: plain,
    why: plain,
    undo: plain,
    elements: plain,
    tasks: plain,
  },
  'instance.modified': { changes: plain, why: plain },
  'compensation.thrown': { element: 'element', key: plain, activities: plain },
  'message.thrown': { name: plain, element: 'element' },
  'message.received': { name: plain, element: 'element', data: plain },
  'message.missed': { name: plain },
  'escalation.thrown': { code: plain, element: 'element', caught: plain },
  'signal.thrown': { name: plain },
  'variables.set': { variables: plain, scope: plain },
  'role.resolved': { role: 'role', people: plain, reasons: plain },
  'job.created': { ...job, jobType: plain },
  'job.completed': job,
  'job.cancelled': job,
  'job.failed': { ...job, error: plain, retries: plain },
  'incident.raised': { incident: plain, element: 'element', key: plain, code: 'code', message: plain },
  'incident.resolved': { incident: plain, element: 'element', why: plain },
  'consent.withdrawn': {},
  'channel.changed': { person: 'person', to: plain },
  'capacity.held': { capacity: plain, above: plain },
  'capacity.released': { capacity: plain },
};

const common: Record<string, Meaning> = {
  n: plain,
  at: 'when',
  by: 'person',
  onBehalfOf: 'person',
  channel: 'channel',
};

/** A wanted field: a name, a date, or a plain value; a value may be a name of the process that must exist. */
export type Wanted =
  | { is: 'name'; name: Name }
  | { is: 'when'; when: When }
  | { is: 'plain'; value: Json; name?: Name };

export interface FactExpectation {
  line: number;
  type: FactType;
  count?: number;
  between?: Range;
  on?: string;
  wanted: { field: string; value: Wanted }[];
}

export const factTypes = Object.keys(fields) as FactType[];

/** Which things a fact expectation may ask besides the fields of its type. */
const frame = { type: typeOf(), count, between: range, on: day };

function typeOf(): Reader<FactType> {
  return {
    read(source, reading) {
      const value = source.kind === 'scalar' ? source.value : undefined;
      const known = factTypes.find((type) => type === value);
      if (known) return known;
      const near = typeof value === 'string' ? didYouMean(value, factTypes) : '';
      reading.problems.push({ line: source.line, message: `There is no type of fact '${value}'.${near}` });
      return undefined;
    },
  };
}

export const factReader: Reader<FactExpectation> = {
  read(source, reading) {
    const given =
      source.kind === 'map' ? source.entries : [{ key: 'type', line: source.line, value: source }];
    const typeEntry = given.find(({ key }) => key === 'type');
    if (!typeEntry) return wrong(source, reading, `a map with the 'type' of the fact`);
    const type = frame.type.read(typeEntry.value, reading);
    if (!type) return undefined;
    const before = reading.problems.length;
    const expectation: FactExpectation = { line: source.line, type, wanted: [] };
    const known: Record<string, Meaning> = { ...common, ...fields[type] };
    for (const { key, line, value } of given) {
      if (key === 'type') continue;
      // `count` is how many facts; that of commitment.rePromised itself can be seen by the number of such facts.
      if (key === 'count') assign(expectation, 'count', frame.count.read(value, reading));
      else if (key === 'between') assign(expectation, 'between', frame.between.read(value, reading));
      else if (key === 'on') assign(expectation, 'on', frame.on.read(value, reading));
      else if (Object.hasOwn(known, key)) {
        const wanted = wantedOf(known[key] as Meaning, value, reading);
        if (wanted) expectation.wanted.push({ field: key, value: wanted });
      } else {
        const keys = ['count', 'between', 'on', ...Object.keys(known)];
        reading.problems.push({ line, message: `${type}: ${unknownKey(key, keys)}` });
      }
    }
    return reading.problems.length > before ? undefined : expectation;
  },
};

function assign<K extends 'count' | 'between' | 'on'>(
  expectation: FactExpectation,
  key: K,
  value: FactExpectation[K] | undefined,
) {
  if (value !== undefined) expectation[key] = value;
}

function wantedOf(meaning: Meaning, value: Source, reading: Reading): Wanted | undefined {
  if (meaning === plain || (value.kind === 'scalar' && value.value === null))
    return { is: 'plain', value: any.read(value, reading) ?? null };
  if (meaning === 'when') {
    const read = when.read(value, reading);
    return read && { is: 'when', when: read };
  }
  if (isWord(meaning)) {
    const read = words[meaning].read(value, reading);
    return read && { is: 'plain', value: read };
  }
  if (meaning === 'rung') {
    const read = name('rung').read(signed(value), reading);
    return read && { is: 'plain', value: read.text, name: read };
  }
  if (meaning === 'ladder' || meaning === 'flow' || meaning === 'outcome') {
    const read = name(meaning).read(value, reading);
    return read && { is: 'plain', value: read.text, name: read };
  }
  const read = name(meaning === 'element' ? 'item' : meaning).read(value, reading);
  return read && { is: 'name', name: read };
}

const isWord = (meaning: Meaning): meaning is keyof typeof words => Object.hasOwn(words, meaning);

/** `rung: +15` without quotes is a number to YAML; it is the rung all the same. */
function signed(source: Source): Source {
  if (source.kind !== 'scalar' || typeof source.value !== 'number') return source;
  return { ...source, value: `${source.value > 0 ? '+' : ''}${source.value}` };
}
