/** Figure: how far partnerships are, from the wish to the end (template T7); the manager's decision time is a figure of its own. */
import type { Fact } from '../../contract/index.ts';
import { type LocalDate, localDate } from '../calendar/index.ts';
import type { Figure } from './figure.ts';

/** Variable in which a process keeps how far a partnership is, and what it may hold. */
export const PARTNERSHIP = 'partnership';
export const partnershipStatuses = [
  'suggested',
  'consented',
  'vetoed',
  'approved',
  'less',
  'notNow',
  'running',
  'ending',
  'ended',
] as const;
export type PartnershipStatus = (typeof partnershipStatuses)[number];

/** Variable with the day of the next review. */
export const REVIEW_ON = 'reviewOn';

interface Followed {
  instance: string;
  /** Every change of status, oldest first. */
  changes: { status: PartnershipStatus; on: LocalDate }[];
  reviewOn?: LocalDate | undefined;
}

/** One per process or called process: `instance/scope`. */
type Partnerships = Map<string, Followed>;

const isStatus = (value: unknown): value is PartnershipStatus =>
  partnershipStatuses.some((status) => status === value);

const DECIDED: readonly PartnershipStatus[] = ['approved', 'less', 'notNow'];
const RUNNING: readonly PartnershipStatus[] = ['running', 'ending'];

export const partnerships: Figure<Partnerships> = {
  id: 'partnerships',
  name: { nl: 'Partnerschappen', en: 'Partnerships' },
  facts: ['variables.set', 'instance.stopped'],
  start: () => new Map(),
  add(followed, fact, ctx) {
    const on = () => localDate(ctx.calendar.zone, fact.at);
    if (fact.type === 'instance.stopped') {
      for (const one of followed.values())
        if (one.instance === fact.instance && isUnderWay(one))
          one.changes.push({ status: 'ended', on: on() });
      return followed;
    }
    if (fact.type === 'variables.set') change(followed, fact, on);
    return followed;
  },
  value(followed, period, ctx) {
    const today = localDate(ctx.calendar.zone, ctx.now);
    const until = period.to < today ? period.to : today;
    const all = [...followed.values()];
    const running = all.filter((one) => RUNNING.includes(statusOn(one, until) as PartnershipStatus));
    const times = (...wanted: PartnershipStatus[]) =>
      all
        .flatMap(({ changes }) => changes)
        .filter(({ status, on }) => wanted.includes(status) && period.from <= on && on <= until).length;
    return {
      value: running.length,
      list: running.map(({ instance }) => instance),
      more: {
        suggested: times('suggested'),
        consented: times('consented'),
        vetoed: times('vetoed'),
        decided: times(...DECIDED),
        approved: times('approved'),
        withLess: times('less'),
        notNow: times('notNow'),
        started: times('running'),
        ended: times('ended'),
        reviewsDue: running.filter(({ reviewOn }) => reviewOn !== undefined && reviewOn <= until).length,
      },
    };
  },
};

function change(
  followed: Partnerships,
  { instance, scope, variables = {} }: Fact & { type: 'variables.set' },
  on: () => LocalDate,
): void {
  const status = variables[PARTNERSHIP];
  const id = `${instance}/${scope ?? ''}`;
  const one: Followed = followed.get(id) ?? { instance, changes: [] };
  // An adjusted agreement leaves a partnership running.
  if (isStatus(status) && one.changes.at(-1)?.status !== status) {
    one.changes.push({ status, on: on() });
    followed.set(id, one);
  }
  const reviewOn = variables[REVIEW_ON];
  if (typeof reviewOn === 'string') one.reviewOn = reviewOn;
  if (reviewOn === null) one.reviewOn = undefined;
}

const isUnderWay = ({ changes }: Followed) => RUNNING.includes(changes.at(-1)?.status as PartnershipStatus);

const statusOn = ({ changes }: Followed, date: LocalDate) => changes.findLast(({ on }) => on <= date)?.status;
