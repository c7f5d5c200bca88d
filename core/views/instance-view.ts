/** Folds facts into the view of an instance: what is open, where tokens are, what was walked, and counts. */
import type { Fact, FactOf, FactType, InstanceView } from '../../contract/index.ts';

type Fold<T extends FactType> = (view: InstanceView, fact: FactOf<T>) => InstanceView;

/** Facts that concern only other rows, or nothing that an instance shows. */
const unchanged = (view: InstanceView): InstanceView => view;

type Walk = InstanceView['walked']['elements'][string];

const NEVER: Walk = { activated: 0, completed: 0, terminated: 0, skipped: 0, late: 0 };

function walked(view: InstanceView, element: string, how: keyof Walk): InstanceView {
  if (element === '') return view;
  const counts = view.walked.elements[element] ?? NEVER;
  const elements = { ...view.walked.elements, [element]: { ...counts, [how]: counts[how] + 1 } };
  return { ...view, walked: { ...view.walked, elements } };
}

const left = (view: InstanceView, key: string): InstanceView => ({
  ...view,
  active: view.active.filter((active) => active.key !== key),
});

type Open = InstanceView['open'];

const opened = <K extends keyof Open>(view: InstanceView, kind: K, entry: Open[K][number]): InstanceView => ({
  ...view,
  open: { ...view.open, [kind]: [...view.open[kind], entry] },
});

const closed = <K extends keyof Open>(
  view: InstanceView,
  kind: K,
  is: (entry: Open[K][number]) => boolean,
): InstanceView => ({
  ...view,
  open: { ...view.open, [kind]: (view.open[kind] as Open[K][number][]).filter((entry) => !is(entry)) },
});

const counted = (view: InstanceView, what: keyof InstanceView['counts']): InstanceView => ({
  ...view,
  counts: { ...view.counts, [what]: view.counts[what] + 1 },
});

const over = (view: InstanceView, status: 'ended' | 'stopped', at: string): InstanceView => ({
  ...view,
  status,
  endedAt: at,
  pausedUntil: undefined,
  restingAt: undefined,
  active: [],
  open: { tasks: [], commitments: [], raised: [], incidents: [], jobs: [], timers: [] },
  capacities: [],
});

/** A pause may lie over a rest: what ends one falls back to the other. */
const going = (view: InstanceView): InstanceView['status'] =>
  view.status === 'ended' || view.status === 'stopped'
    ? view.status
    : view.restingAt === undefined
      ? 'running'
      : 'resting';

const agreed = (view: InstanceView, element: string, version: number, confirmed: boolean): InstanceView => ({
  ...view,
  agreements: { ...view.agreements, [element]: { version, confirmed } },
});

const folds: { [T in FactType]: Fold<T> } = {
  'instance.started': unchanged,
  'instance.ended': (view, fact) => ({ ...over(view, 'ended', fact.at), outcomes: fact.outcomes }),
  'instance.stopped': (view, fact) => ({ ...over(view, 'stopped', fact.at), why: fact.why }),
  'instance.paused': (view, fact) => ({
    ...view,
    status: 'paused',
    pausedUntil: fact.until,
    why: fact.why,
  }),
  'instance.resumed': (view) => ({ ...view, status: going(view), pausedUntil: undefined, why: undefined }),
  'instance.rested': (view, fact) => ({ ...view, status: 'resting', restingAt: fact.element }),
  'instance.woken': (view) => ({
    ...view,
    status: view.status === 'resting' ? 'running' : view.status,
    restingAt: undefined,
  }),
  'element.activated': (view, { element, key, scope, at }) =>
    walked({ ...view, active: [...view.active, { key, element, scope, since: at }] }, element, 'activated'),
  'element.completed': (view, { element, key }) => walked(left(view, key), element, 'completed'),
  'element.terminated': (view, { element, key }) => walked(left(view, key), element, 'terminated'),
  'element.skipped': (view, { element, key }) => walked(left(view, key), element, 'skipped'),
  'element.postponed': unchanged,
  'flow.taken': (view, { flow }) => {
    const flows = { ...view.walked.flows, [flow]: (view.walked.flows[flow] ?? 0) + 1 };
    return { ...view, walked: { ...view.walked, flows } };
  },
  'end.reached': (view, { element, outcome }) => ({
    ...view,
    ends: { ...view.ends, [element]: (view.ends[element] ?? 0) + 1 },
    outcomes: outcome === undefined ? view.outcomes : [...view.outcomes, outcome],
  }),
  'task.created': (view, { key, task, element }) =>
    counted(opened(view, 'tasks', { key, name: task, element }), 'tasks'),
  'task.claimed': unchanged,
  'task.unclaimed': unchanged,
  'task.completed': (view, { key }) => closed(view, 'tasks', (task) => task.key === key),
  'task.cancelled': (view, { key }) => closed(view, 'tasks', (task) => task.key === key),
  'task.late': (view, { element }) => walked(view, element, 'late'),
  'item.handedOver': unchanged,
  'item.offered': unchanged,
  'item.declined': unchanged,
  'person.absent': (view, { person, until }) => ({
    ...view,
    absent: { ...view.absent, [person]: until === undefined ? {} : { until } },
  }),
  'person.back': (view, { person }) => {
    const { [person]: _back, ...absent } = view.absent;
    return { ...view, absent };
  },
  'due.set': unchanged,
  'meeting.planned': unchanged,
  'contact.logged': unchanged,
  'agreement.sent': (view, { element, version }) => agreed(view, element, version, false),
  'agreement.confirmed': (view, { element, version }) => agreed(view, element, version, true),
  'agreement.changed': (view, { element, version }) => agreed(view, element, version, false),
  'agreement.closed': (view, { element }) => {
    const before = view.agreements[element];
    return before
      ? { ...view, agreements: { ...view.agreements, [element]: { ...before, closed: true } } }
      : view;
  },
  'commitment.made': (view, { commitment }) =>
    counted(opened(view, 'commitments', commitment), 'commitments'),
  'commitment.done': (view, { commitment }) => closed(view, 'commitments', (id) => id === commitment),
  'commitment.rePromised': unchanged,
  'commitment.dropped': (view, { commitment }) => closed(view, 'commitments', (id) => id === commitment),
  'commitment.late': unchanged,
  'commitment.reopened': unchanged,
  'chase.started': unchanged,
  'chase.fired': unchanged,
  'chase.skipped': unchanged,
  'chase.ended': unchanged,
  'chase.rested': unchanged,
  'chase.resumed': unchanged,
  raised: (view, { key }) => counted(opened(view, 'raised', key), 'raised'),
  'raised.closed': (view, { key }) => closed(view, 'raised', (open) => open === key),
  'help.asked': unchanged,
  'timer.set': (view, { timer, element, due }) =>
    opened(
      closed(view, 'timers', (open) => open.timer === timer),
      'timers',
      { timer, element, at: due },
    ),
  'timer.fired': (view, { timer }) => closed(view, 'timers', (open) => open.timer === timer),
  'timer.cancelled': (view, { timer }) => closed(view, 'timers', (open) => open.timer === timer),
  'message.asked': unchanged,
  'message.told': unchanged,
  'instance.modified': unchanged,
  'instance.migrated': (view, { process, to, elements, tasks }) => ({
    ...view,
    process: { id: process, version: undefined, hash: to },
    active: view.active.map((one) => ({ ...one, element: elements[one.key] ?? one.element })),
    open: {
      ...view.open,
      tasks: view.open.tasks.map((one) => ({ ...one, name: tasks[one.key] ?? one.name })),
    },
  }),
  'compensation.thrown': unchanged,
  'message.thrown': unchanged,
  'message.received': unchanged,
  'message.missed': unchanged,
  'escalation.thrown': unchanged,
  'signal.thrown': unchanged,
  'variables.set': unchanged,
  'role.resolved': unchanged,
  'job.created': (view, { job, element, jobType }) => opened(view, 'jobs', { key: job, element, jobType }),
  'job.completed': (view, { job }) => closed(view, 'jobs', (open) => open.key === job),
  'job.cancelled': (view, { job }) => closed(view, 'jobs', (open) => open.key === job),
  'job.failed': (view, { job, retries }) =>
    retries > 0 ? view : closed(view, 'jobs', (open) => open.key === job),
  'incident.raised': (view, { incident, element, code, message, at }) =>
    counted(opened(view, 'incidents', { incident, element, code, message, at }), 'incidents'),
  'incident.resolved': (view, { incident }) =>
    closed(view, 'incidents', (open) => open.incident === incident),
  'consent.withdrawn': (view) => ({ ...view, consentWithdrawn: true }),
  'channel.changed': unchanged,
  'capacity.held': (view, { capacity }) => ({
    ...view,
    capacities: [...view.capacities.filter((held) => held !== capacity), capacity],
  }),
  'capacity.released': (view, { capacity }) => ({
    ...view,
    capacities: view.capacities.filter((held) => held !== capacity),
  }),
};

function begin(fact: FactOf<'instance.started'>): InstanceView {
  return {
    v: 1,
    id: fact.instance,
    instance: fact.instance,
    n: fact.n,
    at: fact.at,
    process: { id: fact.process, version: fact.version, hash: fact.hash },
    engine: fact.engine,
    initiative: fact.initiative,
    status: 'running',
    startedAt: fact.at,
    startedBy: fact.by,
    outcomes: [],
    ends: {},
    active: [],
    walked: { elements: {}, flows: {} },
    open: { tasks: [], commitments: [], raised: [], incidents: [], jobs: [], timers: [] },
    counts: { tasks: 0, commitments: 0, raised: 0, incidents: 0 },
    agreements: {},
    absent: {},
    capacities: [],
  };
}

/**
 * The view after one more fact. Facts that are in already change nothing; the caller sees to it that none is missing
 * (`gapBefore`). The first fact of an instance is `instance.started`.
 */
export function applyFact(view: InstanceView | undefined, fact: Fact): InstanceView {
  if (!view) {
    if (fact.type === 'instance.started') return begin(fact);
    throw new Error(`Expected 'instance.started' as first fact of ${fact.instance}, but got '${fact.type}'`);
  }
  if (fact.n <= view.n) return view;
  const fold = folds[fact.type] as Fold<FactType>;
  return { ...fold(view, fact), n: fact.n, at: fact.at };
}
