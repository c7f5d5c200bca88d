/** Reports and results in the store: written once, added to over a revision, sealed, and kept apart per team and rehearsal. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Frozen } from '../../contract/index.ts';
import type { Report, Store } from '../../store/index.ts';
import { AT, ORG, storeForTests } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});

const frozen = (period: string, more: Partial<Frozen> = {}): Frozen => ({
  period,
  from: `${period}-01`,
  to: `${period}-28`,
  figures: [{ figure: 'promises-kept', name: 'Promises', value: 1, of: 2, list: ['c1'] }],
  initiatives: [],
  rooms: [],
  recorded: {},
  obstacles: [],
  corrections: [],
  ...more,
});
const freeze = (id: string, period: string, more: { team?: string; world?: string; org?: string } = {}) =>
  store.reports.freeze({
    id,
    org: ORG,
    instance: id,
    of: 'month',
    period,
    frozenAt: AT,
    ...more,
    frozen: frozen(period),
  });
const written = async (id: string): Promise<Report> => (await store.reports.get(id)) as Report;

describe('a report', () => {
  test('is written once, however often it is counted', async () => {
    const first = await freeze('pi_r1', '2026-03');
    const second = await store.reports.freeze({
      id: 'pi_r1',
      org: ORG,
      instance: 'pi_r1',
      of: 'month',
      period: '2026-03',
      frozenAt: AT,
      frozen: frozen('2026-03', { obstacles: ['l9'] }),
    });

    expect([first, second]).toEqual([true, false]);
    expect(await written('pi_r1')).toMatchObject({ status: 'draft', revision: 1, frozen: frozen('2026-03') });
  });

  test('takes a comment over the revision it was read with, and no other', async () => {
    await freeze('pi_r2', '2026-02');
    const read = await written('pi_r2');

    const all = await Promise.all(['one', 'two', 'three'].map((said) => store.reports.comment(read, said)));

    expect(all.filter(Boolean)).toHaveLength(1);
    const after = await written('pi_r2');
    expect(after.revision).toBe(2);
    expect(['one', 'two', 'three'][all.indexOf(true)]).toBe(after.comment);
    expect(JSON.stringify(await store.reports.model.findById('pi_r2').lean())).not.toContain(after.comment);
  });

  test('is sent once; the moment stays that of the first time', async () => {
    await freeze('pi_r3', '2026-01');
    await store.reports.sent('pi_r3', '2026-02-13T09:00:00.000Z');
    await store.reports.sent('pi_r3', '2026-02-14T09:00:00.000Z');

    expect(await written('pi_r3')).toMatchObject({ status: 'sent', sentAt: '2026-02-13T09:00:00.000Z' });
  });

  test('is listed newest first, without those of others and of rehearsals', async () => {
    await freeze('pi_other', '2026-05', { org: 'org_2' });
    await freeze('pi_played', '2026-06', { world: 'wld_1' });
    const listed = await store.reports.list({ org: ORG });

    expect(listed.map(({ period }) => period)).toEqual(['2026-03', '2026-02', '2026-01']);
    expect(listed[0]).not.toHaveProperty('frozen');
    expect((await store.reports.list({ org: ORG, world: 'wld_1' })).map(({ id }) => id)).toEqual([
      'pi_played',
    ]);
    expect((await store.reports.list({ org: ORG, status: 'sent' })).map(({ id }) => id)).toEqual(['pi_r3']);
  });

  test('knows those before it of the same kind and team', async () => {
    await freeze('pi_team', '2026-02', { team: 'team_a' });
    const before = await store.reports.before({ org: ORG, of: 'month', period: '2026-03' }, 12);

    expect(before.map(({ period }) => period)).toEqual(['2026-02', '2026-01']);
    expect(
      await store.reports.before({ org: ORG, team: 'team_a', of: 'month', period: '2026-03' }, 12),
    ).toHaveLength(1);
    expect(await store.reports.before({ org: ORG, of: 'quarter', period: '2026-Q2' }, 12)).toEqual([]);
  });
});

describe('results', () => {
  const add = (id: string, at: string, more: { initiative?: string; world?: string } = {}) =>
    store.results.add({
      id,
      org: ORG,
      instance: 'pi_1',
      kind: 'learning',
      at,
      data: { learned: `from ${id}` },
      ...more,
    });

  test('of a stretch of time are those in it, rehearsals and erased ones left out', async () => {
    await add('pi_1/1', '2026-03-31T21:59:59.000Z');
    await add('pi_1/2', '2026-03-31T22:00:00.000Z');
    await add('pi_1/3', '2026-02-28T23:00:00.000Z', { initiative: 'in_gone' });
    await add('pi_1/4', '2026-03-05T10:00:00.000Z', { world: 'wld_1' });
    const march = { start: '2026-02-28T23:00:00.000Z', end: '2026-03-31T22:00:00.000Z' };
    const ids = async (world?: string) =>
      (await store.results.between({ org: ORG, world }, march)).map(({ id }) => id);

    expect(await ids()).toEqual(['pi_1/3', 'pi_1/1']);
    expect(await ids('wld_1')).toEqual(['pi_1/4']);
    await store.keys.destroy(ORG, 'in_gone');
    expect(await ids()).toEqual(['pi_1/1']);
    expect((await store.results.byIds(ORG, ['pi_1/3', 'pi_1/2'])).map(({ data }) => data.learned)).toEqual([
      'from pi_1/2',
    ]);
    expect(await store.results.byIds('org_2', ['pi_1/2'])).toEqual([]);
  });
});
