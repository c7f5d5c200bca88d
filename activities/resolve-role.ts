/** Activity `resolve`: who holds a role, looked up from the nearest place outward, and why it is them. */
import { standInOf } from '../core/away.ts';
import { localDate } from '../core/calendar/index.ts';
import type { Holders } from '../store/index.ts';
import type { Deps } from './deps.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** Who stands in for a role of ours that nobody holds, in this order (domain.md "People"). */
const STAND_INS = ['coordinator', 'manager'];

/** A place where people hold roles, with the reason it gives. */
interface Source {
  reason: string;
  roles: Holders;
}

/**
 * Reasons are codes: `world`, `initiative`, `team`, `organisation` (where the role was found), `standIn:<role>` (that role
 * holds it, since nobody else does), `deputyOf:<person>` (that person is away), `erased:<person>` (left out).
 */
export function resolveRole({ store }: Deps, places: Places): Activities['resolve'] {
  async function sourcesOf(org: string, initiativeId?: string, worldId?: string): Promise<Source[]> {
    const [organisation, initiative, world] = await Promise.all([
      places.organisation(org),
      initiativeId ? store.initiatives.get(initiativeId) : undefined,
      worldId ? places.world(worldId) : undefined,
    ]);
    const team = organisation.teams.find(({ id }) => id === initiative?.team);
    return [
      ...(world ? [{ reason: 'world', roles: world.roles }] : []),
      ...(initiative ? [{ reason: 'initiative', roles: initiative.roles }] : []),
      // A rehearsal must not reach people who do not take part in it.
      ...(team && !world ? [{ reason: 'team', roles: team.roles }] : []),
      ...(world ? [] : [{ reason: 'organisation', roles: organisation.roles }]),
    ];
  }

  /** A role the definition says is somebody else's is never filled by us. */
  async function mayStandIn(hash: string, role: string): Promise<boolean> {
    const side = (await store.versions.definition(hash))?.roles.find(({ id }) => id === role)?.side;
    return side === undefined ? role !== 'initiator' : side === 'us';
  }

  async function present(ids: string[], today: string): Promise<{ people: string[]; reasons: string[] }> {
    const known = new Map((await store.people.getMany(ids)).map((person) => [person.id, person]));
    const people: string[] = [];
    const reasons: string[] = [];
    for (const id of ids) {
      const person = known.get(id);
      const deputy = person && standInOf(person, today);
      if (!person || person.erased) reasons.push(`erased:${id}`);
      else people.push(deputy ?? id);
      if (deputy) reasons.push(`deputyOf:${id}`);
    }
    return { people: [...new Set(people)], reasons };
  }

  return async ({ instance, initiative, world, role }) => {
    const { org, hash } = await places.registration(instance);
    const sources = await sourcesOf(org, initiative, world);
    const { zone } = await places.organisation(org);
    const today = localDate(zone, await places.now(world));
    const passedOver: string[] = [];
    const wanted = [role, ...((await mayStandIn(hash, role)) ? STAND_INS.filter((one) => one !== role) : [])];
    for (const held of wanted) {
      for (const { reason, roles } of sources) {
        const holders = await present(roles[held] ?? [], today);
        passedOver.push(...holders.reasons.filter((why) => why.startsWith('erased:')));
        if (holders.people.length === 0) continue;
        const standIn = held === role ? [] : [`standIn:${held}`];
        return { people: holders.people, reasons: [...standIn, reason, ...holders.reasons] };
      }
    }
    return { people: [], reasons: passedOver };
  };
}
