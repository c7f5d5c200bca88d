/** Activity `deliver`: brings an event to an instance once per id; one that has ended is left alone. */
import { KeyDestroyed } from '../store/index.ts';
import type { EventRequest } from '../workflows/messages.ts';
import type { Deps } from './deps.ts';
import type { Activities } from './types.ts';

/** `gone`: it has ended, was erased, or never was. `refused`: it runs, but the event does not fit it (any more). */
export type Delivered = 'accepted' | 'gone' | 'refused';

export async function deliverTo(
  { engine, log }: Pick<Deps, 'engine' | 'log'>,
  instance: string,
  request: EventRequest,
): Promise<Delivered> {
  let answer: Awaited<ReturnType<Deps['engine']['deliver']>>;
  try {
    answer = await engine.deliver(instance, request);
  } catch (error) {
    // Nothing can be sealed for it any more.
    if (error instanceof KeyDestroyed) return 'gone';
    throw error;
  }
  if (answer.ok) return 'accepted';
  const { code, path } = answer.rejection;
  if (path === 'instance' && (code === 'INVALID_STATE' || code === 'NOT_FOUND')) return 'gone';
  log.warn({ instance, event: request.event.type, id: request.id, code }, 'an instance refused an event');
  return 'refused';
}

export function deliverEvent(deps: Deps): Activities['deliver'] {
  return async ({ instance, event, at, id }) => {
    await deliverTo(deps, instance, at === undefined ? { event, id } : { event, at, id });
  };
}
