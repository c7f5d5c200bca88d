/** What has to be chosen before running processes go to another version. */
import { describe, expect, test } from 'vitest';
import type { MigrationProblem } from '../../../contract/index.ts';
import {
  asksAboutWaits,
  goingOf,
  questionsOf,
  type Row,
  reasonsOf,
  wantedOf,
} from '../../../designer/operations/move.ts';

const problem = (
  code: MigrationProblem['code'],
  element: string,
  candidates: string[],
): MigrationProblem => ({
  code,
  element,
  candidates,
  message: code,
});
const row = (instance: string, verdict: Row['plan']['verdict'], problems: MigrationProblem[] = []): Row => ({
  org: 'o',
  instance,
  version: 1,
  plan: { verdict, mapping: {}, problems, rescheduled: [] },
});
const nothing = { mapping: {}, waits: false };

describe('questions', () => {
  const rows = [
    row('a', 'choice', [problem('no-target', 'call', ['ring', 'visit'])]),
    row('b', 'choice', [
      problem('no-target', 'call', ['ring', 'visit']),
      problem('would-wait-forever', 'join', ['c']),
    ]),
    row('c', 'impossible', [problem('no-target', 'pay', [])]),
    row('d', 'safe'),
  ];

  test('are asked once for everybody who stands there, and not where nothing would do', () => {
    expect(questionsOf(rows, nothing, new Map())).toEqual([
      { element: 'call', candidates: ['ring', 'visit'] },
    ]);
  });

  test('stay to be changed after they were answered', () => {
    const answered = { mapping: { call: 'ring' }, waits: false };

    expect(questionsOf([row('a', 'safe')], answered, new Map([['call', ['ring', 'visit']]]))).toEqual([
      { element: 'call', candidates: ['ring', 'visit'] },
    ]);
  });

  test('a wait that would never end has to be accepted', () => {
    expect(asksAboutWaits(rows, nothing)).toBe(true);
    expect(asksAboutWaits([row('d', 'safe')], nothing)).toBe(false);
    expect(wantedOf({ mapping: { call: 'ring' }, waits: true })).toEqual({
      mapping: { call: 'ring' },
      despite: ['would-wait-forever'],
    });
  });
});

test('what stands in the way is said once; of what can go, nothing', () => {
  const twice = [problem('no-target', 'call', ['ring']), problem('no-target', 'call', ['ring'])];

  expect(reasonsOf(row('a', 'choice', twice))).toHaveLength(1);
  expect(reasonsOf(row('a', 'safe', [problem('would-wait-forever', 'join', [])]))).toEqual([]);
});

test('only what can go goes, also when more was chosen', () => {
  const rows = [row('a', 'safe'), row('b', 'choice'), row('c', 'safe')];

  expect(goingOf(rows, new Set(['a', 'b'])).map(({ instance }) => instance)).toEqual(['a']);
});
