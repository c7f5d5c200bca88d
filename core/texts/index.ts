/** Texts: the words of messages in Dutch and English, their placeholders, and how easily they read. */
export { BUTTONS, buttonLabel } from './buttons.ts';
export type { InitiativeWords, Lookups, PersonWords } from './lookups.ts';
export type { CommitmentData, NoteData } from './note-data.ts';
export {
  PLACEHOLDERS,
  type Placeholder,
  type PlaceholderName,
  type PlaceholderUse,
  placeholdersIn,
  referredTo,
  tooPersonalForSubject,
  unknownPlaceholders,
} from './placeholders.ts';
export { JARGON_NL, READABILITY_LIMITS, type Readability, readability } from './readability.ts';
export { LONGEST_WORD, type ReadingLevel, type Remark, readingLevel } from './reading-level.ts';
export { renderMessage } from './render.ts';
export type {
  Inline,
  RenderedBlock,
  RenderedButton,
  RenderedItem,
  RenderedMessage,
  RenderedPart,
} from './rendered.ts';
export { SIDES } from './sides.ts';
export type { StandardText } from './standard/standard-text.ts';
export { hasStandardText, STANDARD_TEXTS, standardText } from './standard-texts.ts';
export { REDACTED, withoutName } from './without-name.ts';
export { wordsOf } from './words.ts';
export {
  writtenDate,
  writtenDayAndTime,
  writtenList,
  writtenMoment,
  writtenMoney,
  writtenNumber,
  writtenPeriod,
  writtenTime,
} from './written.ts';
