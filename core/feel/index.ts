/** FEEL expressions: read, bounded and run without a clock of their own. */
export type { Now } from './clock.ts';
export { type ComparedLiteral, comparedLiterals } from './compared-literals.ts';
export { type DayAsText, daysAsText, type Kept } from './days-as-text.ts';
export { evaluate, type FeelResult, type HoldsResult, holds } from './evaluate.ts';
export { type Parsed, parse } from './parse.ts';
export { type Reads, readsOf } from './reads.ts';
