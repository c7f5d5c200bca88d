/** Workflows have stack traces of four lines, and nobody else has. */
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { withShortStacks } from '../../worker/short-stacks.ts';

const downFrom = (depth: number) => `const down = (n) => n === 0 ? new Error('here').stack : down(n - 1);
down(${depth});`;
const linesOf = (code: string): string[] =>
  runInNewContext(code, {}, { filename: 'workflows.js' }).split('\n').slice(1);

it('stack traces of workflows have four lines that say where it is', () => {
  const lines = linesOf(withShortStacks({ code: downFrom(20) }).code);

  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toContain('workflows.js:1:');
});

it('lines of code keep their numbers, and other code its stack traces', () => {
  const [where, caller] = linesOf(withShortStacks({ code: downFrom(0) }).code);

  expect(where).toContain('workflows.js:1:');
  expect(caller).toContain('workflows.js:2:');
  expect(linesOf(downFrom(20)).length).toBeGreaterThan(4);
});
