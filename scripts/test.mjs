/**
 * `npm test`: dependencies, servers and browser, then types, lint and all tests but the slow proofs.
 * `--fast` runs no test that needs servers, `--prove` only the slow proofs, `--update` rewrites golden files; names of test files narrow it down.
 * `--prove --only mutation [--folder calendar | --sample 100]` runs no proof but asks whether the tests of core notice when it is wrong (tests/README.md).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, fail, repository, run } from './bootstrap.mjs';
import { buildDesigner } from './build-designer.mjs';

const flags = ['--fast', '--prove', '--update'];
const [fast, prove, update] = flags.map((flag) => process.argv.includes(flag));
const rest = process.argv.slice(2).filter((arg) => !flags.includes(arg));

process.env.TZ = 'UTC';
await bootstrap();
if (prove && given('--only') === 'mutation') {
  const { mutate } = await import('./mutate.mjs');
  await mutate(given('--folder'), given('--sample')).catch((error) => fail(error.message));
  process.exit(0);
}
if (!fast) await prepareServers();
if (!prove && !update && rest.length === 0) {
  await must('Types', 'typescript/bin/tsc', ['-p', '.']);
  await must('Types of core', 'typescript/bin/tsc', ['-p', 'core']);
  await must('Lint', '@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error', '.']);
}
const groups = prove ? ['prove'] : fast ? ['fast'] : ['fast', 'live'];
await must(
  'Tests',
  'vitest/vitest.mjs',
  // At the end: it would take the name of a file for how to update.
  ['run', ...groups.flatMap((group) => ['--project', group]), ...rest, ...(update ? ['--update'] : [])],
  update ? { UPDATE_GOLDEN: '1' } : {},
);

function given(flag) {
  const at = rest.indexOf(flag);
  return at < 0 ? undefined : rest[at + 1];
}

async function must(title, script, args, env = {}) {
  const file = join('node_modules', script);
  if (!existsSync(join(repository, file)))
    fail(`${file} is missing; remove node_modules and run this again.`);
  process.stderr.write(`\n${title}\n`);
  const code = await run(process.execPath, [file, ...args], env);
  if (code !== 0) process.exit(code);
}

/** Before the tests, so that minutes of building are seen as such and not as a test that hangs. */
async function prepareServers() {
  const { register } = await import('tsx/esm/api');
  register();
  const { prepareForTests } = await import('../servers/prepare.ts');
  try {
    await prepareForTests();
    await buildDesigner();
  } catch (error) {
    fail(error.name === 'SetupProblem' ? error.message : error.stack);
  }
}
