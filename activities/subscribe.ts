/** Activities `subscribe` and `unsubscribe`: who waits for a BPMN message or signal, so that it finds them from elsewhere. */
import { deliverTo } from './deliver-event.ts';
import type { Deps } from './deps.ts';
import { messageEvent } from './message-event.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** The store's name of a wait: stable, so that beginning it again changes nothing. */
export const subscriptionId = (instance: string, id: string): string => `${instance}/${id}`;

export function subscribing(deps: Deps, places: Places): Pick<Activities, 'subscribe' | 'unsubscribe'> {
  const { subscriptions } = deps.store;
  return {
    async subscribe({ instance, id, kind, name, key }) {
      const { org, world } = await places.registration(instance);
      const at = await places.now(world);
      const match = await subscriptions.subscribe(
        { id: subscriptionId(instance, id), org, world, kind, name, instance, at, ...(key ? { key } : {}) },
        at,
      );
      // A message was there before: it is for this wait.
      if (match) await deliverTo(deps, instance, messageEvent(match.message, world ? at : undefined));
    },
    async unsubscribe({ instance, id }) {
      await subscriptions.unsubscribe(subscriptionId(instance, id));
    },
  };
}
