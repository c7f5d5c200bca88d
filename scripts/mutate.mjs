/**
 * `npm run prove -- --only mutation`: changes core a little, thousands of times, and asks of each change whether a test notices.
 * `--folder calendar` takes one folder of core, `--folder engine/terms.ts,engine/timers.ts` only these files, `--sample 100` a
 * hundred lines from all of core (`SAMPLE_SEED` chooses which), to know about how much is noticed. Results are kept in
 * build/mutation, so that a second run does only what changed since; mutants.html there shows each survivor in its place.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { repository } from './bootstrap.mjs';

const stories = [
  'tests/core/*.test.ts',
  'tests/core/scenario/play.test.ts',
  'tests/scenarios/scenarios.test.ts',
];
const ways = [
  'tests/core/engine/*.test.ts',
  'tests/core/migration/*.test.ts',
  'tests/bpmn/scenarios.test.ts',
];

/** Which tests must notice: a folder's own where it has them, else the stories. The first are done when no folder is named. */
const tests = {
  calendar: ['tests/core/calendar/*.test.ts'],
  engine: [...stories, ...ways],
  elements: [...stories, ...ways],
  chasing: ['tests/core/chasing/*.test.ts'],
  mailroom: stories,
  acts: [...stories, ...ways],
  migration: [...stories, ...ways],
  check: ['tests/core/check/*.test.ts'],
  decisions: ['tests/core/**/*.test.ts', 'tests/bpmn/dmn.test.ts'],
  feel: ['tests/core/feel/feel.test.ts'],
  figures: ['tests/core/figures/*.test.ts'],
  forms: ['tests/core/forms/*.test.ts'],
  schedule: ['tests/core/schedule/*.test.ts'],
  texts: ['tests/core/texts/*.test.ts'],
  views: ['tests/core/views/*.test.ts'],
};
const MOST_IMPORTANT = ['calendar', 'engine', 'elements', 'chasing', 'mailroom'];

export async function mutate(wanted, sample) {
  if (sample !== undefined) return mutateSome(Number(sample));
  for (const folder of wanted === undefined ? MOST_IMPORTANT : [wanted]) await mutateOne(folder);
}

/** Lines drawn from all of core, every line as likely as any other; all of its tests must notice. */
async function mutateSome(count) {
  if (!Number.isInteger(count) || count < 1) throw new Error('Expected --sample with a number of lines');
  const lines = readdirSync(join(repository, 'core'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(repository, 'core', file), 'utf8')
        .split('\n')
        .flatMap((line, i) => (SAYS_SOMETHING.test(line) ? [`core/${file}:${i + 1}-${i + 1}`] : [])),
    );
  const seed = Number(process.env.SAMPLE_SEED ?? 1);
  const drawn = lines
    .map((line) => ({ line, key: createHash('sha256').update(`${seed} ${line}`).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map(({ line }) => line);
  process.env.MUTATION_TESTS = [
    'tests/core/**/*.test.ts',
    'tests/scenarios/*.test.ts',
    'tests/bpmn/*.test.ts',
  ].join(',');
  await run(drawn, join('build', 'mutation', `sample-${seed}-${count}`));
}

/** Not a bracket alone, nor a comment, an import or a type. */
const SAYS_SOMETHING =
  /^\s*(?!\/\/|\/\*|\*|import |export type |export interface |type |interface |\} from )(?=.*[(=?<>!&|+]).*\S/;

async function mutateOne(wanted) {
  const parts = wanted.split(',');
  const unknown = parts.find((part) => !(part.split('/')[0] in tests));
  if (unknown !== undefined)
    throw new Error(`Expected --folder ${Object.keys(tests).join(' or ')}, got '${unknown}'`);
  // For the test runners, which are processes of their own.
  process.env.MUTATION_TESTS = [...new Set(parts.flatMap((part) => tests[part.split('/')[0]]))].join(',');
  await run(
    parts.map((part) => (part.endsWith('.ts') ? `core/${part}` : `core/${part}/**/*.ts`)),
    join('build', 'mutation', wanted.replaceAll(/[/,]/g, '-')),
  );
}

async function run(mutate, kept) {
  mkdirSync(join(repository, kept), { recursive: true });
  await new Stryker({
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    ignoreStatic: true, // tables of data: each would need all tests anew
    incremental: true,
    incrementalFile: join(kept, 'incremental.json'),
    tempDirName: join('build', 'mutation', 'sandboxes'),
    ignorePatterns: ['build', 'coverage', '.data*'],
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
    clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
    jsonReporter: { fileName: join(kept, 'mutants.json') },
    htmlReporter: { fileName: join(kept, 'mutants.html') },
    tsconfigFile: 'none', // what Stryker would do with it needs the API of TypeScript, which version 7 has not
    disableTypeChecks: false,
  }).runMutationTest();
}
