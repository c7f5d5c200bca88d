/** Jobs on capacities: take a place, give it back, wait for one. In a rehearsal the world's capacities are used. */
import { CapacityInput, type CapacityResult } from '../../contract/index.ts';
import type { Variables } from '../../core/state.ts';
import type { CapacityName, Waiter } from '../../store/index.ts';
import { deliverTo } from '../deliver-event.ts';
import type { Deps } from '../deps.ts';
import type { Job, JobCall } from './job.ts';
import { parseInput } from './parse-input.ts';

const asVariables = (result: CapacityResult) => result as unknown as Variables;

export function capacityJobs(deps: Deps): Record<`capacity.${'take' | 'release' | 'queue'}`, Job> {
  const { capacities } = deps.store;

  function asked({ jobType, input, home, instance }: JobCall) {
    const { capacity, amount, booking, force } = parseInput(CapacityInput, jobType, input);
    const name: CapacityName = { org: home.org, world: home.world, name: capacity };
    return { name, amount, force, booking: booking ?? home.initiative ?? instance };
  }

  /** Tells those who got a place. A place for somebody who does not want it any more goes to the next. */
  async function tellWaiters(name: CapacityName, at: string): Promise<void> {
    for (
      let waiters = await capacities.untold(name);
      waiters.length > 0;
      waiters = await capacities.untold(name)
    )
      for (const waiter of waiters) await tell(name, waiter, at);
  }

  async function tell(name: CapacityName, waiter: Waiter, at: string): Promise<void> {
    const { booking, instance, job } = waiter;
    const left = (await capacities.get(name))?.left ?? 0;
    const result = asVariables({ taken: true, booking, left });
    const told = await deliverTo(deps, instance, {
      event: { type: 'jobCompleted', job, result },
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
        const got = await capacities.take(name, { booking, amount, at: call.at, force });
        // Let in by another way than the queue: whoever waited under the same booking is answered too.
        if (force) await tellWaiters(name, call.at);
        const above = got.taken && got.above ? { above: true } : {};
        return { result: asVariables({ taken: got.taken, booking, left: got.left, ...above }) };
      },
    },
    'capacity.release': {
      async run(call) {
        const { name, booking } = asked(call);
        const { released } = await capacities.release(name, booking, call.at);
        await tellWaiters(name, call.at);
        return { result: { released } };
      },
    },
    'capacity.queue': {
      async run(call) {
        const { name, amount, booking } = asked(call);
        const { instance, key: job, at } = call;
        const { booked, left } = await capacities.wait(name, { booking, amount, instance, job, at });
        if (!booked) return { waiting: true };
        // Answered here: an event could not reach the instance before this very answer does.
        await capacities.told(name, { booking, instance, job });
        return { result: asVariables({ taken: true, booking, left }) };
      },
      async cancel(call) {
        const { name, booking } = asked(call);
        const { instance, key: job, at } = call;
        if (!(await capacities.leave(name, { instance, job }, at)))
          await capacities.declined(name, { booking, instance, job }, at);
        await tellWaiters(name, call.at);
      },
    },
  };
}
