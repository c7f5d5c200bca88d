/** Many messages and many who wait for them at once: each message gets one of them, each of them one message. Over and over, since it is a race. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { AT, ORG, storeForTests } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});

const twenty = <T>(run: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 20 }, (_, i) => run(i)));
const until = '2026-12-01T00:00:00.000Z';

test.each(Array.from({ length: 30 }, (_, n) => n))(
  'round %i: twenty messages and twenty who wait make twenty pairs',
  async (n) => {
    const key = `race${n}`;
    const wait = (i: number) =>
      store.subscriptions.subscribe(
        { id: `r${n}-${i}`, org: ORG, kind: 'message', name: 'paid', key, instance: `pi_${n}_${i}`, at: AT },
        AT,
      );
    const send = (i: number) =>
      store.subscriptions.publish(
        { id: `q${n}-${i}`, org: ORG, name: 'paid', key, at: AT, until, data: { i } },
        'ini_sub',
      );
    await Promise.all([twenty(wait), twenty(send)]);

    const pairs = await twenty(send);

    expect(pairs.every((match) => match !== undefined)).toBe(true);
    expect(new Set(pairs.map((match) => match?.subscription.id)).size).toBe(20);
  },
);
