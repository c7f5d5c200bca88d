/** The program as it is started: nothing of servers is loaded where none is needed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('../../cli/speelruimte.mjs', import.meta.url));
const logImports = new URL('./log-imports.mjs', import.meta.url).href;

const SERVER_LIBRARY = /\/node_modules\/(@temporalio|mongo|express|nodemailer|react|vite)/;
const OUR_SERVERS = /^(?!.*\/node_modules\/).*\/(servers|worker|store|api|activities)\//;

describe('speelruimte', { timeout: 60_000 }, () => {
  it.each([
    ['check', 'templates/T1.json'],
    ['simulate', 'tests/scenarios/sample.scenario.yaml'],
  ])('%s loads nothing of Temporal, MongoDB or the web', (...args) => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', logImports, program, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    const loaded = stderr.split('\n').filter((line) => line.startsWith('loaded '));

    expect(status).toBe(0);
    expect(loaded.some((line) => line.includes('/core/check/'))).toBe(true);
    expect(loaded.filter((line) => SERVER_LIBRARY.test(line) || OUR_SERVERS.test(line))).toEqual([]);
  });
});
