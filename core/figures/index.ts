/** All figures of docs/figures.md, by id, and how to count one over facts. */
import type { Fact } from '../../contract/index.ts';
import type { PeriodRange } from '../calendar/index.ts';
import type { Figure, FigureContext, FigureValue } from './figure.ts';
import { firstResponse } from './first-response.ts';
import { managerDecisionTime } from './manager-decision-time.ts';
import { partnerships } from './partnerships.ts';
import { type PilotRound, type PilotState, pilots, pilotVariables } from './pilots.ts';
import { pilotsOnTime } from './pilots-on-time.ts';
import { honestRate, partnerPromisesKept, promisesKept } from './promise-shares.ts';
import { raisedItems } from './raised-items.ts';

export type { Figure, FigureContext, FigureValue } from './figure.ts';
export {
  PARTNERSHIP,
  type PartnershipStatus,
  partnershipStatuses,
  REVIEW_ON,
} from './partnerships.ts';
export {
  firstResponse,
  honestRate,
  managerDecisionTime,
  type PilotRound,
  type PilotState,
  partnerPromisesKept,
  partnerships,
  pilots,
  pilotsOnTime,
  pilotVariables,
  promisesKept,
  raisedItems,
};

export const figures: readonly Figure[] = [
  promisesKept,
  honestRate,
  partnerPromisesKept,
  firstResponse,
  pilotsOnTime,
  raisedItems,
  managerDecisionTime,
  partnerships,
] as Figure[];

/** The figure with this id, or undefined. */
export const figureOf = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);

/** A figure over facts that are at hand. */
export function countFigure(
  figure: Figure,
  facts: Iterable<Fact>,
  period: PeriodRange,
  ctx: FigureContext,
): FigureValue {
  let acc = figure.start();
  for (const fact of facts) acc = figure.add(acc, fact, ctx);
  return figure.value(acc, period, ctx);
}
