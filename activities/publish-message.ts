/** Activity `publish`: a BPMN message to the one instance that waits for it, a BPMN signal to all that listen. */
import { keyIdOf } from '../store/index.ts';
import { deliverTo } from './deliver-event.ts';
import type { Deps } from './deps.ts';
import { messageEvent } from './message-event.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

export function publishMessage(deps: Deps, places: Places): Activities['publish'] {
  const { subscriptions } = deps.store;
  return async ({ instance, kind, name, key, data, id }) => {
    const registration = await places.registration(instance);
    const { org, world } = registration;
    const now = await places.now(world);
    const at = world ? { at: now } : {};
    const what = { name, ...(data ? { data } : {}) };
    if (kind === 'signal') {
      for (const listener of await subscriptions.listeners({ org, world, name })) {
        const event = { type: 'bpmnSignal', ...what } as const;
        await deliverTo(deps, listener.instance, { event, ...at, id: `${id}/${listener.id}` });
      }
      return;
    }
    // Without a time to live a message that nobody waits for is gone (docs/domain.md).
    const message = { id, org, world, name, key, from: instance, at: now, until: now, data };
    const match = await subscriptions.publish(message, keyIdOf(registration));
    if (!match) return;
    await deliverTo(deps, match.subscription.instance, messageEvent(match.message, world ? now : undefined));
  };
}
