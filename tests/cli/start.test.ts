/** The program as it is started: within two seconds, with nothing of servers loaded. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadedBy } from '../architecture/source-imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('../../cli/speelruimte.mjs', import.meta.url));

/** The best of a few: other work on the machine must not count. */
function quickest(args: string[]): { seconds: number; status: number | null; stdout: string } {
  const runs = [1, 2, 3].map(() => {
    const started = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { seconds: (performance.now() - started) / 1000, status, stdout };
  });
  return runs.sort((a, b) => a.seconds - b.seconds)[0] as (typeof runs)[number];
}

describe('speelruimte', () => {
  it('checks a process and plays a scenario of a year within two seconds', { timeout: 60_000 }, () => {
    const checked = quickest(['check', 'templates/T1.json']);
    const played = quickest(['simulate', 'tests/scenarios/s2.scenario.yaml', '--json']);

    expect(checked.status).toBe(0);
    expect(JSON.parse(played.stdout).facts.length).toBeGreaterThan(100);
    expect(checked.seconds).toBeLessThan(2);
    expect(played.seconds).toBeLessThan(2);
  });

  it('loads nothing of Temporal, MongoDB or the web for it', () => {
    const loaded = [
      ...loadedBy([
        'cli/main.ts',
        'cli/commands/check.ts',
        'cli/commands/simulate.ts',
        'cli/hosts/core.ts',
      ]).keys(),
    ];

    expect(loaded).toContain('yaml');
    expect(loaded.filter((name) => /^(@temporalio|mongo|express|nodemailer|react)/.test(name))).toEqual([]);
  });
});
