/** Where an instance belongs: its organisation and its rehearsal world, with the clock and surroundings that count there. */
import type { Organisation, Registration, World } from '../store/index.ts';
import { remembering } from '../store/remembering.ts';
import type { Surroundings } from '../workflows/messages.ts';
import type { Deps } from './deps.ts';
import { lasting } from './failures.ts';

/** A changed calendar or clock of a team reaches the next messages within this time. */
const REMEMBERED_MS = 5_000;

export type Places = ReturnType<typeof places>;

export function places({ store, clock }: Deps) {
  const organisations = remembering<Organisation>({ size: 100, ms: REMEMBERED_MS });
  const surroundings = remembering<Surroundings>({ size: 200, ms: REMEMBERED_MS });

  async function organisation(id: string): Promise<Organisation> {
    const known = organisations.get(id) ?? (await store.organisations.get(id));
    if (!known) throw lasting('UNKNOWN_ORGANISATION', `Expected an organisation '${id}', but there is none`);
    return organisations.keep(id, known);
  }

  async function world(id: string): Promise<World> {
    const found = await store.worlds.get(id);
    if (!found) throw lasting('UNKNOWN_WORLD', `Expected a rehearsal world '${id}', but there is none`);
    return found;
  }

  return {
    organisation,
    world,
    async registration(instance: string): Promise<Registration> {
      const found = await store.instances.registration(instance);
      if (!found)
        throw lasting(
          'UNKNOWN_INSTANCE',
          `Expected '${instance}' to be registered before it runs, but it is not`,
        );
      return found;
    },
    /** The moment it is: in a rehearsal what the world's clock shows. */
    now: async (worldId?: string): Promise<string> => (worldId ? (await world(worldId)).at : clock()),
    /** Calendar and settings; the same object while they do not change. */
    async surroundings(org: string, worldId?: string): Promise<Surroundings> {
      const key = `${org} ${worldId ?? ''}`;
      const known = surroundings.get(key);
      if (known) return known;
      const { calendar, settings } = await organisation(org);
      const own = worldId ? (await world(worldId)).calendar : undefined;
      return surroundings.keep(key, { calendar: own ?? calendar, settings });
    },
  };
}
