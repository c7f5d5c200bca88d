/** Erases an initiative: ends its instances, destroys its key, redacts the people who are in nothing else. */
import type { z } from 'zod';
import type { Erased } from '../contract/api/initiatives.ts';
import type { Initiative } from '../store/index.ts';
import { erasePerson } from './erase-person.ts';
import { rejected } from './problem.ts';
import type { Call } from './route.ts';

/** Safe to repeat: what was done is found done. */
export async function erase(
  { deps, caller, id }: Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'id'>,
  initiative: Initiative,
  why: string,
): Promise<z.output<typeof Erased>> {
  const { store, engine, worlds, clock } = deps;
  const { org, world } = initiative;
  const inIt = { org, initiative: initiative.id, ...(world ? { world } : {}) };
  const running = await store.instances.list({
    ...inIt,
    status: ['starting', 'running', 'paused', 'resting'],
    limit: 500,
  });
  const act = { type: 'stop', why, ...(caller.person ? { by: caller.person } : {}) } as const;
  const stopped: string[] = [];
  for (const { instance } of running) {
    const answer = world
      ? await worlds.act(world, instance, act, { id: `${id}-stop` })
      : await engine.act(instance, act, { id: `${id}-stop` });
    if (!answer.ok && answer.rejection.path !== 'instance') throw rejected(answer.rejection);
    stopped.push(instance);
  }
  const people = await onlyHere(deps.store, initiative);
  await store.initiatives.markErased(initiative.id);
  await store.keys.destroy(org, initiative.id);
  for (const person of people) await erasePerson(deps, org, person);
  await store.audit.add({
    org,
    at: clock(),
    by: caller.person ?? caller.token,
    action: 'initiative.erased',
    about: initiative.id,
    detail: { stopped: stopped.length, people: people.length },
  });
  await store.changes.add({ org, kind: 'initiative', id: initiative.id, rows: [] });
  return { initiative: initiative.id, stopped, people };
}

/** Initiators who take part in no other initiative. */
async function onlyHere(store: Call<unknown, unknown, unknown>['deps']['store'], initiative: Initiative) {
  const own = initiative.roles.initiator ?? [];
  const found = await store.people.getMany(own);
  const elsewhere = new Set<string>();
  for (let before: string | undefined; ; ) {
    const page = await store.initiatives.list({
      org: initiative.org,
      limit: 200,
      ...(initiative.world ? { world: initiative.world } : {}),
      ...(before ? { before } : {}),
    });
    for (const other of page)
      if (other.id !== initiative.id)
        for (const person of Object.values(other.roles).flat()) elsewhere.add(person);
    before = page.at(-1)?.id;
    if (page.length < 200) break;
  }
  return found.filter(({ id, side }) => side === 'initiator' && !elsewhere.has(id)).map(({ id }) => id);
}
