/** Jobs on capacities: take a place, give it back, wait for one. In a rehearsal the world's capacities are used. */
import { CapacityInput, type CapacityResult } from '../../contract/index.ts';
import { type CapacityName, UnknownCapacity, type Waiter } from '../../store/index.ts';
import { deliverTo } from '../deliver-event.ts';
import type { Deps } from '../deps.ts';
import type { Job, JobCall } from './job.ts';
import { parseInput } from './parse-input.ts';

const TAKEN: CapacityResult = { taken: true, above: false };

export function capacityJobs(deps: Deps): Record<`capacity.${'take' | 'release' | 'queue'}`, Job> {
  const { capacities } = deps.store;

  function asked({ jobType, input, home, instance }: JobCall) {
    const { capacity, amount, booking, force } = parseInput(CapacityInput, jobType, input);
    const name: CapacityName = { org: home.org, world: home.world, name: capacity };
    return { name, amount, force, booking: booking ?? instance };
  }

  /** Tells those who got a place. A place for somebody who does not want it any more goes to the next. */
  async function tellWaiters(name: CapacityName, at: string): Promise<void> {
    for (;;) {
      const waiters = await capacities.untold(name);
      if (waiters.length === 0) return;
      for (const waiter of waiters) await tell(name, waiter, at);
    }
  }

  async function tell(name: CapacityName, waiter: Waiter, at: string): Promise<void> {
    const { instance, job } = waiter;
    const told = await deliverTo(deps, instance, {
      event: { type: 'jobCompleted', job, result: TAKEN },
      ...(name.world ? { at } : {}),
      id: `${instance}/${job}/place`,
    });
    if (told === 'accepted') await capacities.told(name, waiter);
    else await capacities.declined(name, waiter, at);
  }

  return {
    'capacity.take': {
      async run(call) {
        const { name, amount, booking, force } = asked(call);
        return unlessUnlimited(TAKEN, async () => {
          const got = await capacities.take(name, { booking, amount, at: call.at, force });
          // Let in by another way than the queue: whoever waited under the same booking is answered too.
          if (force) await tellWaiters(name, call.at);
          return got.taken
            ? { taken: true, above: got.above && !got.already }
            : { taken: false, above: false };
        });
      },
    },
    'capacity.release': {
      async run(call) {
        const { name, booking } = asked(call);
        return unlessUnlimited({ released: false }, async () => {
          const { released } = await capacities.release(name, booking, call.at);
          await tellWaiters(name, call.at);
          return { released };
        });
      },
    },
    'capacity.queue': {
      async run(call) {
        const { name, amount, booking } = asked(call);
        const { instance, key: job, at } = call;
        return unlessUnlimited(TAKEN, async () => {
          const { booked } = await capacities.wait(name, { booking, amount, instance, job, at });
          if (!booked) return 'waits';
          // Answered here: an event could not reach the instance before this very answer does.
          await capacities.told(name, { booking, instance, job });
          return TAKEN;
        });
      },
      async cancel(call) {
        const { name, booking } = asked(call);
        const { instance, key: job, at } = call;
        await unlessUnlimited({}, async () => {
          if (!(await capacities.leave(name, { instance, job }, at)))
            await capacities.declined(name, { booking, instance, job }, at);
          await tellWaiters(name, call.at);
          return {};
        });
      },
    },
  };
}

type Result = Record<string, boolean>;

/** A capacity nobody has set has no limit, and nothing to count. */
async function unlessUnlimited(otherwise: Result, run: () => Promise<Result | 'waits'>) {
  try {
    const result = await run();
    return result === 'waits' ? ({ waiting: true } as const) : { result };
  } catch (error) {
    if (error instanceof UnknownCapacity) return { result: otherwise };
    throw error;
  }
}
