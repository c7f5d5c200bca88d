/** Folds facts into the view of one task. */
import type { Fact, FactOf, TaskView } from '../../contract/index.ts';
import { foldItem } from './item-view.ts';

function begin(fact: FactOf<'task.created'>): TaskView {
  return {
    v: 1,
    id: `${fact.instance}/${fact.key}`,
    instance: fact.instance,
    n: fact.n,
    key: fact.key,
    name: fact.task,
    element: fact.element,
    title: fact.name as TaskView['title'],
    roles: fact.roles,
    owner: fact.owner,
    side: fact.side,
    state: 'open',
    createdAt: fact.at,
    due: fact.due === undefined ? undefined : { at: fact.due },
    late: false,
    version: fact.n,
    ladder: fact.ladder,
    about: fact.about,
    silent: fact.silent,
    contacts: { reached: 0, notReached: 0 },
  };
}

const ended = (task: TaskView, fact: Fact): TaskView => ({
  ...task,
  endedAt: fact.at,
  chase: undefined,
  offered: undefined,
  by: fact.by,
  onBehalfOf: fact.onBehalfOf,
  channel: fact.channel,
});

function fold(task: TaskView, fact: Fact): TaskView {
  switch (fact.type) {
    case 'task.claimed':
      return { ...task, claimed: fact.person, owner: fact.person };
    case 'task.unclaimed':
      return { ...task, claimed: undefined, owner: fact.owner ?? task.owner };
    case 'task.completed':
      return { ...ended(task, fact), state: 'completed', outcome: fact.outcome };
    case 'task.cancelled':
      return { ...ended(task, fact), state: 'cancelled', why: fact.why };
    case 'instance.migrated':
      return {
        ...task,
        element: fact.elements[task.key] ?? task.element,
        name: fact.tasks[task.key] ?? task.name,
      };
    case 'instance.stopped':
    case 'instance.ended':
      return { ...ended(task, fact), state: 'cancelled', why: fact.type };
    case 'task.late':
      return { ...task, late: true };
    case 'meeting.planned':
      return { ...task, meeting: { at: fact.moment, place: fact.place, sequence: fact.sequence } };
    case 'element.postponed':
      return { ...task, due: { at: fact.until }, late: false };
    case 'due.set':
      return {
        ...task,
        due: { at: fact.due, date: fact.date, from: fact.from, ledger: fact.ledger },
        late: false,
      };
    default:
      return foldItem(task, fact);
  }
}

/** After these an open form of the task is stale. */
const staleAfter = new Set<Fact['type']>([
  'task.claimed',
  'task.unclaimed',
  'item.handedOver',
  'meeting.planned',
  'element.postponed',
  'due.set',
]);

/** The task after one more fact about it. Facts that are in already, and any after its end, change nothing. */
export function applyToTask(task: TaskView | undefined, fact: Fact): TaskView | undefined {
  if (fact.type === 'task.created' && (!task || task.n < fact.n)) return begin(fact);
  if (!task || fact.n <= task.n || task.state !== 'open') return task;
  return { ...fold(task, fact), n: fact.n, ...(staleAfter.has(fact.type) ? { version: fact.n } : {}) };
}
