/** Running pilots: their rounds with begin, end and the window in which people look back together (P27, P61). */
import type { Fact, FactType } from '../../contract/index.ts';
import { addWorkingDays, type LocalDate, localDate } from '../calendar/index.ts';
import type { FigureContext } from './figure.ts';

/** How far a round of a pilot is; `overdue`: nobody decided within ten working days of its end. */
export type PilotState = 'planned' | 'running' | 'lookingBack' | 'overdue';

export interface PilotRound {
  instance: string;
  round: number;
  start: LocalDate;
  end: LocalDate;
  /** Looking back begins fifteen working days before the end and should be decided ten after it. */
  lookBackFrom: LocalDate;
  lookBackUntil: LocalDate;
  state: PilotState;
}

interface Followed {
  round?: number;
  start?: LocalDate;
  end?: LocalDate;
  decided: boolean;
}

export type Pilots = Map<string, Followed>;

const LOOK_BACK_DAYS = 15;
const DECISION_DAYS = 10;

/** Variables by which a pilot is known: the question of its plan and decision, and the round a loop counts. */
export const pilotVariables = ['start', 'end', 'round', 'decidedBy'] as const;

export const pilots = {
  facts: ['variables.set', 'instance.ended', 'instance.stopped'] as const satisfies FactType[],
  start: (): Pilots => new Map(),
  add(followed: Pilots, fact: Fact): Pilots {
    if (fact.type === 'instance.ended' || fact.type === 'instance.stopped') followed.delete(fact.instance);
    if (fact.type !== 'variables.set') return followed;
    // Facts from before pilots were counted stand in the store without their days.
    const { start, end, round, decidedBy } = fact.variables ?? {};
    const pilot = followed.get(fact.instance) ?? { decided: false };
    followed.set(fact.instance, pilot);
    if (typeof round === 'number') pilot.round = round;
    if (typeof start === 'string') pilot.start = start;
    if (decidedBy !== undefined && decidedBy !== null) pilot.decided = true;
    if (typeof end === 'string') {
      pilot.end = end;
      // A new end is a new round, about which nothing was decided yet.
      pilot.decided = false;
    }
    return followed;
  },
  /** Rounds that nobody decided about yet, those that end first at the top. */
  list(followed: Pilots, { calendar, now }: FigureContext): PilotRound[] {
    const today = localDate(calendar.zone, now);
    return [...followed]
      .flatMap(([instance, { round, start, end, decided }]): PilotRound[] => {
        if (round === undefined || start === undefined || end === undefined || decided) return [];
        const lookBackFrom = addWorkingDays(calendar, end, -LOOK_BACK_DAYS).date;
        const lookBackUntil = addWorkingDays(calendar, end, DECISION_DAYS).date;
        const state: PilotState =
          today < start
            ? 'planned'
            : today > lookBackUntil
              ? 'overdue'
              : today >= lookBackFrom
                ? 'lookingBack'
                : 'running';
        return [{ instance, round, start, end, lookBackFrom, lookBackUntil, state }];
      })
      .sort((a, b) => (a.end < b.end ? -1 : 1));
  },
};
