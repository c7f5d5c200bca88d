/** A BPMN message as the event that an instance takes. */
import type { Published } from '../store/index.ts';
import type { EventRequest } from '../workflows/messages.ts';

/** `at`: the clock of a rehearsal world. */
export function messageEvent({ id, name, key, data, hops }: Published, at: string | undefined): EventRequest {
  return {
    event: {
      type: 'message',
      name,
      ...(key === undefined ? {} : { key: JSON.parse(key) }),
      ...(data ? { data: data as Record<string, never> } : {}),
      id,
    },
    ...(at === undefined ? {} : { at }),
    ...(hops === undefined ? {} : { hops }),
    id,
  };
}
