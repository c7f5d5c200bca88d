// Names every expression of a process knows besides its variables (docs/elements/mappings.md); a variable of the same name wins.

/**
 * `openCommitments`: what is promised and not done. `initiativeId`: the initiative it belongs to, empty where it has none.
 * `actor`: who is acting at this moment, empty when nobody is.
 */
export const KNOWN_NAMES = ['openCommitments', 'initiativeId', 'actor'] as const;

/** Of these, what is never empty. */
export const isNeverEmpty = (name: string): boolean => name === 'openCommitments';
