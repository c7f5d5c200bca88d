/** Facts as a timeline that people can read: what the engine only notes for itself is left out. */
import type { Fact, FactType, TimelineEntry } from '../contract/index.ts';

/** Facts that people want to read. */
export const SHOWN: readonly FactType[] = [
  'instance.started',
  'instance.ended',
  'instance.stopped',
  'instance.paused',
  'instance.resumed',
  'instance.rested',
  'instance.woken',
  'instance.modified',
  'instance.migrated',
  'element.skipped',
  'element.postponed',
  'end.reached',
  'task.created',
  'task.completed',
  'task.cancelled',
  'task.late',
  'item.handedOver',
  'item.offered',
  'item.declined',
  'person.absent',
  'person.back',
  'meeting.planned',
  'contact.logged',
  'agreement.sent',
  'agreement.confirmed',
  'agreement.changed',
  'agreement.closed',
  'commitment.made',
  'commitment.done',
  'commitment.rePromised',
  'commitment.dropped',
  'commitment.late',
  'chase.fired',
  'raised',
  'raised.closed',
  'help.asked',
  'message.received',
  'incident.raised',
  'incident.resolved',
  'consent.withdrawn',
  'channel.changed',
  'capacity.held',
  'capacity.released',
];

export const timelineOf = (facts: Fact[]): TimelineEntry[] =>
  facts.filter(({ type }) => SHOWN.includes(type)).map(entryOf);

/** Fields in which facts of different types say the same sort of thing, the first one that is there counts. */
const ITEM = ['item', 'commitment', 'task'];
const PERSON = ['person', 'to', 'owner'];
const DATE = ['until', 'moment', 'date', 'due'];
const WORDS = ['why', 'note', 'text', 'message'];

function entryOf(fact: Fact): TimelineEntry {
  const { n, at, instance, type, by, onBehalfOf, channel } = fact;
  const first = (fields: string[]) =>
    fields.map((field) => Reflect.get(fact, field)).find((value) => typeof value === 'string');
  const rePromised = fact.type === 'commitment.rePromised';
  const entry = {
    by,
    onBehalfOf,
    channel,
    element: first(['element']),
    item: first(ITEM),
    person: rePromised ? undefined : first(PERSON),
    outcome: fact.type === 'end.reached' || 'outcome' in fact ? first(['outcome']) : undefined,
    date: rePromised ? fact.to : first(DATE),
    words: first(WORDS),
  };
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  return { id: `${instance}/${n}`, instance, n, at, type, ...given };
}
