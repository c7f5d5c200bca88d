/** When elements began and ended is found the same way whatever was tried from a state before. */
import { describe, expect, it } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { anchorAt, hasEverBegun } from '../../../core/engine/anchors.ts';
import { sparseCopy } from '../../../core/engine/sparse-copy.ts';
import { compile, contentHash, defaultSettings, start, step } from '../../../core/index.ts';
import type { State } from '../../../core/state.ts';

const AT = '2026-03-02T09:00:00.000Z';
const MANY = 100;

/** A hundred ways at once, each of two steps: what begins second does so in whatever order the first ones are answered. */
const ways = Array.from({ length: MANY }, (_, i) => i + 1);
const definition = Definition.parse({
  v: 1,
  id: 'ways',
  name: 'ways',
  roles: [],
  elements: [
    { id: 'split', type: 'parallelGateway' },
    ...ways.flatMap((i) => [
      { id: `first${i}`, type: 'serviceTask', job: 'record' },
      { id: `second${i}`, type: 'serviceTask', job: 'record' },
    ]),
  ],
  flows: ways.flatMap((i) => [
    { id: `to${i}`, from: 'split', to: `first${i}` },
    { id: `on${i}`, from: `first${i}`, to: `second${i}` },
  ]),
});
const hash = contentHash(definition);
const compiled = compile(definition, hash);
const ctx = { process: () => compiled, calendar: dutchCalendar, settings: defaultSettings };

function begun(): State {
  const result = start(ctx, { instance: 'pi-1', hash, at: AT, people: {} });
  if (!result.ok) throw new Error(result.rejection.message);
  return result.state;
}

function answered(state: State, element: string): State {
  const key = Object.values(state.elements).find((one) => one.element === element)?.key;
  const job = Object.values(state.jobs).find((one) => one.element === key)?.key;
  if (job === undefined) throw new Error(`Expected '${element}' to wait for its job`);
  const result = step(ctx, state, { type: 'jobCompleted', job, at: AT });
  if (!result.ok) throw new Error(result.rejection.message);
  return result.state;
}

/** As after a restart: nothing is known of it but what it says. */
const reread = (state: State): State => JSON.parse(JSON.stringify(state));

describe('when elements began and ended', () => {
  it('is kept for all, also where hundreds began', () => {
    let state = begun();
    for (const i of ways) state = answered(state, `first${i}`);

    expect(state.earlier?.length).toBeGreaterThan(2);
    for (const i of ways) {
      expect(anchorAt(state, 0, `first${i}`)).toEqual({ activated: AT, completed: AT, times: 1 });
      expect(anchorAt(state, 0, `second${i}`)).toEqual({ activated: AT, times: 1 });
    }
    expect(anchorAt(state, 0, 'third')).toBeUndefined();
    expect(anchorAt(state, 1, 'first1')).toBeUndefined();
    expect(hasEverBegun(state, 'second7')).toBe(true);
    expect(hasEverBegun(state, 'third')).toBe(false);
  });

  it('does not depend on other steps that were tried from the same state', () => {
    let state = begun();
    for (const i of ways) {
      const others = ways.filter((other) => other > i + 5).slice(0, 3);
      // Several steps on, so that another handful may have been put away than the one that counts.
      const tried = (from: State) => others.reduce((at, other) => answered(at, `first${other}`), from);
      expect(tried(state)).toEqual(tried(reread(state)));
      const next = answered(state, `first${i}`);
      expect(next).toEqual(answered(reread(state), `first${i}`));
      for (const other of others) expect(anchorAt(next, 0, `second${other}`)).toBeUndefined();
      state = next;
    }
  });
});

describe('a copy of a map whose keys count on', () => {
  it('has the same under the same keys, in the same order, and is another map', () => {
    const map = { 5: 'a', 900: 'b', 1200: 'c', 4294967293: 'd', later: 'e' };

    const copy = sparseCopy(map) as Record<string, string>;
    delete copy[900];
    copy[901] = 'f';

    expect(Object.entries(copy)).toEqual([
      ['5', 'a'],
      ['901', 'f'],
      ['1200', 'c'],
      ['4294967293', 'd'],
      ['later', 'e'],
    ]);
    expect(Object.keys(map)).toEqual(['5', '900', '1200', '4294967293', 'later']);
    expect(Object.keys(sparseCopy({}))).toEqual([]);
  });
});
