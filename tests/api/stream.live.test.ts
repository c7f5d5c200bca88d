/** Holds that the stream tells what changes to those who may know, in order, and that nothing is missed across a break. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type Role, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

interface Told {
  id: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: patches of all kinds
  data: any;
}

/** Listens until told to stop; what came is in `told`. */
async function listen(role: Role, query = '', lastEventId?: string) {
  const stop = new AbortController();
  const response = await fetch(`${app.url}/v1/stream${query}`, {
    signal: stop.signal,
    headers: {
      Authorization: `Bearer ${app.tokens[role]}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
  });
  const told: Told[] = [];
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
        const data = field('data');
        if (data) told.push({ id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) });
      }
    }
  })().catch(() => {});
  return {
    response,
    told,
    instances: () => told.filter(({ event }) => event === 'instance').map(({ data }) => data.id as string),
    async stop() {
      stop.abort();
      await reading;
    },
  };
}

const register = async () => (await app.ask('supporter', 'POST', '/initiatives', registration())).body;
const soon = { timeout: 10_000 };

describe('the stream', () => {
  test('tells a new instance with the rows it made', async () => {
    const stream = await listen('supporter');
    const { instance, initiative } = await register();

    await expect.poll(() => stream.instances(), soon).toContain(instance);
    const patch = stream.told.find(({ data }) => data.id === instance)?.data;

    expect(patch).toMatchObject({ initiative, facts: { from: 1 } });
    expect(patch.instanceView.status).toBe('running');
    expect(patch.tasks.map(({ name }: { name: string }) => name)).toContain('n3');
    await stream.stop();
  });

  test('of one initiative tells of no other', async () => {
    const [one, other] = [await register(), await register()];
    const stream = await listen('coordinator', `?initiative=${one.initiative}`);

    for (const { instance } of [other, one])
      await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, { outcome: 'reached' });

    await expect.poll(() => stream.instances(), soon).toContain(one.instance);
    expect(stream.instances()).not.toContain(other.instance);
    await stream.stop();
  });

  test('goes on after a break where it was: nothing is missed, and numbers tell what came before', async () => {
    const first = await listen('supporter');
    const before = await register();
    await expect.poll(() => first.instances(), soon).toContain(before.instance);
    const last = first.told.at(-1)?.id;
    await first.stop();

    const meanwhile = await register();
    const resumed = await listen('supporter', '', last);

    await expect.poll(() => resumed.instances(), soon).toContain(meanwhile.instance);
    const facts = resumed.told.flatMap(({ data }) =>
      data.id === meanwhile.instance ? [[data.facts.from, data.facts.to]] : [],
    );
    const { n } = (await app.ask('supporter', 'GET', `/instances/${meanwhile.instance}`)).body;
    await expect
      .poll(
        () => resumed.told.filter(({ data }) => data.id === meanwhile.instance).at(-1)?.data.facts.to,
        soon,
      )
      .toBe(n);
    expect(facts[0]?.[0]).toBe(1);
    // Ten seconds are told again, so that a write that was slower than a later one is not lost.
    expect(resumed.instances()).toContain(before.instance);
    expect(new Set(resumed.told.map(({ id }) => id)).size).toBe(resumed.told.length);
    await resumed.stop();
  });

  test('is not for strangers, nor for roles that may not read', async () => {
    const stranger = await fetch(`${app.url}/v1/stream`);
    const system = await listen('system');

    expect(stranger.status).toBe(401);
    expect(system.response.status).toBe(403);
    await system.stop();
  });
});
