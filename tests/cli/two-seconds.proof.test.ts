/** The program answers within two seconds where nothing has to be started. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('../../cli/speelruimte.mjs', import.meta.url));

/** Has the program say at its end what it cost: waiting for a turn on a busy machine must not count. */
const TELL = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('seconds=' + (user + system) / 1e6); });",
)}`;

/** Seconds of processor time of the quickest of a few. */
function quickest(args: string[]): number {
  const runs = [1, 2, 3, 4, 5].map(() => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', TELL, program, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return Number(/seconds=([\d.]+)$/.exec(stderr)?.[1]);
  });
  return Math.min(...runs);
}

it.each([
  ['check', 'templates/T1.json'],
  ['simulate', 'tests/scenarios/s2.scenario.yaml', '--json'],
])('%s %s', (...args) => {
  expect(quickest(args)).toBeLessThan(2);
});
