/** The time line people read: which facts are shown, and what of each. */
import type { Fact, FactOf, FactType, TimelineEntry } from '../../contract/index.ts';

type Shown = Omit<TimelineEntry, 'id' | 'instance' | 'n' | 'at' | 'type' | 'by' | 'onBehalfOf' | 'channel'>;
type Show<T extends FactType> = 'hidden' | ((fact: FactOf<T>) => Shown);

const element = ({ element }: { element: string }): Shown => ({ element });
const item = ({ item }: { item: string }): Shown => ({ item });

/** Hidden: how the engine works, and what another fact of the same moment says better. */
const shows: { [T in FactType]: Show<T> } = {
  'instance.started': element,
  'instance.ended': ({ outcomes }) => ({ outcome: outcomes.join(', ') }),
  'instance.stopped': ({ why }) => ({ words: why }),
  'instance.paused': ({ until, why }) => ({ date: until, words: why }),
  'instance.resumed': () => ({}),
  'instance.rested': element,
  'instance.woken': element,
  'element.activated': 'hidden',
  'element.completed': 'hidden',
  'element.terminated': 'hidden',
  'element.skipped': ({ element, why }) => ({ element, words: why }),
  'element.postponed': ({ element, until, why }) => ({ element, date: until, words: why }),
  'flow.taken': 'hidden',
  'end.reached': ({ element, outcome }) => ({ element, outcome }),
  'task.created': 'hidden',
  'task.claimed': ({ element, person }) => ({ element, person }),
  'task.unclaimed': element,
  'task.completed': ({ element, task, outcome }) => ({ element, item: task, outcome }),
  'task.cancelled': 'hidden',
  'task.late': ({ element, task, due }) => ({ element, item: task, date: due }),
  'item.handedOver': ({ item, to }) => ({ item, person: to }),
  'item.offered': ({ item, to, due }) => ({ item, person: to, date: due }),
  'item.declined': ({ item, person, why }) => ({ item, person, words: why }),
  'person.absent': ({ person, until }) => ({ person, date: until }),
  'person.back': ({ person }) => ({ person }),
  'due.set': 'hidden',
  'meeting.planned': ({ element, moment, place }) => ({ element, date: moment, words: place }),
  'contact.logged': ({ item, element, outcome, note }) => ({ item, element, outcome, words: note }),
  'agreement.sent': element,
  'agreement.confirmed': element,
  'agreement.changed': element,
  'commitment.made': ({ commitment, text, owner, due }) => ({
    item: commitment,
    words: text,
    person: owner,
    date: due,
  }),
  'commitment.done': ({ commitment, date, note }) => ({ item: commitment, date, words: note }),
  'commitment.rePromised': ({ commitment, to, why }) => ({ item: commitment, date: to, words: why }),
  'commitment.dropped': ({ commitment, why }) => ({ item: commitment, words: why }),
  'commitment.late': ({ commitment, due }) => ({ item: commitment, date: due }),
  'commitment.reopened': ({ commitment, due }) => ({ item: commitment, date: due }),
  'chase.started': 'hidden',
  'chase.fired': ({ item, element }) => ({ item, element }),
  'chase.skipped': 'hidden',
  'chase.ended': 'hidden',
  'chase.rested': 'hidden',
  'chase.resumed': 'hidden',
  raised: ({ item, element, to, text }) => ({ item, element, person: to, words: text }),
  'raised.closed': ({ item, element, why }) => ({ item, element, words: why }),
  'help.asked': item,
  'timer.set': 'hidden',
  'timer.fired': 'hidden',
  'timer.cancelled': 'hidden',
  'message.asked': ({ to, about }) => ({ person: to, item: about[0] }),
  'message.told': 'hidden',
  'message.received': element,
  'message.missed': 'hidden',
  'escalation.thrown': 'hidden',
  'signal.thrown': 'hidden',
  'variables.set': 'hidden',
  'role.resolved': ({ people }) => ({ person: people[0] }),
  'job.created': 'hidden',
  'job.completed': 'hidden',
  'job.cancelled': 'hidden',
  'job.failed': 'hidden',
  'incident.raised': ({ element, message }) => ({ element, words: message }),
  'incident.resolved': element,
  'consent.withdrawn': () => ({}),
  'channel.changed': ({ person, to }) => ({ person, outcome: to }),
  'capacity.held': ({ capacity }) => ({ item: capacity }),
  'capacity.released': ({ capacity }) => ({ item: capacity }),
};

/** What the time line shows of a fact; undefined when it is not for people. */
export function timelineEntry(fact: Fact): TimelineEntry | undefined {
  const show = shows[fact.type] as Show<FactType>;
  if (show === 'hidden') return undefined;
  const { instance, n, at, type, by, onBehalfOf, channel } = fact;
  const entry = { id: `${instance}/${n}`, instance, n, at, type, by, onBehalfOf, channel, ...show(fact) };
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as TimelineEntry;
}
