/** What the hand-written workflows are told and ask. */

export interface Shown {
  instance: string;
  status: 'running' | 'ended';
  open: string[];
  late: string[];
}

export interface Activities {
  /** One automatic step. */
  step(input: { instance: string; step: string }): Promise<void>;
  /** Writes the row that lists show. */
  show(row: Shown): Promise<void>;
}

export interface Input {
  /** Whether there is a read model, which answers wait for. */
  readModel: boolean;
  /** How long a task may take before it is late; without it tasks have no due date. */
  dueMs?: number;
  /** How many automatic steps follow the task. */
  steps?: number;
  /** The number of the task that comes next, of one that comes again and again. */
  next?: number;
}

export interface Complete {
  task: string;
  by: string;
}
