/** Figure: rounds of pilots that ended, how many were decided about within ten working days, and what was decided (P27, P61). */
import type { Fact } from '../../contract/index.ts';
import { addWorkingDays, type LocalDate, localDate } from '../calendar/index.ts';
import type { Figure, FigureContext } from './figure.ts';

interface Round {
  id: string;
  instance: string;
  round: number;
  end: LocalDate;
  decidedOn?: LocalDate;
  outcome?: string | undefined;
}

interface Followed {
  round: number;
  rounds: Round[];
  /** The choice completed last, with its number: what is decided stands right behind it. */
  last?: { outcome?: string | undefined; n: number };
}

/** One per process or called process: `instance/scope`. */
type Pilots = Map<string, Followed>;

const DECISION_DAYS = 10;
const OUTCOMES = ['standing', 'adjust', 'grow', 'stop', 'partner', 'volunteers'] as const;
/** From this round on a pilot is an eternal one. */
const ETERNAL = 3;

export const pilotsOnTime: Figure<Pilots> = {
  id: 'pilots-on-time',
  name: { nl: 'Op tijd teruggekeken', en: 'Pilots decided in time' },
  facts: ['task.completed', 'variables.set', 'instance.stopped'],
  start: () => new Map(),
  add(pilots, fact, ctx) {
    if (fact.type === 'instance.stopped') forget(pilots, fact.instance);
    if (fact.type === 'task.completed')
      for (const [id, pilot] of pilots)
        if (id.startsWith(`${fact.instance}/`)) pilot.last = { outcome: fact.outcome, n: fact.n };
    if (fact.type === 'variables.set') follow(pilots, fact, localDate(ctx.calendar.zone, fact.at));
    return pilots;
  },
  value(pilots, period, ctx) {
    const today = localDate(ctx.calendar.zone, ctx.now);
    const ended = [...pilots.values()]
      .flatMap(({ rounds }) => rounds)
      .filter((one) => period.from <= one.end && one.end <= period.to && isOver(one, today, ctx));
    const inTime = ended.filter((one) => isInTime(one, ctx));
    return {
      value: inTime.length,
      of: ended.length,
      list: inTime.map(({ id }) => id),
      rest: ended.filter((one) => !inTime.includes(one)).map(({ id }) => id),
      more: {
        ...Object.fromEntries(
          OUTCOMES.map((outcome) => [outcome, ended.filter((one) => one.outcome === outcome).length]),
        ),
        undecided: ended.filter(({ decidedOn }) => decidedOn === undefined).length,
        rounds: Math.max(0, ...ended.map(({ round }) => round)),
        eternal: new Set(ended.filter(({ round }) => round >= ETERNAL).map(({ instance }) => instance)).size,
      },
    };
  },
};

function follow(
  pilots: Pilots,
  { instance, scope, n, variables = {} }: Fact & { type: 'variables.set' },
  on: LocalDate,
): void {
  const { round, end, decidedBy } = variables;
  const id = `${instance}/${scope ?? ''}`;
  const known = pilots.get(id);
  if (typeof round === 'number') {
    if (known) known.round = round;
    else pilots.set(id, { round, rounds: [] });
  }
  const pilot = pilots.get(id);
  if (!pilot) return;
  if (typeof end === 'string') putEnd(pilot, instance, end);
  const current = pilot.rounds.at(-1);
  if (decidedBy === undefined || decidedBy === null || !current) return;
  current.decidedOn = on;
  // The outcome of the very choice that brought it.
  if (pilot.last && n - pilot.last.n <= 2) current.outcome = pilot.last.outcome;
}

/** Another end before a decision moves the round; after one it is the next round's. */
function putEnd(pilot: Followed, instance: string, end: LocalDate): void {
  const current = pilot.rounds.at(-1);
  if (current && current.decidedOn === undefined) current.end = end;
  else if (current?.round === pilot.round) current.end = end;
  else pilot.rounds.push({ id: `${instance}/${pilot.round}`, instance, round: pilot.round, end });
}

/** A stopped pilot owes nobody a decision; what was decided stays. */
function forget(pilots: Pilots, instance: string): void {
  for (const [id, pilot] of pilots)
    if (id.startsWith(`${instance}/`))
      pilot.rounds = pilot.rounds.filter(({ decidedOn }) => decidedOn !== undefined);
}

const lastDay = ({ end }: Round, { calendar }: FigureContext) =>
  addWorkingDays(calendar, end, DECISION_DAYS).date;

/** Decided, or the time for it has passed. */
const isOver = (one: Round, today: LocalDate, ctx: FigureContext) =>
  one.decidedOn !== undefined || lastDay(one, ctx) < today;

const isInTime = (one: Round, ctx: FigureContext) =>
  one.decidedOn !== undefined && one.decidedOn <= lastDay(one, ctx);
