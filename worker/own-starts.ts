/** Processes that start themselves in a rehearsal world: by its clock, as the simulator has it (core/simulator/world.ts). */
import type { Definition } from '../contract/index.ts';
import type { Calendar, Instant } from '../core/calendar/index.ts';
import { nextSelfStart, type SelfStart, selfStartsOf } from '../core/schedule/self-starts.ts';

export interface Startable {
  process: string;
  hash: string;
  definition: Definition;
}

/** How far the starts of a world are, by process; kept with the world. */
export type StartsSoFar = Record<string, { hash: string; starts: SelfStart[] }>;

export interface OwnStart {
  /** Which of the processes starts, and by which of its start events. */
  name: string;
  at: Instant;
  /** Starts it, and gives the new member. */
  begin(): Promise<string>;
}

export interface OwnStarts {
  /** The next one, given where the clock stands. */
  next(clock: Instant): Promise<OwnStart | undefined>;
}

const OWN = 'start:';

/** Whether a name is that of a start, rather than of a member of the world. */
export const isOwnStart = (name: string): boolean => name.startsWith(OWN);

interface Parts {
  calendar: Calendar;
  /** The newest version of each process, by its id. */
  startable(): Promise<Startable[]>;
  begin(process: Startable, element: string, at: Instant): Promise<string>;
  soFar: StartsSoFar;
  save(soFar: StartsSoFar): Promise<void>;
}

export function ownStarts({ calendar, startable, begin, soFar, save }: Parts): OwnStarts {
  const known = { ...soFar };

  return {
    async next(clock) {
      let first: { at: Instant; process: Startable; own: SelfStart } | undefined;
      for (const process of await startable()) {
        const drawn = selfStartsOf(process.definition);
        if (drawn.length === 0) continue;
        // A new version counts from when it came.
        if (known[process.process]?.hash !== process.hash)
          known[process.process] = {
            hash: process.hash,
            starts: drawn.map(({ id }) => ({ element: id, since: clock, after: clock, done: 0 })),
          };
        for (const own of known[process.process]?.starts ?? []) {
          const element = drawn.find(({ id }) => id === own.element);
          const at = element && nextSelfStart(calendar, element, own);
          if (at !== undefined && (first === undefined || at < first.at)) first = { at, process, own };
        }
      }
      if (!first) return undefined;
      const { at, process, own } = first;
      return {
        name: `${OWN}${process.process}/${own.element}`,
        at,
        async begin() {
          const instance = await begin(process, own.element, at);
          own.after = at;
          own.done += 1;
          await save(known);
          return instance;
        },
      };
    },
  };
}
