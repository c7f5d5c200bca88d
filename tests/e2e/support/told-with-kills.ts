/** Plays S2 in an application that is killed on the way, and gathers what it left beside what the engine alone tells. */
import { fileURLToPath } from 'node:url';
import { carryOutRemotely } from '../../../cli/hosts/temporal.ts';
import { loadScenario } from '../../../cli/scenario-file.ts';
import { coreHost } from '../../../core/scenario/core-host.ts';
import { carryOut, type Played, play, setupOf } from '../../../core/scenario/index.ts';
import { noRows, project } from '../../../core/views/project.ts';
import type { Store } from '../../../store/index.ts';
import type { Disaster } from './disasters.ts';
import { installation } from './installation.ts';
import { playedByHttp } from './played-by-http.ts';

const S2 = fileURLToPath(new URL('../../scenarios/s2.scenario.yaml', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Told {
  /** What the engine alone tells, and what the application told. */
  alone: Played;
  played: Played;
  /** Disasters that never came: their instant was not met. */
  missed: string[];
  /** Keys of mails as the story names them; of those that arrived by their Message-ID. */
  mails: {
    expected: string[];
    /** Each once. */
    arrived: string[];
    /** Those that came more than once, once for each time too many. */
    copies: string[];
    /** Those that may: their acceptance was followed by a kill at once. */
    mayBeCopied: string[];
  };
  /** Of every instance in the store: numbers that are missing, and how its read model differs from its facts. */
  holes: { instance: string; missing: number[] }[];
  readModels: { instance: string; read: unknown; folded: unknown }[];
  /** Messages of the story that are in another state than `sent`. */
  unsent: string[];
  /** Instances of which the application itself found a gap. */
  gaps: string[];
}

export async function toldWithKills(planned: Disaster[]): Promise<Told> {
  const { stage } = await loadScenario(S2, root);
  const setup = setupOf(stage);
  const core = coreHost(setup);
  const alone = carryOut(play(stage), core);

  const here = await installation();
  try {
    const waiting = [...planned];
    const mayBeCopied: string[] = [];
    const host = await playedByHttp({
      app: here.app,
      store: here.store,
      temporal: { connection: here.connection, namespace: 'default' },
      setup,
      meanwhile(asked) {
        const [next] = waiting;
        if (!next?.during(asked)) return undefined;
        waiting.shift();
        const before = here.mail.accepted.length;
        return next.strike(here).then(() => {
          if (next.betweenAcceptanceAndRecord) mayBeCopied.push(here.mail.accepted[before] as string);
        });
      },
    });
    const played = await carryOutRemotely(play(stage), host);

    const { store, mail } = here;
    const messages = await store.messages.model.find({ world: host.world }).lean();
    const keys = new Map(messages.map(({ _id, messageId }) => [messageId, host.asTold(_id)]));
    const keyOf = (messageId: string) => keys.get(messageId) ?? messageId;
    const instances = (await store.instances.model.find().lean()).map(({ _id }) => _id);
    return {
      alone,
      played,
      missed: waiting.map(({ what }) => what),
      mails: {
        expected: core.messages().flatMap((message) => (message.channel === 'mail' ? keyIn(message) : [])),
        arrived: [...new Set(mail.accepted)].map(keyOf),
        copies: mail.accepted.filter((id, i) => mail.accepted.indexOf(id) !== i).map(keyOf),
        mayBeCopied: mayBeCopied.map(keyOf),
      },
      holes: await Promise.all(
        instances.map(async (instance) => ({ instance, missing: await store.facts.missing(instance) })),
      ),
      readModels: await Promise.all(instances.map((instance) => readModel(store, instance))),
      unsent: messages.filter(({ state }) => state !== 'sent').map(({ _id, state }) => `${_id}: ${state}`),
      gaps: (await store.audit.model.find({ action: 'facts.gap' }).lean()).map(({ about }) => `${about}`),
    };
  } finally {
    await here.stop();
  }
}

/** Messages of the engine alone carry their keys. */
const keyIn = (message: object) => (message as { key: string }).key;

/** What the store shows of an instance, and what its facts say when they are folded anew. */
async function readModel(store: Store, instance: string): Promise<Told['readModels'][number]> {
  const { org } = (await store.instances.summary(instance)) as { org: string };
  const filter = { org, instance, limit: 500 };
  const [view, tasks, commitments, raised, facts] = await Promise.all([
    store.instances.view(instance),
    store.rows.tasks(filter),
    store.rows.commitments(filter),
    store.rows.raisedItems(filter),
    store.facts.of(instance, { limit: 10_000 }),
  ]);
  const folded = project(noRows, facts);
  const byId = (rows: { id: string }[]) => rows.map(withoutPlace).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    instance,
    read: plain({ view, tasks: byId(tasks), commitments: byId(commitments), raised: byId(raised) }),
    folded: plain({
      view: folded.instance,
      tasks: byId(Object.values(folded.tasks)),
      commitments: byId(Object.values(folded.commitments)),
      raised: byId(Object.values(folded.raised)),
    }),
  };
}

/** A row of the store says beside its view where it belongs. */
function withoutPlace<V extends { id: string }>(row: V): V {
  const { org: _org, world: _world, initiative: _initiative, ...view } = row as V & Record<string, unknown>;
  return view as V;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
