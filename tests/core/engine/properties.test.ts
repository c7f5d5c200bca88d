// What always holds, on generated processes and generated stories.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outstanding } from '../../../core/engine/queries.ts';
import { contentHash } from '../../../core/index.ts';
import type { State } from '../../../core/state.ts';
import { blocks, processOf } from './random-process.ts';
import { play } from './random-story.ts';

const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 60 });
const runs = Number(process.env.PROPERTY_RUNS ?? 150);
const always = (title: string, holds: (block: Parameters<typeof processOf>[0], dice: number[]) => void) =>
  it(title, () => fc.assert(fc.property(blocks, dice, holds), { numRuns: runs }), 120_000);

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('the engine, always', () => {
  always('comes to an end, and leaves nothing behind', (block, d) => {
    const { state } = play(processOf(block), { dice: d });

    expect(state.status).toBe('ended');
    const {
      elements,
      commitments,
      chases,
      timers,
      jobs,
      joins,
      raised,
      incidents,
      offers,
      announced,
      holds,
      subscriptions = {},
      undoable = {},
    } = state;
    expect({
      elements,
      commitments,
      chases,
      timers,
      jobs,
      joins,
      raised,
      incidents,
      offers,
      announced,
      holds,
      subscriptions,
      undoable,
    }).toEqual({
      elements: {},
      commitments: {},
      chases: {},
      timers: {},
      jobs: {},
      joins: {},
      raised: {},
      incidents: {},
      offers: {},
      announced: {},
      holds: {},
      subscriptions: {},
      undoable: {},
    });
    expect(state.outcomes).toEqual(['done']);
  });

  always('does the same again with the same story, and never changes the state it was given', (block, d) => {
    const process = processOf(block);
    const once = play(process, { dice: d, after: (w, i) => void freeze(w.state(i)) });
    const again = play(process, { dice: d });

    expect(contentHash(again.facts)).toBe(contentHash(once.facts));
    expect(again.state).toEqual(once.state);
  });

  always('goes on as before when everything but its JSON is forgotten after every event', (block, d) => {
    const process = processOf(block);
    const once = play(process, { dice: d });
    const forgetful = play(process, { dice: d, after: (w) => w.reload() });

    expect(contentHash(forgetful.facts)).toBe(contentHash(once.facts));
    expect(forgetful.world.messages).toEqual(once.world.messages);
  });

  always('numbers its facts without a gap, and keeps time in order', (block, d) => {
    const { facts } = play(processOf(block), { dice: d });

    expect(facts.map((f) => f.n)).toEqual(facts.map((_, i) => i + 1));
    expect([...facts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.n - b.n))).toEqual(facts);
  });

  always('has an accountable person, a date and a chase for every open task', (block, d) => {
    play(processOf(block), {
      dice: d,
      after: (w, i) => {
        const state: State = w.state(i);
        for (const { task } of outstanding(state).tasks) {
          expect(task.owner, `${task.name} has an owner`).toBeTruthy();
          expect(task.due, `${task.name} has a due moment`).toBeTruthy();
        }
        for (const c of Object.values(state.commitments)) expect(c.owner).toBeTruthy();
      },
    });
  });

  always('answers or cancels every job', (block, d) => {
    const { facts } = play(processOf(block), { dice: d });

    const created = facts.filter((f) => f.type === 'job.created').map((f) => f.job);
    const closed = new Set(
      facts.filter((f) => f.type === 'job.completed' || f.type === 'job.cancelled').map((f) => f.job),
    );
    const failed = new Set(
      facts.filter((f) => f.type === 'job.failed' && f.retries <= 0).map((f) => (f as { job: string }).job),
    );
    for (const job of created) expect(closed.has(job) || failed.has(job), `job ${job}`).toBe(true);
  });

  always('fires or cancels every timer, at the moment for which it was set', (block, d) => {
    const { facts } = play(processOf(block), { dice: d });

    const set = new Map<string, string>();
    for (const f of facts) {
      if (f.type === 'timer.set') set.set(f.timer, f.due);
      if (f.type !== 'timer.fired' && f.type !== 'timer.cancelled') continue;
      expect(set.has(f.timer), `${f.timer} was set`).toBe(true);
      if (f.type === 'timer.fired') {
        expect(f.due).toBe(set.get(f.timer));
        expect(f.at >= f.due).toBe(true);
      }
      set.delete(f.timer);
    }
    expect([...set.keys()]).toEqual([]);
  });

  always(
    'ends what it began: each activated element completed or was terminated, each task was completed or cancelled',
    (block, d) => {
      const { facts } = play(processOf(block), { dice: d });

      const open = new Set<string>();
      const tasks = new Set<string>();
      for (const f of facts) {
        if (f.type === 'element.activated') open.add(f.key);
        if (f.type === 'element.completed' || f.type === 'element.terminated') open.delete(f.key);
        if (f.type === 'task.created') tasks.add(f.key);
        if (f.type === 'task.completed' || f.type === 'task.cancelled') tasks.delete(f.key);
      }
      expect([...open]).toEqual([]);
      expect([...tasks]).toEqual([]);
    },
  );

  always(
    'never sends two messages under one key, and nothing about an item after it was closed',
    (block, d) => {
      const { world, facts } = play(processOf(block), { dice: d });

      const keys = world.messages.map((m) => m.key);
      expect(new Set(keys).size).toBe(keys.length);
      const asked = facts.filter((f) => f.type === 'message.asked').map((f) => f.note);
      expect(new Set(asked).size).toBe(asked.length);
    },
  );
});
