/** Activity `resolve`: who holds a role, looked up from the nearest place outward, and why it is them. */
import { localDate } from '../core/calendar/index.ts';
import { holdersOf, type PlaceOfRoles, placesOfRoles, STAND_INS } from '../core/role-holders.ts';
import type { Deps } from './deps.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/**
 * Reasons are those of `holdersOf`, and before them `standIn:<role>`: that role holds it, since nobody else does.
 */
export function resolveRole({ store }: Deps, places: Places): Activities['resolve'] {
  async function placesFor(org: string, initiativeId?: string, worldId?: string): Promise<PlaceOfRoles[]> {
    const [organisation, initiative, world] = await Promise.all([
      places.organisation(org),
      initiativeId ? store.initiatives.get(initiativeId) : undefined,
      worldId ? places.world(worldId) : undefined,
    ]);
    return placesOfRoles({ organisation, initiative, world });
  }

  /** A role the definition says is somebody else's is never filled by us. */
  async function mayStandIn(hash: string, role: string): Promise<boolean> {
    const side = (await store.versions.definition(hash))?.roles.find(({ id }) => id === role)?.side;
    return side === undefined ? role !== 'initiator' : side === 'us';
  }

  return async ({ instance, initiative, world, role }) => {
    const { org, hash } = await places.registration(instance);
    const near = await placesFor(org, initiative, world);
    const { zone } = await places.organisation(org);
    const today = localDate(zone, await places.now(world));
    const wanted = [role, ...((await mayStandIn(hash, role)) ? STAND_INS.filter((one) => one !== role) : [])];
    const ids = wanted.flatMap((one) => near.flatMap(({ roles }) => roles[one] ?? []));
    const found = await store.people.getMany([...new Set(ids)]);
    const people = new Map(found.map((person) => [person.id, person]));
    const passedOver: string[] = [];
    for (const held of wanted) {
      const { people: holders, reasons } = holdersOf(held, near, { people, today });
      if (holders.length > 0)
        return { people: holders, reasons: [...(held === role ? [] : [`standIn:${held}`]), ...reasons] };
      passedOver.push(...reasons);
    }
    return { people: [], reasons: passedOver };
  };
}
