/**
 * A test in a browser that fails beside everything else is looked at once more by itself (docs/adr/0030): what fails again is wrong,
 * what holds then is said at the end, with where the report of the first look is, so that it is mended and not forgotten.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/** More failing at once is no coincidence. */
const AT_MOST = 2;
const IN_A_BROWSER = /^tests\/(e2e|pages)\/.*\.live\.test\.tsx?$/;

export const firstLook = join(repository, 'build', 'first-look.json');

/** Of what vitest writes, what is asked for here. */
const Report = z.object({ testResults: z.array(z.object({ name: z.string(), status: z.string() })) });
export type Report = z.infer<typeof Report>;

/** How vitest is asked to write down what failed. */
export function reported(): string[] {
  rmSync(firstLook, { force: true });
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${firstLook}`];
}

/** The files to look at again; none when anything failed that a busy machine does not explain. Takes a report as vitest writes it. */
export function worthASecondLook({ testResults }: Report): string[] {
  const failed = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(repository, name).replaceAll('\\', '/'));
  return failed.length <= AT_MOST && failed.every((file) => IN_A_BROWSER.test(file)) ? failed : [];
}

/** What the last run wrote; nothing failed when it came to no report. */
export const readReport = (): Report =>
  existsSync(firstLook) ? Report.parse(JSON.parse(readFileSync(firstLook, 'utf8'))) : { testResults: [] };
