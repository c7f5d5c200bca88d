/** What a process asks of people before it helps them, read from its drawing. */
export { type Burden, burdenOf } from './burden.ts';
export type { Weighed } from './heaviest.ts';
export { about, type Span } from './span.ts';
export { rangeWords, spanWords } from './span-words.ts';
export type { Reached, UntilHelp } from './until-help.ts';
