/** Help for who writes an expression: what can be named, what it means in words, and what is wrong where. */
export { FUNCTIONS, type FunctionGroup, functionNamed, type KnownFunction } from './functions.ts';
export { inWords, type Part, partsInWords } from './in-words.ts';
export { kindOf, type ValueKind } from './kind.ts';
export { type Place, type Seen, seenAt } from './seen.ts';
export { type Suggestion, type Suggestions, suggest } from './suggest.ts';
export {
  answerTrouble,
  brokenCells,
  findingsOf,
  inputLabel,
  missingRow,
  rowInWords,
  testInWords,
  testTrouble,
} from './table.ts';
export { type Trouble, troubleIn } from './trouble.ts';
export { type Way, wayFrom } from './which-way.ts';
