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
(await import('tsx/esm/api')).register();
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
const environment = update ? { UPDATE_GOLDEN: '1' } : {};
const tests = (files, extra = []) =>
  run(process.execPath, [installed('vitest/vitest.mjs'), 'run', ...files, ...extra], environment);
const projects = groups.flatMap((group) => ['--project', group]);

process.stderr.write('\nTests\n');
const everything = groups.includes('live') && rest.length === 0;
const { firstLook, readReport, reported, worthASecondLook } = await import('./second-look.ts');
const code = await tests(projects, [
  ...(everything ? reported() : []),
  ...rest,
  // At the end: it would take the name of a file for how to update.
  ...(update ? ['--update'] : []),
]);
const again = code !== 0 && everything ? worthASecondLook(readReport()) : [];
if (again.length === 0) process.exit(code);

process.stderr.write(`\nA second look, by itself: ${again.join(', ')}\n`);
const second = await tests(['--project', 'live'], again);
if (second === 0)
  process.stderr.write(
    `\nHeld at the second look only: ${again.join(', ')}. What the first saw is above and in ${firstLook}; it is a mistake in the test or in the screen.\n`,
  );
process.exit(second);

function given(flag) {
  const at = rest.indexOf(flag);
  return at < 0 ? undefined : rest[at + 1];
}

async function must(title, script, args) {
  process.stderr.write(`\n${title}\n`);
  const code = await run(process.execPath, [installed(script), ...args]);
  if (code !== 0) process.exit(code);
}

function installed(script) {
  const file = join('node_modules', script);
  if (!existsSync(join(repository, file)))
    fail(`${file} is missing; remove node_modules and run this again.`);
  return file;
}

/** Before the tests, so that minutes of building are seen as such and not as a test that hangs. */
async function prepareServers() {
  const { prepareForTests } = await import('../servers/prepare.ts');
  try {
    await prepareForTests();
    await buildDesigner();
  } catch (error) {
    fail(error.name === 'SetupProblem' ? error.message : error.stack);
  }
}
