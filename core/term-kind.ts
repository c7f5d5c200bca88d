// The three kinds of term: counted in days or hours, exactly so long, or a moment.
import type { Anchor, CountedTerm, Term } from '../contract/index.ts';

export const isCounted = (term: Term): term is CountedTerm => 'amount' in term;

/** Where a term counts from; undefined is the activation of its own element. A moment counts from nothing. */
export const countsFrom = (term: Term): Anchor | undefined => ('moment' in term ? undefined : term.from);
