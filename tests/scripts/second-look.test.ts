/** Which failures are looked at once more (docs/adr/0030). */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, worthASecondLook } from '../../scripts/second-look.ts';

const report = (...failed: string[]) => ({
  testResults: [
    { name: join(repository, 'tests/core/engine/run.test.ts'), status: 'passed' },
    ...failed.map((file) => ({ name: join(repository, file), status: 'failed' })),
  ],
});

test('one or two that play in a browser are looked at again', () => {
  expect(worthASecondLook(report('tests/e2e/canvas.live.test.ts'))).toEqual([
    'tests/e2e/canvas.live.test.ts',
  ]);
  expect(
    worthASecondLook(report('tests/e2e/canvas.live.test.ts', 'tests/pages/reading.live.test.ts')),
  ).toHaveLength(2);
});

test('what needs no browser is not, nor is anything beside it', () => {
  expect(worthASecondLook(report('tests/core/chasing/ladder.test.ts'))).toEqual([]);
  expect(worthASecondLook(report('tests/api/tasks.live.test.ts'))).toEqual([]);
  expect(worthASecondLook(report('tests/e2e/same-behaviour.test.ts'))).toEqual([]);
  expect(
    worthASecondLook(report('tests/e2e/canvas.live.test.ts', 'tests/core/chasing/ladder.test.ts')),
  ).toEqual([]);
});

test('three at once are no coincidence', () => {
  const all = ['canvas', 'kills', 'tour'].map((name) => `tests/e2e/${name}.live.test.ts`);
  expect(worthASecondLook(report(...all))).toEqual([]);
});

test('nothing failed, nothing to look at', () => {
  expect(worthASecondLook(report())).toEqual([]);
});
