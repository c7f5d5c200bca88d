import { beforeAll, describe, expect, test } from 'vitest';
import type { FactBody } from '../../contract/index.ts';
import { FactsGap, type Store, UnknownInstance } from '../../store/index.ts';
import { AT, begin, ORG, promise, registration, storeForTests, story, task } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});

const whole: FactBody[] = [
  begin,
  { type: 'element.activated', element: 'n3', key: 'e1', scope: '' },
  task('e1'),
  {
    type: 'due.set',
    item: 'n3',
    due: '2026-09-09T15:00:00.000Z',
    date: '2026-09-09',
    from: 'start',
    ledger: [],
  },
  promise('c1'),
  {
    type: 'chase.started',
    item: 'c1',
    ladder: 'ORG',
    due: '2026-09-14T15:00:00.000Z',
    rungs: [{ rung: '+1', at: AT }],
  },
  { type: 'task.completed', element: 'n3', key: 'e1', task: 'n3', outcome: 'reached', first: true },
  {
    type: 'commitment.rePromised',
    commitment: 'c1',
    from: '2026-09-14',
    to: '2026-09-21',
    why: 'ill',
    count: 1,
  },
  { type: 'raised', key: 'r1', item: 'c1', to: 'per_max', role: 'manager', level: 'manager' },
];

/** Everything the read model knows of an instance, without what says when it was written. */
async function readModel(instance: string) {
  return {
    view: await store.instances.view(instance),
    tasks: await store.rows.tasks({ org: ORG, instance }),
    commitments: await store.rows.commitments({ org: ORG, instance }),
    raised: await store.rows.raisedItems({ org: ORG, instance }),
    facts: await store.facts.of(instance),
  };
}

async function projected(instance: string, batches: [from: number, to: number][]) {
  await store.instances.register(registration(instance));
  const facts = story(instance, whole);
  for (const [from, to] of batches)
    await store.project({ instance, facts: facts.slice(from - 1, to), nextDue: AT });
  return JSON.parse(JSON.stringify(await readModel(instance)).replaceAll(instance, 'pi'));
}

describe('projection', () => {
  test('gives the same read model however the facts are cut into batches, repeated and overlapping', async () => {
    const atOnce = await projected('pi_whole', [[1, 9]]);
    const oneByOne = await projected(
      'pi_each',
      whole.map((_, i) => [i + 1, i + 1]),
    );
    const again = await projected('pi_again', [
      [1, 4],
      [1, 4],
      [2, 6],
      [1, 9],
      [5, 9],
      [9, 9],
    ]);

    expect(atOnce.facts).toHaveLength(9);
    expect(atOnce.view).toMatchObject({ n: 9, open: { tasks: [], commitments: ['c1'], raised: ['r1'] } });
    expect(atOnce.tasks[0]).toMatchObject({ state: 'completed', outcome: 'reached', due: { from: 'start' } });
    expect(atOnce.commitments[0]).toMatchObject({
      status: 're-promised',
      due: '2026-09-21',
      originalDue: '2026-09-14',
    });
    expect(oneByOne).toEqual(atOnce);
    expect(again).toEqual(atOnce);
  });

  test('gives the same read model when twenty projections run at once', async () => {
    await store.instances.register(registration('pi_race'));
    const facts = story('pi_race', whole);

    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        store.project({ instance: 'pi_race', facts: facts.slice(0, 3 + (i % 7)) }),
      ),
    );

    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    const raced = JSON.parse(JSON.stringify(await readModel('pi_race')).replaceAll('pi_race', 'pi'));
    expect(raced).toEqual(await projected('pi_calm', [[1, 9]]));
  });

  test('goes on where a projector died between the rows and the instance', async () => {
    await store.instances.register(registration('pi_died'));
    const facts = story('pi_died', whole);
    await store.project({ instance: 'pi_died', facts: facts.slice(0, 5) });
    const before = await store.instances.model.findById('pi_died').lean();
    await store.project({ instance: 'pi_died', facts });

    await store.instances.model.replaceOne({ _id: 'pi_died' }, before as never);
    await store.project({ instance: 'pi_died', facts: facts.slice(5) });

    const recovered = JSON.parse(JSON.stringify(await readModel('pi_died')).replaceAll('pi_died', 'pi'));
    expect(recovered).toEqual(await projected('pi_lived', [[1, 9]]));
  });

  test('a projector that was overtaken does not put its older view over the newer one', async () => {
    await store.instances.register(registration('pi_over'));
    const facts = story('pi_over', whole);
    await store.project({ instance: 'pi_over', facts: facts.slice(0, 2) });
    const slow = await store.instances.read('pi_over');
    await store.project({ instance: 'pi_over', facts });

    if (!slow?.view) throw new Error('Expected the view of a projected instance');
    expect(await store.instances.advance(slow.row, { ...slow.view, n: 3 }, {})).toBe(false);
    expect((await store.instances.view('pi_over'))?.n).toBe(9);
  });

  test.each([
    ['before the first fact', [2, 3], 1],
    ['inside a batch', [1, 3], 2],
  ])('refuses a gap %s, names the missing number and writes nothing', async (where, numbers, missing) => {
    const instance = `pi_gap_${where.length}`;
    await store.instances.register(registration(instance));
    const facts = story(instance, whole).filter((fact) => numbers.includes(fact.n));

    const refused = store.project({ instance, facts });

    await expect(refused).rejects.toThrow(FactsGap);
    await expect(refused).rejects.toMatchObject({ instance, missing });
    expect(await store.facts.of(instance)).toEqual([]);
    expect(await store.instances.view(instance)).toBeUndefined();
  });

  test('refuses facts of an instance that nobody registered', async () => {
    const refused = store.project({ instance: 'pi_nobody', facts: story('pi_nobody', [begin]) });

    await expect(refused).rejects.toThrow(UnknownInstance);
  });

  test('an old batch that comes again does not set the next moment back', async () => {
    await store.instances.register(registration('pi_next'));
    const facts = story('pi_next', whole);
    await store.project({
      instance: 'pi_next',
      facts: facts.slice(0, 2),
      nextDue: '2026-09-08T00:00:00.000Z',
    });
    await store.project({ instance: 'pi_next', facts, nextDue: '2026-10-01T00:00:00.000Z' });

    await store.project({
      instance: 'pi_next',
      facts: facts.slice(0, 2),
      nextDue: '2026-09-08T00:00:00.000Z',
    });

    expect(await store.instances.summary('pi_next')).toMatchObject({
      n: 9,
      nextDue: '2026-10-01T00:00:00.000Z',
    });
  });

  test('a hole in the record is found by its numbers', async () => {
    await store.instances.register(registration('pi_hole'));
    await store.project({ instance: 'pi_hole', facts: story('pi_hole', whole) });
    await store.facts.model.deleteMany({ instance: 'pi_hole', n: { $in: [3, 6] } });

    expect(await store.facts.missing('pi_hole')).toEqual([3, 6]);
    expect(await store.facts.missing('pi_whole')).toEqual([]);
  });

  test('streams hear of it at once and find it by cursor later, a repeated batch too', async () => {
    await store.instances.register(registration('pi_stream', { initiative: 'ini_s' }));
    const facts = story('pi_stream', whole);
    const heard: unknown[] = [];
    const stop = store.changes.listen(ORG, (change) => heard.push(change));
    const before = await store.changes.latest(ORG);

    await store.project({ instance: 'pi_stream', facts });
    await store.project({ instance: 'pi_stream', facts });
    stop();

    const found = await store.changes.since(ORG, before);
    expect(heard).toEqual(found);
    expect(found).toMatchObject([
      {
        kind: 'instance',
        id: 'pi_stream',
        initiative: 'ini_s',
        facts: { from: 1, to: 9 },
        rows: ['pi_stream/e1', 'pi_stream/c1', 'pi_stream/r1'],
      },
      { kind: 'instance', id: 'pi_stream', facts: { from: 1, to: 9 }, rows: [] },
    ]);
    expect(await store.changes.since(ORG, found.at(-1)?.cursor ?? '')).toEqual([]);
    expect(await store.changes.since(ORG, store.changes.resumeFrom(found.at(-1)?.cursor ?? ''))).not.toEqual(
      [],
    );
    expect(await store.changes.since('org_other', before)).toEqual([]);
  });
});

describe('registration', () => {
  test('of many who register one id, one is first and all get what it wrote', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.instances.register(registration('pi_first', { by: `per_${i}` })),
      ),
    );

    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ registration: { by } }) => by)).size).toBe(1);
  });
});
