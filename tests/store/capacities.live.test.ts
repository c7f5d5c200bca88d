import { beforeAll, describe, expect, test } from 'vitest';
import { type Capacity, type CapacityName, type Store, UnknownCapacity } from '../../store/index.ts';
import { AT, ORG, storeForTests } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});

const LATER = '2026-09-08T08:00:00.000Z';
let count = 0;
async function capacity(total: number, used = 0): Promise<CapacityName> {
  const name = { org: ORG, name: `free room ${++count}` };
  await store.capacities.define({ ...name, total, used, at: AT });
  return name;
}
const take = (name: CapacityName, booking: string, more: { amount?: number; force?: boolean } = {}) =>
  store.capacities.take(name, { booking, amount: 1, at: AT, ...more });
const wait = (name: CapacityName, booking: string, amount = 1) =>
  store.capacities.wait(name, { booking, amount, instance: `pi_${booking}`, job: 'j1', at: AT });
const waiter = (booking: string) => ({ booking, instance: `pi_${booking}`, job: 'j1' });
const state = async (name: CapacityName) => (await store.capacities.get(name)) as Capacity;

/** What must be true of every capacity, whatever happened to it. */
async function expectSound(name: CapacityName): Promise<Capacity> {
  const { total, left, used, bookings, waiters } = await state(name);
  expect(left).toBe(total - bookings.reduce((sum, { amount }) => sum + amount, 0));
  expect(used).toBe(total - left);
  expect((await store.capacities.model.findById(`${ORG}/${name.name}`).lean())?.waiting).toBe(waiters.length);
  return state(name);
}

describe('a capacity', () => {
  test('of seven is taken by exactly seven of fifty who come at once', async () => {
    const name = await capacity(10, 3);

    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => take(name, `ini_${i}`)));

    expect(all.filter(({ taken }) => taken)).toHaveLength(7);
    expect((await expectSound(name)).left).toBe(0);
  });

  test('never goes above its total when fifty take and give back different amounts', async () => {
    const name = await capacity(12);

    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const got = await take(name, `ini_${i}`, { amount: 1 + (i % 5) });
        expect((await state(name)).left).toBeGreaterThanOrEqual(0);
        if (got.taken && i % 2 === 0) await store.capacities.release(name, `ini_${i}`, LATER);
      }),
    );

    expect((await expectSound(name)).left).toBeGreaterThanOrEqual(0);
  });

  test('books one key once, however often and at whatever moment it is asked', async () => {
    const name = await capacity(5);

    const all = await Promise.all(Array.from({ length: 20 }, () => take(name, 'ini_same')));
    const again = await take(name, 'ini_same');

    expect(all.every(({ taken }) => taken)).toBe(true);
    expect(again).toEqual({ taken: true, already: true, above: false, left: 4 });
    expect((await expectSound(name)).bookings).toHaveLength(1);
  });

  test('gives one booking back once', async () => {
    const name = await capacity(2);
    await take(name, 'ini_a');
    await take(name, 'ini_b');

    const all = await Promise.all(
      Array.from({ length: 10 }, () => store.capacities.release(name, 'ini_a', LATER)),
    );

    expect(all.filter(({ released }) => released)).toHaveLength(1);
    expect((await expectSound(name)).left).toBe(1);
  });

  test('lets somebody in above its total when forced, and is full until that is given back', async () => {
    const name = await capacity(1, 1);

    const forced = await take(name, 'ini_a', { force: true });
    const refused = await take(name, 'ini_b');

    expect(forced).toMatchObject({ taken: true, above: true, left: -1 });
    expect(refused).toMatchObject({ taken: false, left: -1 });
    await store.capacities.release(name, 'ini_a', LATER);
    expect((await expectSound(name)).left).toBe(0);
  });

  test('keeps apart bookings whose names differ only in characters that field names may not hold', async () => {
    const name = await capacity(9);

    for (const booking of ['a.b', 'a$b', 'a~2e~b', 'a b', 'a/b', 'a\u0000b', 'é']) await take(name, booking);

    const { bookings } = await expectSound(name);
    expect(bookings.map(({ booking }) => booking).sort()).toEqual(
      ['a.b', 'a$b', 'a~2e~b', 'a b', 'a/b', 'a\u0000b', 'é'].sort(),
    );
  });

  test('of a rehearsal is another one than the real one of the same name', async () => {
    const real = await capacity(1);
    const world = { ...real, world: 'wld_1' };
    await store.capacities.define({ ...world, total: 1, at: AT });

    await take(world, 'ini_a');

    expect((await state(real)).left).toBe(1);
    expect((await store.capacities.list(ORG)).every((each) => each.world === undefined)).toBe(true);
    expect(await store.capacities.list(ORG, 'wld_1')).toHaveLength(1);
  });

  test('that does not exist is an error that names it', async () => {
    await expect(take({ org: ORG, name: 'nowhere' }, 'ini_a')).rejects.toThrow(UnknownCapacity);
    await expect(take({ org: ORG, name: 'nowhere' }, 'ini_a')).rejects.toThrow("'nowhere'");
  });
});

describe('the queue of a capacity', () => {
  test('gives a place that becomes free to the one who waits longest', async () => {
    const name = await capacity(1);
    await take(name, 'ini_a');
    await wait(name, 'ini_b');
    await wait(name, 'ini_c');

    await store.capacities.release(name, 'ini_a', LATER);

    expect(await store.capacities.untold(name)).toMatchObject([
      { booking: 'ini_b', instance: 'pi_ini_b', job: 'j1' },
    ]);
    expect((await expectSound(name)).waiters).toMatchObject([{ booking: 'ini_c' }]);
  });

  test('is not overtaken by somebody who just comes along', async () => {
    const name = await capacity(3, 2);
    await wait(name, 'ini_big', 2);

    const got = await take(name, 'ini_small');

    expect(got).toMatchObject({ taken: false, left: 1, waiting: 1 });
    await expectSound(name);
  });

  test('hands out each place once when ten are given back and ten join at the same moment', async () => {
    const name = await capacity(10);
    for (let i = 0; i < 10; i++) await take(name, `ini_${i}`);

    await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        await Promise.all([store.capacities.release(name, `ini_${i}`, LATER), wait(name, `new_${i}`)]);
      }),
    );

    const { bookings, waiters, left } = await expectSound(name);
    expect({ left, waiters }).toEqual({ left: 0, waiters: [] });
    expect(bookings.map(({ booking }) => booking).sort()).toEqual(
      Array.from({ length: 10 }, (_, i) => `new_${i}`).sort(),
    );
  });

  test('is joined once, and left', async () => {
    const name = await capacity(1, 1);
    await wait(name, 'ini_a');
    await wait(name, 'ini_a');
    expect((await expectSound(name)).waiters).toHaveLength(1);

    expect(await store.capacities.leave(name, { instance: 'pi_ini_a', job: 'j1' }, LATER)).toBe(true);
    expect(await store.capacities.leave(name, { instance: 'pi_ini_a', job: 'j1' }, LATER)).toBe(false);
    expect((await expectSound(name)).waiters).toEqual([]);
  });

  test('passes a declined place on, also when it was told already, and keeps one that was taken since', async () => {
    const name = await capacity(1);
    await take(name, 'ini_a');
    for (const booking of ['ini_b', 'ini_c', 'ini_d']) await wait(name, booking);
    await store.capacities.release(name, 'ini_a', LATER);

    await store.capacities.declined(name, waiter('ini_b'), LATER);
    expect(await store.capacities.untold(name)).toMatchObject([{ booking: 'ini_c' }]);
    await store.capacities.told(name, waiter('ini_c'));
    expect(await store.capacities.untold(name)).toEqual([]);
    await store.capacities.declined(name, waiter('ini_c'), LATER);
    expect(await store.capacities.untold(name)).toMatchObject([{ booking: 'ini_d' }]);
    expect(await take(name, 'ini_d')).toMatchObject({ taken: true, already: true });
    await store.capacities.declined(name, waiter('ini_d'), LATER);

    expect((await expectSound(name)).bookings).toMatchObject([{ booking: 'ini_d', taken: true }]);
  });

  test('is left by one who is let in above the total meanwhile, and the others go on waiting', async () => {
    const name = await capacity(1, 1);
    await wait(name, 'ini_a');
    await wait(name, 'ini_b');

    await take(name, 'ini_b', { force: true });

    expect(await store.capacities.untold(name)).toMatchObject([{ booking: 'ini_b', job: 'j1' }]);
    expect((await expectSound(name)).waiters).toMatchObject([{ booking: 'ini_a' }]);
  });

  test('grows shorter when the capacity grows', async () => {
    const name = await capacity(1, 1);
    await wait(name, 'ini_a');
    await wait(name, 'ini_b');

    await store.capacities.resize(name, 2, LATER);

    expect((await expectSound(name)).waiters).toMatchObject([{ booking: 'ini_b' }]);
  });
});
