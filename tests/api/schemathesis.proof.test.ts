/** schemathesis asks everything that the OpenAPI document says, rightly and wrongly, and finds nothing; it takes minutes and needs Python. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from './support/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let app: RunningForTests;
beforeAll(async () => {
  install();
  app = await appForTests();
});

/** Streams have no end; signing in is limited per address, which would be all that is found. */
const LEFT_OUT = ['stream', 'sessions.open'].flatMap((id) => ['--exclude-operation-id', id]);

/** What a process asks of its forms, owners and dates is in no schema: right by its shape, a request may still not fit. */
const CHECKS = ['--exclude-checks', 'positive_data_acceptance'];

/** What is wrong may be refused in any of these ways: too large is refused before anybody reads what is in it. */
const REFUSED = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429];
const SETTINGS = `[checks.negative_data_rejection]
expected-statuses = [${REFUSED.map((status) => `"${status}"`).join(', ')}]
`;

test.each(['coordinator', 'administrator'] as const)('as %s nothing is found', async (role) => {
  const { code, said } = await run(join(folder, 'bin', 'schemathesis'), [
    'run',
    `${app.url}/v1/openapi.json`,
    '--header',
    `Authorization: Bearer ${app.tokens[role]}`,
    ...['--max-examples', '10', '--seed', '7', '--request-timeout', '60'],
    ...['--phases', 'examples,coverage,fuzzing', '--warnings', 'off', '--no-color', '--continue-on-failure'],
    ...LEFT_OUT,
    ...CHECKS,
  ]);

  // Bodies may be long; what is said about them is not.
  const lines = said.split('\n').map((line) => line.slice(0, 500));
  expect(code, lines.join('\n').slice(-20_000)).toBe(0);
});

function install(): void {
  writeFileSync(join(folder, 'schemathesis.toml'), SETTINGS);
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', folder]],
    [join(folder, 'bin', 'pip'), ['install', '--quiet', 'schemathesis==4.32.5']],
  ];
  for (const [program, args] of steps) {
    const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (error || status !== 0)
      throw new Error(
        `This proof needs python3 (3.10 or later) with venv and pip: ${program} said ${error?.message ?? stderr}`,
      );
  }
}

function run(program: string, args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString();
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
