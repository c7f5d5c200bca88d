/** What the project wants of itself. Most are ratios to the same process written by hand, on the same server in the same run. */

export const goals = {
  /** Processor time of server, worker and client together. */
  cpu: { most: 1.1 },
  events: { most: 1.05 },
  bytes: { most: 1.15 },
  memory: { most: 1.15 },
  p1PerSecond: { least: 1 },
  p2PerSecond: { least: 1.5 },
  /** Milliseconds until a completed task and what follows from it can be read, for one user. */
  completeP95: { most: 75 },
  /** Instances of P1 per second, in core alone, on one thread. */
  corePerSecond: { least: 20_000 },
  /** Milliseconds of processor time to check and explore a drawing of 200 elements: while somebody draws. */
  check200: { most: 500 },
  /** Twice as many elements cost at most some three times as much. */
  checkGrowth: { most: 1.6 },
  /** Importing a BPMN file of 5,000 elements, beside bpmn-moddle reading it. */
  bpmnImport: { most: 2 },
  /** Everything a screen of the staff loads the first time, kB as compressed. */
  screenKb: { most: 500 },
  /** The same of a page for residents, who may be on a bad line. */
  residentKb: { most: 100 },
  /** Exponent of a cost over a size: in step with it, with a little for memory that is slower when there is more of it. */
  growth: { most: 1.15 },
  /** What a task costs an instance that has done thousands, beside one that is young. */
  flat: { most: 1.2 },
  /** Starting a process of a thousand steps, beside one by hand: its definition has to be made ready. */
  startLong: { most: 2 },
  /** Ten times the tasks must not make one wait ten times. */
  listGrowth: { most: 2 },
  listByHand: { most: 2 },
  /** A large drawing beside bpmn-js with the same: until it reacts, with all that stands around a drawing here. */
  canvasLoad: { most: 1.5 },
  /** Of a hundred frames the slowest five, and letters likewise. A tenth is the unrest of two runs of the same. */
  canvasFrames: { most: 1.1 },
} as const;

export type Goal = { most: number } | { least: number };

export function verdict(goal: Goal, value: number): string {
  const met = 'most' in goal ? value <= goal.most : value >= goal.least;
  const wanted = 'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least.toLocaleString('en')}`;
  return `${wanted.padEnd(9)} ${met ? 'met' : 'NOT MET'}`;
}
