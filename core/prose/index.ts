// A process in plain language, and the outline that text and list share.
export { asText, closed, HEADINGS } from './as-text.ts';
export { below, type Next, type Outline, outlineOf, type Step, type Way } from './outline.ts';
export { type Prose, type Sentence, type ToldPart, type ToldStep, tell } from './tell.ts';
export { wayWords } from './way-words.ts';
