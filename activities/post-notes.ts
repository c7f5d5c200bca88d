/** Activity `post`: notes of one step to one recipient's mailroom, with how that person can be reached today. */
import type { Reach } from '../core/mailroom-types.ts';
import type { Person } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { lasting } from './failures.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** Which channels work, never the addresses themselves. */
export function reachOf(person: Person, sms: boolean): Reach {
  const channels: Reach['channels'] = [];
  if (person.mail) channels.push('mail');
  if (sms && (person.sms ?? person.phone)) channels.push('sms');
  if (person.post) channels.push('post');
  return { side: person.side, channels, ...(person.channel ? { preferred: person.channel } : {}) };
}

export function postNotes({ store, engine, sms = false }: Deps, places: Places): Activities['post'] {
  return async ({ instance, to, world, notes, announce, withdraw, ended, at, id }) => {
    const { org } = await places.registration(instance);
    const person = await store.people.get(to);
    if (!person)
      throw lasting('UNKNOWN_PERSON', `Expected a person '${to}' to tell something, but there is none`);
    // Nobody is left to be told anything.
    if (person.erased) return;
    await engine.postToMailroom({
      org,
      person: to,
      ...(world ? { world } : {}),
      surroundings: await places.surroundings(org, world),
      post: { instance, notes, announce, withdraw, ended, reach: reachOf(person, sms), at, id },
    });
  };
}
