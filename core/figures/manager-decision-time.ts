/** Figure: how long what waits for a manager waits, and how often it was late (P29). A role, never a name. */
import { type LocalDate, localDate, workingDaysBetween } from '../calendar/index.ts';
import type { Figure, FigureContext } from './figure.ts';
import { median } from './median.ts';

interface Waiting {
  id: string;
  instance: string;
  openedOn: LocalDate;
  /** The first date it was due; a moved one does not move this. */
  dueOn?: LocalDate | undefined;
  decidedOn?: LocalDate;
  gone: boolean;
}

type Decisions = Map<string, Waiting>;

/** The role of whoever answers for it comes first. */
const isManagers = (roles: readonly string[] | undefined, about: string | undefined) =>
  roles?.[0] === 'manager' && about === undefined;

export const managerDecisionTime: Figure<Decisions> = {
  id: 'manager-decision-time',
  name: { nl: 'Besluiten van leidinggevenden', en: 'Decisions of managers' },
  facts: ['task.created', 'task.completed', 'task.cancelled', 'instance.stopped'],
  start: () => new Map(),
  add(decisions, fact, ctx) {
    const on = (at: string) => localDate(ctx.calendar.zone, at);
    if (fact.type === 'instance.stopped')
      for (const one of decisions.values())
        if (one.instance === fact.instance && one.decidedOn === undefined) one.gone = true;
    if (fact.type === 'task.created' && isManagers(fact.roles, fact.about)) {
      const id = `${fact.instance}/${fact.key}`;
      const dueOn = fact.due === undefined ? undefined : on(fact.due);
      decisions.set(id, { id, instance: fact.instance, openedOn: on(fact.at), dueOn, gone: false });
    }
    if (fact.type !== 'task.completed' && fact.type !== 'task.cancelled') return decisions;
    const one = decisions.get(`${fact.instance}/${fact.key}`);
    if (one && fact.type === 'task.completed') one.decidedOn = on(fact.at);
    else if (one) one.gone = true;
    return decisions;
  },
  value(decisions, period, ctx) {
    const today = localDate(ctx.calendar.zone, ctx.now);
    const until = period.to < today ? period.to : today;
    const all = [...decisions.values()];
    const decided = all.filter(
      ({ decidedOn }) => decidedOn !== undefined && period.from <= decidedOn && decidedOn <= until,
    );
    const open = all.filter(
      ({ openedOn, decidedOn, gone }) => openedOn <= until && !gone && (decidedOn ?? '9') > until,
    );
    const days = decided.map((one) => wd(ctx, one.openedOn, one.decidedOn)).sort((a, b) => a - b);
    const late = decided.map((one) => daysLate(ctx, one, one.decidedOn)).filter((n) => n > 0);
    return {
      value: median(days),
      list: decided.map(({ id }) => id),
      more: {
        decided: decided.length,
        late: late.length,
        daysLate: late.reduce((sum, n) => sum + n, 0),
        longestLate: Math.max(0, ...late),
        open: open.length,
        openLate: open.filter((one) => daysLate(ctx, one, until) > 0).length,
      },
    };
  },
};

const wd = ({ calendar }: FigureContext, from: LocalDate, to: LocalDate = from) =>
  workingDaysBetween(calendar, from, to);

/** Working days after the day it was due. */
const daysLate = (ctx: FigureContext, { dueOn }: Waiting, on: LocalDate | undefined): number =>
  dueOn === undefined || on === undefined || on <= dueOn ? 0 : wd(ctx, dueOn, on);
