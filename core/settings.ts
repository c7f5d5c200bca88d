// What an organisation may set about the engine's behaviour; plain data with a version, an input like the calendar.

export interface Settings {
  version: number;
  /** Open commitments of ours per initiative: more than `warn` shows a warning, more than `block` needs the manager (P11). */
  ours: { warn: number; block: number };
  /** Times a promise may be moved without a call to the initiator. */
  rePromises: number;
  /** Bundling for people outside the organisation, in working days: taken in ahead, and kept free after. */
  bundle: { ahead: number; after: number };
  /** Working days a deputy has to accept: unplanned, planned, asked. */
  handoff: { unplanned: number; planned: number; asked: number };
  /** Working days within which a raised item is to be answered (P29). */
  raisedAnswer: number;
  /** Elements whose automatic work is answered from outside: a story plays the other system. */
  answeredOutside?: string[];
}

export const defaultSettings: Settings = {
  version: 1,
  ours: { warn: 5, block: 8 },
  rePromises: 2,
  bundle: { ahead: 2, after: 5 },
  handoff: { unplanned: 1, planned: 3, asked: 3 },
  raisedAnswer: 5,
};
