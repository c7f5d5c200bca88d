/** Reports: what is counted and frozen, and how it reads. */
export { correctionsOf, LOOKED_AT_AGAIN } from './corrections.ts';
export {
  type Counting,
  countFact,
  frozenFigures,
  reportedInitiatives,
  reportFacts,
  startCounting,
} from './counting.ts';
export { freezeFrom, freezeResult } from './freeze.ts';
export { periodBefore } from './period-before.ts';
export { aboutInitiative, type Learning, type ReportParts, readReport, SMALLEST_SHOWN } from './sections.ts';
export { CONSENTS } from './words.ts';
