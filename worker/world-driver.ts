/** Rehearsal worlds as the API knows them: the store keeps what is durable of each, `rehearsalWorld` drives it. */
import { sendTo } from '../activities/publish-message.ts';
import type { Worlds } from '../api/index.ts';
import type { Store } from '../store/index.ts';
import { mailroomId } from '../workflows/ids.ts';
import type { Surroundings } from '../workflows/messages.ts';
import type { EngineClient } from './client.ts';
import { instanceStarter } from './start-instance.ts';
import { type RehearsalWorld, rehearsalWorld, type WorldRecord } from './world.ts';

interface Parts {
  store: Store;
  client: EngineClient;
  surroundings: (org: string, world?: string) => Promise<Surroundings>;
  clock: () => string;
  /** What bringing a message or signal where it belongs needs. */
  sending: Parameters<typeof sendTo>[0];
}

export function worldDriver({ store, client, surroundings, clock, sending }: Parts): Worlds {
  const driven = new Map<string, Promise<RehearsalWorld>>();

  const world = (id: string): Promise<RehearsalWorld> => {
    const known = driven.get(id);
    if (known) return known;
    const opened = open(id);
    driven.set(id, opened);
    opened.catch(() => driven.delete(id));
    return opened;
  };

  async function open(id: string): Promise<RehearsalWorld> {
    const found = await store.worlds.get(id);
    if (found?.state !== 'open')
      throw new Error(`Expected an open rehearsal world '${id}', but there is none`);
    const { org, at, members } = found;
    const of = (wanted: string) =>
      members.flatMap(({ kind, id: member }) => (kind === wanted ? [member] : []));
    const room = mailroomId({ org, person: '', world: id });
    const record = {
      id,
      org,
      clock: at,
      instances: of('instance'),
      mailrooms: of('mailroom').map((member) => member.slice(room.length)),
    };
    return rehearsalWorld(client, record, await surroundings(org, id), save);
  }

  /** The clock stands in the store before anything happens at that moment: activities read it there. */
  async function save({ id, org, clock: at, instances, mailrooms }: WorldRecord): Promise<void> {
    const before = await store.worlds.get(id);
    if (before && at > before.at) await store.worlds.advance(id, before.at, at);
    const known = new Set(before?.members.map((member) => member.id));
    const rooms = mailrooms.map((person) => mailroomId({ org, person, world: id }));
    for (const instance of instances)
      if (!known.has(instance)) await store.worlds.join(id, { kind: 'instance', id: instance });
    for (const room of rooms)
      if (!known.has(room)) await store.worlds.join(id, { kind: 'mailroom', id: room });
  }

  const changed = async (id: string) => {
    const found = await store.worlds.get(id);
    if (found) await store.changes.add({ org: found.org, kind: 'world', id, world: id, rows: [] });
  };

  return {
    async create({ by, ...created }) {
      await store.worlds.create({ ...created, ...(by === undefined ? {} : { createdBy: by }) });
      await changed(created.id);
    },
    async start(id, instance) {
      const rehearsal = await world(id);
      const start = instanceStarter({
        store,
        engine: { startInstance: ({ start, definitions }) => rehearsal.start({ start, definitions }) },
        surroundings,
        clock,
      });
      return start({ ...instance, world: id });
    },
    act: async (id, instance, act, options) => (await world(id)).act(instance, act, options.id),
    migrate: async (id, instance, to, { how, id: request }) =>
      (await world(id)).migrate(instance, to, how, request),
    send: async (id, { org, ...sent }) =>
      (await world(id)).send((at) => sendTo(sending, { ...sent, org, world: id, at, keyId: id })),
    async advanceTo(id, at) {
      const rehearsal = await world(id);
      const moments: string[] = [];
      for (
        let next = await rehearsal.nextDue();
        next !== undefined && next <= at;
        next = await rehearsal.nextDue()
      ) {
        const fired = await rehearsal.jumpNext();
        if (fired !== undefined && fired !== moments.at(-1)) moments.push(fired);
      }
      await rehearsal.jumpTo(at);
      await changed(id);
      return moments;
    },
    async advanceNext(id, request) {
      const rehearsal = await world(id);
      const last = (await store.worlds.get(id))?.lastJump;
      const next = await rehearsal.jumpNext({
        id: `jump-${request}`,
        ...(last?.request === request ? { before: last } : {}),
        keep: (found) => store.worlds.keepJump(id, { request, ...found }),
      });
      await changed(id);
      return next;
    },
    async close(id) {
      const found = await store.worlds.get(id);
      if (found?.state !== 'open') return;
      await (await world(id)).close();
      driven.delete(id);
      await store.worlds.close(id);
      await changed(id);
    },
  };
}
