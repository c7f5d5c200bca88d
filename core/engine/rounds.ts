// Work that leads to itself again and again, while nobody acts and hardly any time passes, is stopped where it goes round.
import { msBetween } from '../calendar/index.ts';
import type { CoreEvent } from '../event.ts';
import type { ElementInstance } from '../state.ts';
import type { CompiledElement } from './compiled.ts';
import { countsHops } from './hops.ts';
import type { Work } from './work.ts';

/** From this version on the incident stands on the circle and holds what went round; answers of the host count too. */
const STOPS_ON_THE_CIRCLE = 3;
/** More moves than this in one step, and what begins again and again in one place goes round. */
const MANY_MOVES = 10_000;
/** More than this, and the step ends wherever it is: more than a host may think about at once. */
const MOST_MOVES = 30_000;
/** More answers and moments than this, with nobody acting, and the same holds: the most that one list of many may have. */
const MANY_TURNS = 1_000;
/** What takes longer may go on: waits of a few seconds, over and over, are somebody's wish. */
const WITHIN_MS = 3_600_000;
/** How often the same element may begin in the same place after that. A batch of many has a place for each. */
const AGAIN = 25;

export const stopsOnTheCircle = (w: Work): boolean => w.state.engine >= STOPS_ON_THE_CIRCLE;

export const mostMoves = (w: Work): number => (stopsOnTheCircle(w) ? MOST_MOVES : MANY_MOVES);

/** What a step begins with: an act of a person lets everything go on, an answer or a moment is one more without. */
export function countTurn(w: Work, { type }: CoreEvent, isAct: boolean): void {
  if (!stopsOnTheCircle(w) || type === 'calendarChanged' || type === 'migrate') return;
  const { turns, world } = w.state;
  const isSent = type === 'message' || type === 'bpmnSignal';
  if (isAct && isSent && countsHops(w)) return;
  if (isAct && type !== 'message' && type !== 'bpmnSignal') {
    delete w.state.turns;
    return;
  }
  // Messages may come from outside as often as they like; in a rehearsal they are of its own making.
  if (isAct && world === undefined) return;
  if (turns && msBetween(turns.since, w.at) < WITHIN_MS) w.state.turns = { ...turns, n: turns.n + 1 };
  else w.state.turns = { since: w.at, n: 1 };
}

/** Asked of each element that begins. @returns whether it has begun here too often to come to a wait. */
export function goesRound(w: Work, { scope, element }: ElementInstance, { type }: CompiledElement): boolean {
  if (!stopsOnTheCircle(w)) return false;
  const turns = w.state.turns ?? { since: w.at, n: 0 };
  if (w.moves <= MANY_MOVES && turns.n <= MANY_TURNS) return false;
  const place = `${scope}/${element}`;
  const times = (turns.again?.[place] ?? 0) + 1;
  w.state.turns = { ...turns, again: { ...turns.again, [place]: times } };
  // It is told at work rather than at the gateway behind it.
  return times > (type.endsWith('Gateway') ? 2 * AGAIN : AGAIN);
}
