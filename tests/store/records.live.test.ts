import { beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import type { Store, Subscription } from '../../store/index.ts';
import { AT, ORG, registration, storeForTests } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});

const twenty = <T>(run: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 20 }, (_, i) => run(i)));
const definition = (id: string, name: string): Definition =>
  ({
    v: 1,
    id,
    name,
    roles: [],
    elements: [],
    flows: [],
    forms: [],
    ladders: [],
    texts: { 'a.b': { subject: '$x', body: '' } },
    variables: {},
  }) as unknown as Definition;

describe('drafts', () => {
  test('of twenty who save over one revision one wins, and the others learn what is there', async () => {
    await store.drafts.save({ org: ORG, definition: definition('D1', 'first'), revision: 0, at: AT });

    const all = await twenty((i) =>
      store.drafts.save({ org: ORG, definition: definition('D1', `by ${i}`), revision: 1, at: AT }),
    );

    expect(all.filter(({ saved }) => saved)).toEqual([{ saved: true, revision: 2 }]);
    expect(all.filter(({ saved }) => !saved)[0]).toEqual({ saved: false, stale: 2 });
    const winner = all.findIndex(({ saved }) => saved);
    expect(await store.drafts.get(ORG, 'D1')).toMatchObject({
      revision: 2,
      definition: { name: `by ${winner}`, texts: { 'a.b': { subject: '$x' } } },
    });
  });

  test('a new one is not saved over one that is there', async () => {
    expect(
      await store.drafts.save({ org: ORG, definition: definition('D1', 'new'), revision: 0, at: AT }),
    ).toEqual({ saved: false, stale: 2 });
    expect(
      await store.drafts.save({ org: 'org_2', definition: definition('D1', 'new'), revision: 0, at: AT }),
    ).toMatchObject({ saved: true });
  });
});

describe('versions', () => {
  const publish = (
    process: string,
    content: string,
    more: { tag?: string; pins?: Record<string, string> } = {},
  ) =>
    store.versions.publish({
      org: ORG,
      process,
      hash: `hash of ${content}`,
      revision: 1,
      pins: {},
      publishedAt: AT,
      definition: definition(process, content),
      ...more,
    });

  test('of twenty different contents published at once each number has one winner', async () => {
    const all = await twenty((i) => publish('P1', `content ${i}`));

    const won = all.filter((one) => one.published);
    const versions = await store.versions.list(ORG, 'P1');
    expect(won.length).toBeGreaterThan(0);
    expect(versions.map(({ number }) => number)).toEqual(won.map((_, i) => won.length - i));
    expect(new Set(versions.map(({ hash }) => hash)).size).toBe(won.length);
    for (const { hash } of versions)
      expect(`hash of ${(await store.versions.definition(hash))?.name}`).toBe(hash);
  });

  test('the same content published at once by twenty is one version', async () => {
    const all = await twenty(() => publish('P2', 'same'));

    expect(all.every((one) => one.published && one.version.number === 1)).toBe(true);
    expect(all.filter((one) => one.published && !one.already)).toHaveLength(1);
    expect(await store.versions.list(ORG, 'P2')).toHaveLength(1);
  });

  test('are found by number, tag, content and as the latest, within their organisation', async () => {
    await publish('P3', 'one', { tag: 'stable', pins: { Called: 'h.1' } });
    await publish('P3', 'two', { tag: 'stable' });
    await publish('P3', 'three');

    expect((await store.versions.latest(ORG, 'P3'))?.number).toBe(3);
    expect((await store.versions.tagged(ORG, 'P3', 'stable'))?.number).toBe(2);
    expect(await store.versions.get(ORG, 'P3', 1)).toMatchObject({ pins: { Called: 'h.1' } });
    expect((await store.versions.byHash(ORG, 'hash of two'))?.number).toBe(2);
    expect(await store.versions.latest('org_2', 'P3')).toBeUndefined();
    expect((await store.versions.list(ORG)).find(({ process }) => process === 'P3')?.number).toBe(3);
  });
});

describe('messages', () => {
  const queue = (key: string, at = AT) =>
    store.messages.queue({
      org: ORG,
      messageId: `<${key}@x>`,
      initiatives: [],
      rendered: { subject: 's', text: 't' },
      message: {
        key,
        to: 'per_1',
        channel: 'mail',
        at,
        notes: [
          {
            key,
            instance: 'pi_1',
            to: 'per_1',
            role: 'r',
            side: 'us',
            kind: 'news',
            about: ['n3'],
            text: 'std:x',
            data: {},
            at,
            act: false,
          },
        ],
      },
    });

  test('one key is queued once and claimed by exactly one of fifty', async () => {
    expect((await twenty(() => queue('m1'))).filter(Boolean)).toHaveLength(1);

    const claims = await Promise.all(Array.from({ length: 50 }, () => store.messages.claim('m1', 60_000)));

    expect(claims.filter(({ won }) => won)).toMatchObject([{ attempt: 1, copy: false }]);
    expect(claims.filter(({ won }) => !won).every((claim) => !claim.won && claim.state === 'sending')).toBe(
      true,
    );
  });

  test('only whoever claimed it settles it, and once', async () => {
    await queue('m2');
    const claim = await store.messages.claim('m2', 60_000);
    if (!claim.won) throw new Error('Expected to win a message nobody else wants');

    expect(await store.messages.settle('m2', 'another token', 'sent', { at: AT })).toBe(false);
    expect(await store.messages.settle('m2', claim.token, 'sent', { at: AT })).toBe(true);
    expect(await store.messages.settle('m2', claim.token, 'failed', { at: AT })).toBe(false);
    expect(await store.messages.get('m2')).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await store.messages.claim('m2', 0)).toEqual({ won: false, state: 'sent' });
  });

  test('a claim that was not heard of again is won once more, as a copy, and not before its time', async () => {
    await queue('m3');
    const first = await store.messages.claim('m3', 60_000);
    await store.messages.model.updateOne(
      { _id: 'm3' },
      { $set: { claimedAt: new Date(Date.now() - 61_000) } },
    );

    const early = await store.messages.claim('m3', 120_000);
    const later = await Promise.all(Array.from({ length: 10 }, () => store.messages.claim('m3', 60_000)));

    expect(early.won).toBe(false);
    expect(later.filter(({ won }) => won)).toMatchObject([{ copy: true, attempt: 2 }]);
    expect(first.won && (await store.messages.settle('m3', first.token, 'sent', { at: AT }))).toBe(false);
  });

  test('given back, it can be claimed again and is no copy', async () => {
    await queue('m4');
    const claim = await store.messages.claim('m4', 60_000);
    if (claim.won) await store.messages.settle('m4', claim.token, 'queued', { at: AT, error: 'TIMEOUT' });

    expect(await store.messages.claim('m4', 60_000)).toMatchObject({ won: true, copy: false, attempt: 2 });
  });

  test('are listed newest first, by person, instance and state', async () => {
    await queue('m5', '2026-12-01T08:00:00.000Z');

    expect((await store.messages.list({ org: ORG, to: 'per_1' }))[0]?.key).toBe('m5');
    expect(
      (await store.messages.list({ org: ORG, instance: 'pi_1', state: 'sent' })).map(({ key }) => key),
    ).toEqual(['m2']);
    expect(await store.messages.list({ org: 'org_2' })).toEqual([]);
    expect(await store.messages.lastTo('per_1')).toBe(AT);
  });
});

describe('subscriptions', () => {
  const wait = (id: string, more: Partial<Subscription> = {}) =>
    store.subscriptions.subscribe(
      { id, org: ORG, kind: 'message', name: 'paid', instance: `pi_${id}`, at: AT, ...more },
      AT,
    );
  const send = (id: string, more: object = {}) =>
    store.subscriptions.publish(
      { id, org: ORG, name: 'paid', at: AT, until: AT, data: { id }, ...more },
      'ini_sub',
    );
  const KEPT = { until: '2026-12-01T00:00:00.000Z' };

  test('a message goes to the one who waits longest, by name and key', async () => {
    await wait('late', { key: 'a', at: '2026-09-08T08:00:00.000Z' });
    await wait('early', { key: 'a' });
    await wait('other', { key: 'b' });

    expect((await send('s1', { key: 'a' }))?.subscription.id).toBe('early');
    expect((await send('s2', { key: 'a' }))?.subscription.id).toBe('late');
    expect(await send('s3', { key: 'a' })).toBeUndefined();
  });

  test('without a key in the message, or in what waits, the name decides', async () => {
    await wait('keyed', { key: 'b' });
    expect((await send('s4'))?.subscription.id).toBe('keyed');

    await wait('keyless', {});
    expect((await send('s5', { key: 'c' }))?.subscription.id).toBe('keyless');
  });

  test('a message that was kept goes to who comes later; one that was not is gone', async () => {
    await send('kept', { key: 'k1', ...KEPT });
    await send('gone', { key: 'k2' });

    expect(await wait('w1', { key: 'k1' })).toMatchObject({ message: { id: 'kept', data: { id: 'kept' } } });
    expect(await wait('w1', { key: 'k1' })).toMatchObject({ message: { id: 'kept' } });
    expect(await wait('w2', { key: 'k2' })).toBeUndefined();
  });

  test('sent again under the same id it goes to the same one and to nobody else', async () => {
    await wait('x1', { key: 'again' });
    await wait('x2', { key: 'again', at: '2026-09-08T08:00:00.000Z' });

    const all = await twenty(() => send('once', { key: 'again' }));

    expect(new Set(all.map((match) => match?.subscription.id))).toEqual(new Set(['x1']));
  });

  test('who waits no longer gets nothing, and rehearsals hear only each other', async () => {
    await wait('y1', { key: 'y' });
    await store.subscriptions.unsubscribe('y1');
    await wait('z1', { key: 'z', world: 'wld_1' });

    expect(await send('y', { key: 'y' })).toBeUndefined();
    expect(await send('z', { key: 'z' })).toBeUndefined();
    expect((await send('zw', { key: 'z', world: 'wld_1' }))?.subscription.id).toBe('z1');
  });
});

describe('rehearsal worlds', () => {
  test('have a clock that goes on for one of many and never back, and members in the order they came', async () => {
    await store.worlds.create({ id: 'wld_1', org: ORG, name: 'try', at: AT, roles: { 'a.b': ['per_1'] } });
    const next = '2026-09-08T08:00:00.000Z';
    for (const id of ['pi_b', 'pi_a', 'pi_b']) await store.worlds.join('wld_1', { kind: 'instance', id });

    const moved = await twenty(() => store.worlds.advance('wld_1', AT, next));

    expect(moved.filter(Boolean)).toHaveLength(1);
    await expect(store.worlds.advance('wld_1', next, AT)).rejects.toThrow('Expected the clock');
    expect(await store.worlds.get('wld_1')).toMatchObject({
      at: next,
      roles: { 'a.b': ['per_1'] },
      members: [{ id: 'pi_b' }, { id: 'pi_a' }],
    });
    await store.worlds.leave('wld_1', { kind: 'instance', id: 'pi_b' });
    expect((await store.worlds.get('wld_1'))?.members).toEqual([{ kind: 'instance', id: 'pi_a' }]);
  });
});

describe('API tokens', () => {
  test('are kept as a hash, found by the token alone, and useless once revoked', async () => {
    const { token, id } = await store.tokens.mint({
      org: ORG,
      name: 'scenario',
      role: 'coordinator',
      createdAt: AT,
    });

    expect(JSON.stringify(await store.tokens.model.find({}).lean())).not.toContain(token);
    expect(await store.tokens.find(token, AT)).toMatchObject({ org: ORG, role: 'coordinator' });
    expect((await store.tokens.list(ORG))[0]).toMatchObject({ id, lastUsedAt: AT });
    for (const wrong of [id, `${token}x`, '', 'spr_'])
      expect(await store.tokens.find(wrong, AT)).toBeUndefined();
    expect(await store.tokens.revoke('org_2', id, AT)).toBe(false);
    expect(await store.tokens.revoke(ORG, id, AT)).toBe(true);
    expect(await store.tokens.find(token, AT)).toBeUndefined();
  });
});

describe('acts on an initiative', () => {
  test('are done when all instances have answered; each first answer stays', async () => {
    const act = { type: 'pause', why: 'holiday' } as const;
    const made = await twenty(() =>
      store.acts.create({
        id: 'act_1',
        org: ORG,
        initiative: 'ini_1',
        at: AT,
        act,
        instances: ['pi_1', 'pi_2'],
      }),
    );
    expect(made.filter(Boolean)).toHaveLength(1);

    await store.acts.answered('act_1', { instance: 'pi_1', state: 'refused', code: 'INVALID_STATE' });
    await store.acts.answered('act_1', { instance: 'pi_1', state: 'confirmed' });
    expect(await store.acts.get('act_1')).toMatchObject({
      done: false,
      act,
      deliveries: [{ state: 'refused', code: 'INVALID_STATE' }, { state: 'pending' }],
    });
    expect((await store.acts.pending()).map(({ id }) => id)).toEqual(['act_1']);

    await store.acts.answered('act_1', { instance: 'pi_2', state: 'confirmed' });
    expect(await store.acts.get('act_1')).toMatchObject({ done: true });
    expect(await store.acts.pending()).toEqual([]);
  });
});

test('a scheduled start happens once however many notice that it is time', async () => {
  const all = await twenty((i) =>
    store.schedules.claim({
      org: ORG,
      process: 'T12',
      element: 'n1',
      date: '2026-09-01',
      instance: `pi_${i}`,
    }),
  );

  expect(all.filter(({ first }) => first)).toHaveLength(1);
  expect(new Set(all.map(({ instance }) => instance)).size).toBe(1);
});

describe('people and initiatives', () => {
  test('a change of one field leaves the others, and a mail address that goes is not found any more', async () => {
    await store.people.create({
      id: 'per_x',
      org: ORG,
      side: 'us',
      language: 'nl',
      name: 'Bo',
      mail: 'bo@example.org',
    });
    await Promise.all([
      store.people.change('per_x', { phone: '06' }),
      store.people.change('per_x', { channel: 'sms' }),
    ]);
    expect(await store.people.get('per_x')).toEqual({
      id: 'per_x',
      org: ORG,
      side: 'us',
      language: 'nl',
      name: 'Bo',
      mail: 'bo@example.org',
      phone: '06',
      channel: 'sms',
    });

    await store.people.change('per_x', { mail: undefined });
    expect(await store.people.findByMail(ORG, 'bo@example.org')).toEqual([]);
  });

  test('an initiative is saved over the revision it was read with', async () => {
    await store.initiatives.create({
      id: 'ini_r',
      org: ORG,
      roles: {},
      createdAt: AT,
      words: { title: 'Kring' },
    });
    const read = await store.initiatives.get('ini_r');
    if (!read) throw new Error('Expected the initiative that was just made');

    expect(await store.initiatives.save({ ...read, roles: { supporter: ['per_x'] } })).toBe(true);
    expect(await store.initiatives.save({ ...read, status: 'closed' })).toBe(false);
    expect(await store.initiatives.get('ini_r')).toMatchObject({
      status: 'open',
      revision: 2,
      roles: { supporter: ['per_x'] },
      words: { title: 'Kring' },
    });
  });
});

describe('what the payload codec asks', () => {
  test('instances of one initiative share its key, a loose one has its own, and nobody registered has none', async () => {
    const { keyOf, keyById } = store.codec.keys;
    await store.instances.register(registration('pi_k1', { initiative: 'ini_k' }));
    await store.instances.register(registration('pi_k2', { initiative: 'ini_k' }));
    await store.instances.register(registration('pi_k3'));

    const [one, two, loose] = [await keyOf('pi_k1'), await keyOf('pi_k2'), await keyOf('pi_k3')];

    expect(one).toEqual(two);
    expect(one.keyId).toBe('ini_k');
    expect(one.key).toHaveLength(32);
    expect(loose.keyId).toBe('pi_k3');
    expect(Buffer.from(loose.key).equals(Buffer.from(one.key))).toBe(false);
    expect(await keyById('ini_k')).toEqual(one);
    expect((await keyOf(undefined)).keyId).toBe((await keyOf('daily-org_test')).keyId);
    expect((await keyOf('mailroom-org_test-per_1')).keyId).not.toBe(
      (await keyOf('wld_1-mailroom-per_1')).keyId,
    );
    await expect(keyOf('pi_nobody')).rejects.toThrow("'pi_nobody'");
  });

  test('twenty who ask for a new key at once get the same one', async () => {
    const all = await twenty(() => store.keys.of(ORG, 'ini_new'));

    expect(new Set(all.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  test('a value is kept under its hash and not replaced', async () => {
    await store.codec.blobs.put('h1', { 'a.b': 1 });
    await store.codec.blobs.put('h1', { other: 2 });

    expect(await store.codec.blobs.get('h1')).toEqual({ 'a.b': 1 });
    expect(await store.codec.blobs.get('h2')).toBeUndefined();
  });
});
