/** One instance as a step or expectation sees it, at the moment of the clock. */
import type { Fact } from '../../contract/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { Compiled } from '../engine/compiled.ts';
import type { State } from '../state.ts';
import type { Cast } from './cast.ts';
import type { Foreseen, SentMessage } from './host.ts';

export interface View {
  zone: string;
  calendar: Calendar;
  now: Instant;
  cast: Cast;
  state: State;
  processes: Compiled[];
  /** Facts of this instance. */
  facts: Fact[];
  /** Facts of all instances, which figures count over. */
  allFacts: Fact[];
  /** Messages about this instance. */
  messages: SentMessage[];
  /** How many of them had been sent before the latest step. */
  sentBefore: number;
  capacities: Record<string, { used: number; total?: number }>;
  /** For expectations about it: what comes if nobody acts. */
  forecast: Foreseen[];
}
