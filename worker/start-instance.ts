/** Starts a process instance: registered in the store first, then as a workflow; the API, schedules and rehearsals all start so. */
import type { NewInstance } from '../api/index.ts';
import type { Definition } from '../contract/index.ts';
import { localDate } from '../core/calendar/index.ts';
import { contentHash } from '../core/index.ts';
import { holdersOf, placesOfRoles, STAND_INS } from '../core/role-holders.ts';
import type { Holders, Store } from '../store/index.ts';
import type { Acted, Surroundings } from '../workflows/messages.ts';
import { type Answer, type EngineClient, pinnedDefinition } from './client.ts';

export type StartInstance = (instance: NewInstance) => Promise<Answer<Acted>>;

interface Parts {
  store: Store;
  engine: Pick<EngineClient, 'startInstance'>;
  surroundings: (org: string, world?: string) => Promise<Surroundings>;
  clock: () => string;
}

/**
 * Answers ALREADY_EXISTS when the id belongs to another start, NOT_FOUND when the definition is not there. A start that is
 * refused leaves nothing behind.
 */
export function instanceStarter({ store, engine, surroundings, clock }: Parts): StartInstance {
  return async (instance) => {
    const { id, org, initiative, world, hash, process, version, element, data, by, hops } = instance;
    const definition = await store.versions.definition(hash);
    if (!definition)
      return refused(
        'NOT_FOUND',
        `Expected a published process with content ${hash}, but there is none`,
        'hash',
      );
    const request = contentHash(JSON.parse(JSON.stringify(instance)));
    const { created, registration } = await store.instances.register({
      org,
      instance: id,
      initiative,
      world,
      process,
      version,
      hash,
      by,
      registeredAt: clock(),
      request,
    });
    if (!created && registration.request !== request)
      return refused('ALREADY_EXISTS', `'${id}' was started before, with something else`, 'instance');
    const at = world ? ((await store.worlds.get(world))?.at ?? clock()) : clock();
    const around = await surroundings(org, world);
    const today = localDate(around.calendar.zone, at);
    const answer = await engine.startInstance({
      org,
      surroundings: around,
      definitions: [pinnedDefinition(definition, hash)],
      start: {
        instance: id,
        hash,
        at,
        people: await holdersAt(store, { ...instance, definition, today }),
        ...(initiative === undefined ? {} : { initiative }),
        ...(world === undefined ? {} : { world }),
        ...(element === undefined ? {} : { element }),
        ...(data === undefined ? {} : { data }),
        ...(by === undefined ? {} : { by }),
        ...(hops === undefined ? {} : { hops }),
      },
    });
    if (!answer.ok && created) await store.instances.forget(id);
    return answer;
  };
}

const refused = (code: 'NOT_FOUND' | 'ALREADY_EXISTS', message: string, path: string): Answer<Acted> => ({
  ok: false,
  rejection: { code, message, path },
});

/** Who holds the roles of a process now, and those that ladders fall back to, whether or not the process names them. */
async function holdersAt(
  store: Store,
  at: Pick<NewInstance, 'org' | 'initiative' | 'world'> & { definition: Definition; today: string },
): Promise<Holders> {
  const [organisation, initiative, world] = await Promise.all([
    store.organisations.get(at.org),
    at.initiative ? store.initiatives.get(at.initiative) : undefined,
    at.world ? store.worlds.get(at.world) : undefined,
  ]);
  const near = placesOfRoles({ organisation, initiative, world });
  const roles = [...new Set([...at.definition.roles.map(({ id }) => id), ...STAND_INS])];
  const ids = roles.flatMap((role) => near.flatMap((place) => place.roles[role] ?? []));
  const found = await store.people.getMany([...new Set(ids)]);
  const people = new Map(found.map((person) => [person.id, person]));
  return Object.fromEntries(
    roles.flatMap((role): [string, string[]][] => {
      const { people: holders } = holdersOf(role, near, { people, today: at.today });
      return holders.length > 0 ? [[role, holders]] : [];
    }),
  );
}
