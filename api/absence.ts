/** A colleague is away, or back: it stands on their record, and every running instance in which they have a part is told. */
import type { Absence } from '../contract/api/absences.ts';
import type { Act } from '../contract/index.ts';
import { namedFor, placesOfRoles } from '../core/role-holders.ts';
import type { Organisation, Person } from '../store/index.ts';
import { startBatch } from './batch.ts';
import type { Deps } from './deps.ts';
import { mayIn } from './held-roles.ts';
import { signed } from './part.ts';
import { notFound, Problem } from './problem.ts';
import type { Call } from './route.ts';

type Calling = Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'id'>;

const RUNNING = ['starting', 'running', 'paused', 'resting'] as const;
/** Looked at so many at a time. */
const PAGE = 500;

export async function reportAway(
  call: Calling,
  id: string,
  { until, deputy }: { until?: string | undefined; deputy?: string | undefined },
): Promise<Absence> {
  const { store } = call.deps;
  const person = await colleague(call, id, 'person');
  if (deputy === id)
    throw new Problem('INVALID_ARGUMENT', 'Expected somebody else to stand in', { path: 'deputy' });
  if (deputy !== undefined) await colleague(call, deputy, 'deputy');
  const away = { ...(until ? { until } : {}), ...(deputy ? { deputy } : {}) };
  const batch = await tell(call, person, { type: 'absent', person: id, ...away });
  await store.people.change(id, { away: { ...away, ...(batch.batch ? { batch: batch.batch } : {}) } });
  await record(call, 'person.away', id);
  return { person: id, away, ...batch };
}

export async function reportBack(call: Calling, id: string): Promise<Absence> {
  const person = await colleague(call, id, 'person');
  if (!person.away)
    throw new Problem('INVALID_STATE', `Expected '${person.name ?? id}' to be away`, { path: 'person' });
  const batch = await tell(call, person, { type: 'back', person: id });
  await call.deps.store.people.clearAway(id);
  await record(call, 'person.back', id);
  return { person: id, ...batch };
}

/** Whoever coordinates one team reports those of that team. */
export async function needColleagueOf({ deps, caller }: Calling, person: string): Promise<void> {
  if (mayIn(caller.roles, 'absence.write', undefined)) return;
  const organisation = await deps.store.organisations.get(caller.org);
  const shared = organisation?.teams.some(
    ({ id, roles }) =>
      mayIn(caller.roles, 'absence.write', id) &&
      Object.values(roles).some((people) => people.includes(person)),
  );
  if (!shared)
    throw new Problem('PERMISSION_DENIED', 'Expected a colleague of a team in which you coordinate', {
      path: 'person',
    });
}

async function colleague({ deps, caller }: Calling, id: string, path: string): Promise<Person> {
  const person = await deps.store.people.get(id);
  if (person?.org !== caller.org || person.side !== 'us' || person.world !== undefined || person.erased)
    throw path === 'person'
      ? notFound('colleague', id, path)
      : new Problem('INVALID_ARGUMENT', `Expected a colleague, got '${id}'`, { path });
  return person;
}

async function record({ deps: { store, clock }, caller }: Calling, action: string, about: string) {
  await store.audit.add({ org: caller.org, at: clock(), by: signed(caller), action, about });
  await store.changes.add({ org: caller.org, kind: 'organisation', id: caller.org, rows: [] });
}

async function tell(call: Calling, person: Person, act: Act): Promise<Pick<Absence, 'batch' | 'instances'>> {
  const { deps, caller, id } = call;
  const instances = act.type === 'back' ? await toldAway(call, person) : await partsOf(call, person.id);
  if (instances.length === 0) return { instances: 0 };
  const batch = {
    id: `bat_${id}`,
    org: caller.org,
    at: deps.clock(),
    by: signed(caller),
    why: act.type,
    do: { type: 'act', act },
    items: instances.map((instance) => ({ instance, state: 'pending' as const })),
  };
  await startBatch(deps, batch);
  return { batch: batch.id, instances: instances.length };
}

/** Those that know of the absence; without a record of it, those in which the person has a part. */
async function toldAway(call: Calling, { id, away }: Person): Promise<string[]> {
  const before = away?.batch && (await call.deps.store.batches.get(call.caller.org, away.batch));
  if (!before) return partsOf(call, id);
  return before.items
    .filter(({ state }) => state === 'done' || state === 'pending')
    .map(({ instance }) => instance);
}

/** Running instances in which a person holds a role, or has something open. */
async function partsOf({ deps, caller }: Calling, person: string): Promise<string[]> {
  const { store } = deps;
  const { org } = caller;
  const organisation = await store.organisations.get(org);
  const found = new Set([
    ...(await owned(deps, org, person)),
    ...(await holding(deps, org, person, organisation)),
  ]);
  return [...found];
}

async function owned({ store }: Pick<Deps, 'store'>, org: string, owner: string): Promise<string[]> {
  const all: string[] = [];
  for (let skip = 0; ; skip += PAGE) {
    const page = { limit: PAGE, skip };
    const [tasks, commitments] = await Promise.all([
      store.rows.tasks({ org, owner, state: 'open', ...page }),
      store.rows.commitments({ org, owner, open: true, ...page }),
    ]);
    all.push(...[...tasks, ...commitments].map(({ instance }) => instance));
    if (tasks.length < PAGE && commitments.length < PAGE) return all;
  }
}

async function holding(
  { store }: Pick<Deps, 'store'>,
  org: string,
  person: string,
  organisation: Organisation | undefined,
): Promise<string[]> {
  const all: string[] = [];
  const holds = new Map<string | undefined, boolean>();
  const has = async (initiative: string | undefined): Promise<boolean> => {
    const known = holds.get(initiative);
    if (known !== undefined) return known;
    const home = initiative === undefined ? undefined : await store.initiatives.home(initiative);
    const near = placesOfRoles({ initiative: home, organisation });
    const roles = new Set(near.flatMap((place) => Object.keys(place.roles)));
    const found = [...roles].some((role) => namedFor(near, role).includes(person));
    holds.set(initiative, found);
    return found;
  };
  for (let skip = 0; ; skip += PAGE) {
    const page = await store.instances.list({ org, status: [...RUNNING], limit: PAGE, skip });
    for (const { instance, initiative } of page) if (await has(initiative)) all.push(instance);
    if (page.length < PAGE) return all;
  }
}
