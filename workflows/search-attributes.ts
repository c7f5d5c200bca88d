/** Search attributes of our workflows, so that Temporal's own screens are useful. Their values are not encrypted: never personal data. */
export const searchAttributes = {
  /** Id of the process definition, without its version. */
  SpeelruimteProcess: 'Keyword',
  /** running, paused, resting, stuck, ended or stopped. */
  SpeelruimteStatus: 'Keyword',
  SpeelruimteInitiative: 'Keyword',
  SpeelruimteOrg: 'Keyword',
  /** Next moment at which something happens if nobody acts. */
  SpeelruimteNextDue: 'Datetime',
  /** Sides and roles that open tasks wait for. */
  SpeelruimteWaitingOn: 'KeywordList',
  /** Rehearsal world; absent in real work. */
  SpeelruimteWorld: 'Keyword',
} as const;
