/** The program answers within two seconds where nothing has to be started. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('../../cli/speelruimte.mjs', import.meta.url));

/** Seconds of the quickest of a few: other work on the machine must not count. */
function quickest(args: string[]): number {
  const runs = [1, 2, 3, 4, 5].map(() => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root });
    expect(status).toBe(0);
    return (performance.now() - started) / 1000;
  });
  return Math.min(...runs);
}

it.each([
  ['check', 'templates/T1.json'],
  ['simulate', 'tests/scenarios/s2.scenario.yaml', '--json'],
])('%s %s', (...args) => {
  expect(quickest(args)).toBeLessThan(2);
});
