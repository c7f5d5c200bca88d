/** What became of each promise: the ground of all figures about keeping them (P55). */
import type { Fact, FactType, Side } from '../../contract/index.ts';
import { type LocalDate, localDate, type PeriodRange } from '../calendar/index.ts';
import type { FigureContext } from './figure.ts';

export interface Promised {
  /** `instance/commitment`. */
  id: string;
  instance: string;
  side: Side;
  originalDue: LocalDate;
  doneOn?: LocalDate;
  late: boolean;
  /** Moved before its due moment. */
  movedInTime: boolean;
  /** Let go by whoever it was made to, or replaced before it was late: nobody failed. */
  excused: boolean;
}

export type Promises = Map<string, Promised>;

export const promiseFacts = [
  'commitment.made',
  'commitment.done',
  'commitment.rePromised',
  'commitment.dropped',
  'commitment.late',
  'instance.stopped',
] as const satisfies FactType[];

export function addPromise(promises: Promises, fact: Fact, ctx: FigureContext): Promises {
  if (fact.type === 'instance.stopped') {
    for (const promise of promises.values())
      if (promise.instance === fact.instance && promise.doneOn === undefined && !promise.late)
        promise.excused = true;
    return promises;
  }
  if (!('commitment' in fact)) return promises;
  const id = `${fact.instance}/${fact.commitment}`;
  if (fact.type === 'commitment.made') {
    const { instance, side, due } = fact;
    return promises.set(id, {
      id,
      instance,
      side,
      originalDue: due,
      late: false,
      movedInTime: false,
      excused: false,
    });
  }
  const promise = promises.get(id);
  if (!promise) return promises;
  if (fact.type === 'commitment.done') promise.doneOn = fact.date;
  if (fact.type === 'commitment.late') promise.late = true;
  if (fact.type === 'commitment.rePromised' && !promise.late) promise.movedInTime = true;
  if (fact.type === 'commitment.dropped')
    promise.excused =
      fact.bySide === 'initiator' ||
      byInitiator(fact, ctx) ||
      (fact.why === 'agreement changed' && !promise.late);
  return promises;
}

function byInitiator({ by, onBehalfOf }: Fact, ctx: FigureContext): boolean {
  const who = onBehalfOf ?? by;
  return who !== undefined && (who === 'initiator' || ctx.sideOf?.(who) === 'initiator');
}

/** Promises of a side that count in a period: their first date lies in it and has passed, or they are done already. */
export function counted(promises: Promises, side: Side, period: PeriodRange, ctx: FigureContext): Promised[] {
  const today = localDate(ctx.calendar.zone, ctx.now);
  return [...promises.values()].filter(
    (promise) =>
      promise.side === side &&
      !promise.excused &&
      period.from <= promise.originalDue &&
      promise.originalDue <= period.to &&
      // A date ends at 24:00.
      (promise.originalDue < today || promise.doneOn !== undefined),
  );
}

export const isKept = ({ doneOn, originalDue }: Promised): boolean =>
  doneOn !== undefined && doneOn <= originalDue;
