/** Figure: working days from registration to the first human contact (P56). */
import type { Fact } from '../../contract/index.ts';
import { type LocalDate, localDate, workingDaysBetween } from '../calendar/index.ts';
import type { Figure, FigureContext } from './figure.ts';
import { median } from './median.ts';

interface Registered {
  instance: string;
  process: string;
  on: LocalDate;
  contactOn?: LocalDate;
  ended: boolean;
}

type Registrations = Map<string, Registered>;

/** The promise made to everybody who registers. */
const PROMISED = 2;

export const firstResponse: Figure<Registrations> = {
  id: 'first-response',
  name: { nl: 'Eerste reactie', en: 'First response' },
  facts: ['instance.started', 'instance.ended', 'instance.stopped', 'task.completed', 'contact.logged'],
  start: () => new Map(),
  add(registrations, fact, ctx) {
    const on = () => localDate(ctx.calendar.zone, fact.at);
    if (fact.type === 'instance.started')
      registrations.set(fact.instance, {
        instance: fact.instance,
        process: fact.process,
        on: on(),
        ended: false,
      });
    const registered = registrations.get(fact.instance);
    if (!registered) return registrations;
    if (isContact(fact)) registered.contactOn ??= on();
    if (fact.type === 'instance.ended' || fact.type === 'instance.stopped') registered.ended = true;
    return registrations;
  },
  value(registrations, period, ctx) {
    const inPeriod = [...registrations.values()].filter(({ on }) => period.from <= on && on <= period.to);
    const answered = inPeriod.filter(({ contactOn }) => contactOn !== undefined);
    const days = answered.map((one) => daysOf(one, ctx)).sort((a, b) => a - b);
    return {
      value: median(days),
      list: answered.map(({ instance }) => instance),
      more: {
        p90: days[Math.ceil(days.length * 0.9) - 1] ?? null,
        withinPromise: days.filter((wd) => wd <= PROMISED).length,
        answered: days.length,
        waiting: waitingAmong(inPeriod, registrations),
      },
    };
  },
};

/** An attempt that reached nobody is no contact, whether logged or the outcome of the task. */
function isContact(fact: Fact): boolean {
  if (fact.type === 'contact.logged') return fact.outcome === 'reached';
  return fact.type === 'task.completed' && fact.first === true && !/^not-?reached/i.test(fact.outcome ?? '');
}

const daysOf = ({ on, contactOn = on }: Registered, { calendar }: FigureContext) =>
  workingDaysBetween(calendar, on, contactOn);

/** Registered by a process that begins with a contact, running, and not reached yet. */
function waitingAmong(inPeriod: Registered[], all: Registrations): number {
  const begins = new Set(
    [...all.values()].flatMap((one) => (one.contactOn === undefined ? [] : [one.process])),
  );
  return inPeriod.filter((one) => one.contactOn === undefined && !one.ended && begins.has(one.process))
    .length;
}
