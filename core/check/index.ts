/** Checks on definitions: structure, behaviour and what the domain asks. */
export { askedBeforeContact, type BeforeContact, MOST_QUESTIONS } from './before-contact.ts';
export { check } from './check.ts';
export { type Exploration, explore, MAX_STATES, type Sighting } from './explore.ts';
export { type Known, type KnownJob, type Model, modelOf } from './model.ts';
export type { Mistake, Rule } from './rule.ts';
export { rules } from './rules/index.ts';
export { worstFirst } from './worst-first.ts';
