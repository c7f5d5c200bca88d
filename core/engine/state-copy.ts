// The copy of a state that a step writes on: field by field, since copying an object of unknown shape takes ten times as long.
import type { State } from '../state.ts';

/** Shallow; maps and lists are copied when they are first written (`Work.own`). */
export function copyOf(s: State): State {
  const copy: State = {
    v: s.v,
    engine: s.engine,
    instance: s.instance,
    definitions: s.definitions,
    status: s.status,
    startedAt: s.startedAt,
    at: s.at,
    n: s.n,
    next: s.next,
    outcomes: s.outcomes,
    elements: s.elements,
    variables: s.variables,
    joins: s.joins,
    anchors: s.anchors,
    commitments: s.commitments,
    plans: s.plans,
    untold: s.untold,
    closed: s.closed,
    agreements: s.agreements,
    chases: s.chases,
    timers: s.timers,
    jobs: s.jobs,
    raised: s.raised,
    incidents: s.incidents,
    people: s.people,
    absent: s.absent,
    offers: s.offers,
    announced: s.announced,
    told: s.told,
    holds: s.holds,
  };
  for (const field of optional)
    if (s[field] !== undefined) (copy as Record<Optional, unknown>)[field] = s[field];
  return copy;
}

type Optional = { [K in keyof State]-?: undefined extends State[K] ? K : never }[keyof State];

/** Each once; that none is forgotten, the type sees to. */
const optional = Object.keys({
  initiative: true,
  world: true,
  earlier: true,
  subscriptions: true,
  undoable: true,
  paused: true,
  resting: true,
  migrated: true,
  turns: true,
  hops: true,
} satisfies Record<Optional, true>) as Optional[];
