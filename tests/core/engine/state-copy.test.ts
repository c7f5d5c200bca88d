/** The copy that a step writes on has all that the state has. */
import { expect, test } from 'vitest';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { copyOf } from '../../../core/engine/state-copy.ts';
import { compile, contentHash, defaultSettings, start } from '../../../core/index.ts';
import type { State } from '../../../core/state.ts';
import { automatic } from '../../temporal/support/processes.ts';

const definition = automatic(1);
const hash = contentHash(definition);
const compiled = compile(definition, hash);
const begun = start(
  { process: () => compiled, calendar: dutchCalendar, settings: defaultSettings },
  {
    instance: 'pi-1',
    hash,
    at: '2026-03-02T09:00:00.000Z',
    initiative: 'ini-1',
    world: 'rehearsal',
    people: {},
  },
);
if (!begun.ok) throw new Error(begun.rejection.message);
const full: Required<State> = {
  ...(begun.state as Required<State>),
  earlier: [{ '0/start': { times: 1 } }],
  subscriptions: { '1': { n: 1, since: begun.state.at, kind: 'signal', name: 'go', on: 'wait', of: '1' } },
  undoable: {},
  paused: { since: begun.state.at },
  resting: '1',
  migrated: { from: hash, n: 3, back: {} },
  turns: { since: begun.state.at, n: 2 },
};

test('every field is in it, and what is not set stays away', () => {
  expect(copyOf(full)).toStrictEqual(full);
  expect(copyOf(begun.state)).toStrictEqual(begun.state);
  const { world: _, ...without } = full;
  expect(copyOf(without)).toStrictEqual(without);
});

test('it is another object, with the same maps until they are written', () => {
  const copy = copyOf(full);
  expect(copy).not.toBe(full);
  expect(copy.elements).toBe(full.elements);
});
