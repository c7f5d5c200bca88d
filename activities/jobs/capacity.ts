/** Jobs on capacities: take a place, give it back, wait for one. In a rehearsal the world's capacities are used. */
import type { CapacityInput, CapacityResult } from '../../contract/index.ts';
import { capacityQueue, capacityRelease, capacityTake } from '../../contract/jobs/capacity.ts';
import { type CapacityName, UnknownCapacity, type Waiter } from '../../store/index.ts';
import { deliverTo } from '../deliver-event.ts';
import type { Deps } from '../deps.ts';
import { type JobCall, job } from './job.ts';

const TAKEN: CapacityResult = { taken: true, above: false };
export const takeCapacity = job({
  ...capacityTake,
  async run(call, deps) {
    const { name, amount, booking, force } = asked(call);
    return unlessUnlimited(TAKEN, async () => {
      const got = await deps.store.capacities.take(name, { booking, amount, at: call.at, force });
      // Let in by another way than the queue: whoever waited under the same booking is answered too.
      if (force) await tellWaiters(deps, name, call.at);
      return got.taken ? { taken: true, above: got.above && !got.already } : { taken: false, above: false };
    });
  },
});

export const releaseCapacity = job({
  ...capacityRelease,
  async run(call, deps) {
    const { name, booking } = asked(call);
    return unlessUnlimited({ released: false }, async () => {
      const { released } = await deps.store.capacities.release(name, booking, call.at);
      await tellWaiters(deps, name, call.at);
      return { released };
    });
  },
});

export const queueForCapacity = job({
  ...capacityQueue,
  async run(call, deps) {
    const { capacities } = deps.store;
    const { name, amount, booking } = asked(call);
    const { instance, key, at } = call;
    return unlessUnlimited(TAKEN, async () => {
      const { booked } = await capacities.wait(name, { booking, amount, instance, job: key, at });
      if (!booked) return 'waits';
      // Answered here: an event could not reach the instance before this very answer does.
      await capacities.told(name, { booking, instance, job: key });
      return TAKEN;
    });
  },
  async cancel(call, deps) {
    const { capacities } = deps.store;
    const { name, booking } = asked(call);
    const { instance, key, at } = call;
    await unlessUnlimited({}, async () => {
      if (!(await capacities.leave(name, { instance, job: key }, at)))
        await capacities.declined(name, { booking, instance, job: key }, at);
      await tellWaiters(deps, name, at);
      return {};
    });
  },
});

function asked({ input, home, instance }: JobCall<CapacityInput>) {
  const { capacity, amount, booking, force } = input;
  const name: CapacityName = { org: home.org, world: home.world, name: capacity };
  return { name, amount, force, booking: booking ?? instance };
}

/** Tells those who got a place. A place for somebody who does not want it any more goes to the next. */
async function tellWaiters(deps: Deps, name: CapacityName, at: string): Promise<void> {
  for (;;) {
    const waiters = await deps.store.capacities.untold(name);
    if (waiters.length === 0) return;
    for (const waiter of waiters) await tell(deps, name, waiter, at);
  }
}

async function tell(deps: Deps, name: CapacityName, waiter: Waiter, at: string): Promise<void> {
  const { capacities } = deps.store;
  const { instance, job } = waiter;
  const told = await deliverTo(deps, instance, {
    event: { type: 'jobCompleted', job, result: TAKEN },
    ...(name.world ? { at } : {}),
    id: `${instance}/${job}/place`,
  });
  if (told === 'accepted') await capacities.told(name, waiter);
  else await capacities.declined(name, waiter, at);
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
