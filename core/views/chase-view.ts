/** Folds the facts of a chase into what an item shows of it: the ladder and the rungs still to come. */
import type { ChaseView, FactOf } from '../../contract/index.ts';

export type ChaseFact = FactOf<
  'chase.started' | 'chase.fired' | 'chase.skipped' | 'chase.ended' | 'chase.rested' | 'chase.resumed'
>;

const without = (chase: ChaseView, rung: string) => chase.rungs.filter((coming) => coming.rung !== rung);

/** The chase after a fact; undefined when it has ended, or was never seen to start. */
export function foldChase(chase: ChaseView | undefined, fact: ChaseFact): ChaseView | undefined {
  if (fact.type === 'chase.started')
    return { ladder: fact.ladder, due: fact.due, rungs: fact.rungs, fired: 0, rests: false };
  if (!chase || fact.type === 'chase.ended') return undefined;
  switch (fact.type) {
    case 'chase.fired':
      return { ...chase, rungs: without(chase, fact.rung), fired: chase.fired + 1, lastRung: fact.rung };
    case 'chase.skipped':
      return { ...chase, rungs: without(chase, fact.rung) };
    case 'chase.rested':
      return { ...chase, rests: true };
    case 'chase.resumed':
      return { ...chase, rests: false, rungs: fact.rungs };
  }
}
