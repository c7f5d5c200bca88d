/** The same for many instances: stored once, carried out one instance at a time, each with an answer of its own. */
import type { z } from 'zod';
import type { Batch, NewBatch } from '../contract/api/operations.ts';
import type { Act } from '../contract/index.ts';
import type { BatchItem, Batch as Stored } from '../store/index.ts';
import type { Answer, Deps } from './deps.ts';

type Do = z.output<typeof NewBatch>['do'];
type Needs = Pick<Deps, 'store' | 'engine' | 'worlds' | 'log'>;

const AT_ONCE = 4;
const COUNTED = { pending: 0, done: 0, refused: 0, ended: 0 };

export function batchOf({ id, at, by, why, items, do: what }: Stored): Batch {
  const counts = { ...COUNTED };
  for (const { state } of items) counts[state] += 1;
  return { id, at, by, type: (what as Do).type, why, done: counts.pending === 0, counts, items };
}

/**
 * Kept first, so that a crash loses nothing; then it goes on while whoever asked has an answer, and what a crash leaves is taken up
 * later. `onKept`: done once, when it was not there before.
 */
export async function startBatch(deps: Needs, batch: Stored, onKept?: () => Promise<void>): Promise<Stored> {
  if (await deps.store.batches.create(batch)) await onKept?.();
  const stored = await deps.store.batches.get(batch.org, batch.id);
  if (!stored) throw new Error(`Expected the batch ${batch.id} that was just kept`);
  carryOutBatch(deps, stored).catch((error: Error) =>
    deps.log.warn({ batch: batch.id, error: error.name }, 'a batch stands still'),
  );
  return stored;
}

/** Once per instance, however often it is called: what has no answer yet stays and is tried again. */
export async function carryOutBatch(deps: Needs, batch: Stored): Promise<void> {
  const waiting = batch.items.filter(({ state }) => state === 'pending');
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await carryOut(deps, batch, item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Batches that nobody is at, after a crash as well. */
export async function pendingBatches(deps: Needs): Promise<void> {
  for (const batch of await deps.store.batches.pending()) await carryOutBatch(deps, batch);
}

async function carryOut(deps: Needs, batch: Stored, { instance }: BatchItem): Promise<void> {
  try {
    const answer = await one(deps, batch, instance);
    await deps.store.batches.answered(batch.id, { instance, ...stateOf(answer) });
  } catch (error) {
    deps.log.warn({ batch: batch.id, instance, error: (error as Error).name }, 'a batch got no answer');
  }
}

function stateOf(answer: Answer<unknown>): Omit<BatchItem, 'instance'> {
  if (answer.ok) return { state: 'done' };
  const { code, path, message } = answer.rejection;
  const gone = path === 'instance' && (code === 'INVALID_STATE' || code === 'NOT_FOUND');
  return { state: gone ? 'ended' : 'refused', code, message };
}

async function one(deps: Needs, { id, do: what, by, why, org }: Stored, instance: string) {
  const wanted = what as Do;
  switch (wanted.type) {
    case 'retry':
      return retryAll(deps, instance, { by, why, id });
    case 'act':
      return act(deps, instance, { ...wanted.act, by } as Act, `${id}/${instance}`);
    case 'migrate': {
      const { type: _, to, ...how } = wanted;
      return migrate(deps, { org, instance, to, how: { ...how, why, by }, id: `${id}/${instance}` });
    }
  }
}

/** Each of its incidents; the first that is refused says why. */
async function retryAll(
  deps: Needs,
  instance: string,
  { by, why, id }: Pick<Stored, 'by' | 'why' | 'id'>,
): Promise<Answer<unknown>> {
  const view = await deps.store.instances.view(instance);
  const open = view?.open.incidents ?? [];
  let answer: Answer<unknown> = { ok: true, result: undefined };
  for (const { incident } of open) {
    answer = await act(deps, instance, { type: 'retry', incident, why, by }, `${id}/${instance}/${incident}`);
    if (!answer.ok) return answer;
  }
  return answer;
}

async function act({ store, engine, worlds }: Needs, instance: string, done: Act, id: string) {
  const world = (await store.instances.registration(instance))?.world;
  return world ? worlds.act(world, instance, done, { id }) : engine.act(instance, done, { id });
}

interface Migrating {
  org: string;
  instance: string;
  /** Number of the version. */
  to: number;
  how: { mapping?: Record<string, string>; despite?: string[]; undo?: boolean; why: string; by?: string };
  id: string;
}

/** Brings an instance to another version of its process, in real time or in its world. */
export async function migrate(
  { store, engine, worlds }: Pick<Deps, 'store' | 'engine' | 'worlds'>,
  { org, instance, to, how, id }: Migrating,
) {
  const { process = '', world } = (await store.instances.registration(instance)) ?? {};
  const version = await store.versions.get(org, process, to);
  const definition = version && (await store.versions.definition(version.hash));
  if (!definition)
    return {
      ok: false,
      rejection: { code: 'NOT_FOUND', message: `There is no version ${to} of '${process}'`, path: 'to' },
    } as const;
  const target = { hash: version.hash, definition };
  return world
    ? worlds.migrate(world, instance, target, { how, id })
    : engine.migrate(instance, target, { how, id });
}
