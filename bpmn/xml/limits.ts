// How much XML is read at most. Counted in steps and characters, never in time, so that a file is refused everywhere or nowhere.

export const limits = {
  /** Characters, or bytes where a file is given as bytes. */
  size: 20_000_000,
  depth: 200,
  attributes: 200,
  /** Characters of one name. */
  name: 1_000,
  /** Characters of one attribute's value. */
  value: 1_000_000,
  /** Elements altogether. */
  elements: 500_000,
} as const;
