/** Figure: what was laid before somebody who can decide, how old it is, and how soon it was answered (P29, P30). */
import { type LocalDate, localDate, workingDaysBetween } from '../calendar/index.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

interface Raised {
  id: string;
  instance: string;
  on: LocalDate;
  level: string;
  /** About a promise, about a task, or a question of the process itself. */
  kind: 'promise' | 'task' | 'question';
  closedOn?: LocalDate;
}

type AllRaised = Map<string, Raised>;

const COMMITMENT = /^c\d+$/;
const LEVELS = ['manager', 'director', 'alderman'] as const;

export const raisedItems: Figure<AllRaised> = {
  id: 'raised-items',
  name: { nl: 'Hulp gevraagd', en: 'Raised items' },
  facts: ['raised', 'raised.closed', 'instance.ended', 'instance.stopped'],
  start: () => new Map(),
  add(all, fact, ctx) {
    const on = () => localDate(ctx.calendar.zone, fact.at);
    if (fact.type === 'raised') {
      const id = `${fact.instance}/${fact.key}`;
      const { item, level, instance } = fact;
      const kind = item === undefined ? 'question' : COMMITMENT.test(item) ? 'promise' : 'task';
      all.set(id, { id, instance, on: on(), level, kind });
    }
    if (fact.type === 'raised.closed') {
      const one = all.get(`${fact.instance}/${fact.key}`);
      if (one) one.closedOn = on();
    }
    // What has ended leaves no question open.
    if (fact.type === 'instance.ended' || fact.type === 'instance.stopped')
      for (const one of all.values())
        if (one.instance === fact.instance && one.closedOn === undefined) one.closedOn = on();
    return all;
  },
  value(all, period, { calendar, now }) {
    const today = localDate(calendar.zone, now);
    const until = period.to < today ? period.to : today;
    const items = [...all.values()];
    const open = items.filter(({ on, closedOn = '9' }) => on <= until && until < closedOn);
    const ages = open.map(({ on }) => workingDaysBetween(calendar, on, until));
    const aged = (from: number, to: number) => ages.filter((age) => from <= age && age <= to).length;
    const inPeriod = (date: LocalDate | undefined) =>
      date !== undefined && period.from <= date && date <= until;
    const answered = items.filter(({ closedOn }) => inPeriod(closedOn));
    const raised = items.filter(({ on }) => inPeriod(on));
    const days = answered
      .map(({ on, closedOn = on }) => workingDaysBetween(calendar, on, closedOn))
      .sort((a, b) => a - b);
    return {
      value: open.length,
      list: open.map(({ id }) => id),
      more: {
        upTo5: aged(0, 5),
        from6To10: aged(6, 10),
        over10: aged(11, Number.POSITIVE_INFINITY),
        promises: open.filter(({ kind }) => kind === 'promise').length,
        tasks: open.filter(({ kind }) => kind === 'task').length,
        questions: open.filter(({ kind }) => kind === 'question').length,
        raised: raised.length,
        ...Object.fromEntries(
          LEVELS.map((level) => [level, raised.filter((one) => one.level === level).length]),
        ),
        answered: answered.length,
        medianDays: median(days),
      },
    };
  },
};
