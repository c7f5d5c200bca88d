/** Activity `publish`: a BPMN message to the one instance that waits longest for it, a BPMN signal to all that listen; either may start processes. */

import { compile } from '../core/index.ts';
import { startedBy } from '../core/simulator/messages.ts';
import type { Variables } from '../core/state.ts';
import { keyIdOf } from '../store/index.ts';
import { deliverTo } from './deliver-event.ts';
import type { Deps } from './deps.ts';
import { messageEvent } from './message-event.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** A message or signal on its way, from an instance or from outside. */
export interface Sending {
  org: string;
  world?: string;
  kind: 'message' | 'signal';
  name: string;
  /** Correlation key as JSON text. */
  key?: string;
  data?: Variables;
  /** Once per id. */
  id: string;
  /** The clock that counts. */
  at: string;
  /** A message that nobody waits for is kept until then; without it, it is gone (docs/elements/messages.md). */
  until?: string;
  /** How many led to one another until it; none, when it comes from outside. */
  hops?: number;
  /** Key that seals its data. */
  keyId: string;
  from?: string;
  by?: string;
  /** Of the instance that throws it; a process it begins belongs there too. */
  initiative?: string;
}

export interface SentTo {
  reached: string[];
  started: string[];
}

/** Finds who gets a message or signal and brings it there; the same id again brings it again to the same. */
export async function sendTo(deps: Deps, sending: Sending): Promise<SentTo> {
  return sending.kind === 'message' ? sendMessage(deps, sending) : sendSignal(deps, sending);
}

async function sendMessage(deps: Deps, sending: Sending): Promise<SentTo> {
  const { subscriptions } = deps.store;
  const { org, world, name, key, data, id, at, until = at, hops, keyId, from } = sending;
  const message = { id, org, world, name, key, from, at, until, hops, data };
  const match = await subscriptions.publish(message, keyId);
  if (match) {
    const { instance } = match.subscription;
    await deliverTo(deps, instance, messageEvent(match.message, world ? at : undefined));
    return { reached: [instance], started: [] };
  }
  const [started] = await starts(deps, sending, 1);
  // What started a process is nobody else's any more.
  if (started !== undefined) await subscriptions.discard(id);
  return { reached: [], started: started === undefined ? [] : [started] };
}

async function sendSignal(deps: Deps, sending: Sending): Promise<SentTo> {
  const { org, world, name, data, id, at, hops } = sending;
  const reached: string[] = [];
  for (const listener of await deps.store.subscriptions.listeners({ org, world, name })) {
    const event = { type: 'bpmnSignal', name, ...(data ? { data } : {}) } as const;
    await deliverTo(deps, listener.instance, {
      event,
      ...(world ? { at } : {}),
      ...(hops === undefined ? {} : { hops }),
      id: `${id}/${listener.id}`,
    });
    reached.push(listener.instance);
  }
  return { reached, started: await starts(deps, sending, Number.POSITIVE_INFINITY) };
}

/** Processes that begin with it, at most so many. */
async function starts(deps: Deps, sending: Sending, most: number): Promise<string[]> {
  const { startInstance, store } = deps;
  const { org, world, kind, name, data, id, by, initiative, hops } = sending;
  if (!startInstance) return [];
  const started: string[] = [];
  for (const version of await store.versions.offering(org, `${kind}:${name}`)) {
    if (started.length >= most) break;
    const definition = await store.versions.definition(version.hash);
    const element = definition && startedBy(compile(definition, version.hash), kind, name);
    if (element === undefined) continue;
    const { process, number, hash } = version;
    started.push(
      await startInstance({
        id: `${id}/${process}`,
        org,
        ...(world === undefined ? {} : { world }),
        process,
        version: number,
        hash,
        element,
        ...(data ? { data } : {}),
        ...(by === undefined ? {} : { by }),
        ...(initiative === undefined ? {} : { initiative }),
        ...(hops === undefined ? {} : { hops }),
      }),
    );
  }
  return started;
}

export function publishMessage(deps: Deps, places: Places): Activities['publish'] {
  return async ({ instance, kind, name, key, data, until, hops, id }) => {
    const registration = await places.registration(instance);
    const { org, world, initiative } = registration;
    const at = await places.now(world);
    const sending = { org, kind, name, id, at, keyId: keyIdOf(registration), from: instance };
    const { started } = await sendTo(deps, {
      ...sending,
      ...(world ? { world } : {}),
      ...(key ? { key } : {}),
      ...(data ? { data } : {}),
      ...(until === undefined ? {} : { until }),
      ...(hops === undefined ? {} : { hops }),
      ...(initiative === undefined ? {} : { initiative }),
    });
    return { started };
  };
}
