// Capacities of a simulated world: free places, booked once per key, waited for in order of asking (P06).
import type { CommandOf } from '../command.ts';
import type { Variables } from '../state.ts';

export interface CapacityState {
  name: string;
  /** Without a total there is always room. */
  total?: number | undefined;
  used: number;
  /** Booking key → instance. */
  bookings: Record<string, string>;
  waiting: { instance: string; key: string }[];
}

interface Done {
  instance: string;
  key: string;
  result: Variables;
}

export class Capacities {
  readonly state: CapacityState[];

  constructor(state: CapacityState[]) {
    this.state = state;
  }

  view(): Record<string, { used: number; total?: number }> {
    return Object.fromEntries(
      this.state.map((c) => [c.name, { used: c.used, ...(c.total === undefined ? {} : { total: c.total }) }]),
    );
  }

  private named(name: unknown): CapacityState {
    const found = this.state.find((c) => c.name === name);
    if (found) return found;
    const fresh: CapacityState = { name: String(name), used: 0, bookings: {}, waiting: [] };
    this.state.push(fresh);
    return fresh;
  }

  /** Carries out a job; jobs that are about no capacity succeed without data. */
  run(instance: string, job: CommandOf<'job'>): Done[] | 'waits' {
    const done = (result: Variables): Done => ({ instance, key: job.key, result });
    if (!job.jobType.startsWith('capacity.')) return [done({})];
    const c = this.named(job.input.capacity);
    const room = c.total === undefined || c.used < c.total;
    const book = (who: string) => {
      c.used += 1;
      c.bookings[who] = who;
    };
    switch (job.jobType) {
      case 'capacity.take': {
        if (c.bookings[instance] !== undefined) return [done({ taken: true, above: false })];
        if (!room && job.input.force !== true) return [done({ taken: false, above: false })];
        book(instance);
        return [done({ taken: true, above: !room })];
      }
      case 'capacity.queue': {
        if (room) {
          book(instance);
          return [done({ taken: true, above: false })];
        }
        c.waiting.push({ instance, key: job.key });
        return 'waits';
      }
      case 'capacity.release': {
        if (c.bookings[instance] === undefined) return [done({ released: false })];
        delete c.bookings[instance];
        c.used -= 1;
        const next = c.total === undefined || c.used < c.total ? c.waiting.shift() : undefined;
        if (!next) return [done({ released: true })];
        book(next.instance);
        return [done({ released: true }), { ...next, result: { taken: true, above: false } }];
      }
      default:
        return [done({})];
    }
  }

  cancel(instance: string, key: string): void {
    for (const c of this.state) c.waiting = c.waiting.filter((x) => x.instance !== instance || x.key !== key);
  }
}
