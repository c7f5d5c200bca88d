/** Runs every command of docs/tour.md against a running application and compares what it prints with the page. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

interface Step {
  line: number;
  commands: string;
  prints: string;
}

const MARK = '=== next step ===';

test('every command of the tour prints what the page says', { timeout: 240_000 }, async () => {
  const steps = stepsOf(readFileSync(new URL('../../docs/tour.md', import.meta.url), 'utf8'));
  expect(steps.length).toBeGreaterThan(8);

  const printed = await run(steps.map(({ commands }) => commands).join(`\necho '${MARK}'\n`));

  for (const [i, { line, prints }] of steps.entries())
    expect(printed[i] ?? '', `docs/tour.md line ${line}`).toMatch(patternOf(prints));
});

/** Each `sh` block with the `text` block after it. */
function stepsOf(page: string): Step[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```\n+^```text\n([\s\S]*?)^```$/gm)].map((found) => ({
    line: page.slice(0, found.index).split('\n').length,
    commands: found[1] ?? '',
    prints: (found[2] ?? '').trimEnd(),
  }));
}

/** `…` stands for anything, over lines as well. */
function patternOf(prints: string): RegExp {
  const parts = prints.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

/** In one shell, so that what a step sets is there in the next. */
function run(script: string): Promise<string[]> {
  const env = { ...process.env, SPEELRUIMTE_URL: app.url, DATA_DIR: app.dataDir };
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-u', '-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    shell.stdout.on('data', (chunk) => (out += chunk));
    shell.stderr.on('data', (chunk) => (err += chunk));
    shell.on('error', reject);
    shell.on('close', (code) => {
      if (code !== 0 || err) reject(new Error(`The tour ended with ${code}: ${err}\n${out}`));
      else resolve(out.split(`${MARK}\n`).map((each) => each.trimEnd()));
    });
  });
}
