/** The mailroom of a recipient on real timers: it gathers, sends once, ends when empty, and loses no post while it ends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../contract/index.ts';
import { mailroomId } from '../../workflows/ids.ts';
import { type Engine, startEngine, surroundings } from './support/engine.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const note = (to: string, key: string, more: Partial<Note> = {}): Note => ({
  key,
  instance: 'pi-none',
  to,
  role: 'initiator',
  side: 'initiator',
  kind: 'news',
  about: ['n1'],
  text: 'std:news',
  data: {},
  at: new Date().toISOString(),
  act: true,
  ...more,
});

const post = (
  person: string,
  id: string,
  notes: Note[],
  pauses: { gatherMs?: number; lingerMs?: number } = {},
) =>
  engine.client.postToMailroom({
    org: engine.org,
    person,
    surroundings,
    ...pauses,
    post: {
      instance: 'pi-none',
      notes,
      announce: [],
      withdraw: [],
      ended: [],
      reach: { side: 'initiator', channels: ['mail'] },
      at: notes[0]?.at ?? new Date().toISOString(),
      id,
    },
  });

const keysSent = (person: string) =>
  engine.messages.filter(({ to }) => to === person).map(({ notes }) => notes.map(({ key }) => key));

describe('a mailroom', () => {
  it('sends what an act caused at once, ends, and is there again for the next', async () => {
    await post('p-one', '1', [note('p-one', 'a')], { lingerMs: 500 });
    await until(() => keysSent('p-one').length === 1);
    const handle = engine.client.client.workflow.getHandle(mailroomId({ org: engine.org, person: 'p-one' }));
    await handle.result();

    await post('p-one', '2', [note('p-one', 'b')]);
    await until(() => keysSent('p-one').length === 2);
    expect(keysSent('p-one')).toEqual([['a'], ['b']]);
  });

  it('loses no post while it ends and is opened again', async () => {
    const ids = Array.from({ length: 24 }, (_, i) => `k-${i}`);
    for (const id of ids) {
      await post('p-many', id, [note('p-many', id)], { gatherMs: 1, lingerMs: 1 });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }

    await until(() => new Set(keysSent('p-many').flat()).size === ids.length);
    expect(keysSent('p-many').flat().sort()).toEqual([...ids].sort());
    expect(keysSent('p-many').length).toBeGreaterThan(1); // so it has ended and been opened
  });

  it('makes the same message key of a post that is repeated to it after it has ended', async () => {
    const notes = [note('p-again', 'k')];
    const handle = engine.client.client.workflow.getHandle(
      mailroomId({ org: engine.org, person: 'p-again' }),
    );
    for (let times = 1; times <= 2; times++) {
      await post('p-again', 'same', notes, { lingerMs: 1 });
      await until(() => keysSent('p-again').length === times);
      await handle.result();
    }

    const keys = engine.messages.filter(({ to }) => to === 'p-again').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1); // by which the store claims a message once
  });

  it('waits a little for what other instances send at the same moment, and sends it as one message', async () => {
    const at = new Date(Date.now() - 1).toISOString();
    const timed = (key: string) => note('p-batch', key, { act: false, at, kind: 'request' });

    await post('p-batch', '1', [timed('first')], { gatherMs: 1_500 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(keysSent('p-batch')).toEqual([]);
    engine.activities.ask = async ({ keys }) => keys;
    await post('p-batch', '2', [timed('second')], { gatherMs: 1_500 });

    await until(() => keysSent('p-batch').length > 0);
    expect(keysSent('p-batch')).toEqual([['first', 'second']]);
  });

  it('makes a call of a mail that never arrives, and what comes after it is not held up', async () => {
    const told: object[] = [];
    const { send } = engine.activities;
    engine.activities.deliver = async ({ event }) => void told.push(event);
    engine.activities.send = async (input) =>
      input.message.notes.some(({ key }) => key === 'lost') ? { status: 'refused' } : send(input);

    await post('p-lost', '1', [note('p-lost', 'lost')], { gatherMs: 1 });
    await until(() => told.length > 0);
    await post('p-lost', '2', [note('p-lost', 'next')], { gatherMs: 1 });
    await until(() => keysSent('p-lost').length > 0);

    expect(told).toEqual([
      { type: 'callNeeded', about: ['n1'], person: 'p-lost', note: 'lost', wrongAddress: true },
    ]);
    expect(keysSent('p-lost')).toEqual([['next']]);
  });

  it('asks the instance again before it sends what waited, and keeps back what no longer holds', async () => {
    engine.activities.ask = async ({ keys }) => keys.filter((key) => key !== 'gone');
    const at = new Date(Date.now() - 1).toISOString();
    const timed = (key: string) => note('p-asked', key, { act: false, at, kind: 'request' });

    await post('p-asked', '1', [timed('gone'), timed('holds')], { gatherMs: 500 });
    await until(() => keysSent('p-asked').length > 0);

    expect(keysSent('p-asked')).toEqual([['holds']]);
  });
});
