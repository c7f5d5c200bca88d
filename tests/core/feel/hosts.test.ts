// FEEL gives the same answers where there is no Node: a bare JavaScript context, as in the workflow sandbox and the browser.
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { evaluate, holds, parse } from '../../../core/feel/index.ts';

const now = { at: '2026-10-25T00:30:00.000Z', zone: 'Europe/Amsterdam' };
const questions: [string, Record<string, never> | Record<string, string | number>][] = [
  ['date(start) + duration("P3M")', { start: '2026-11-30' }],
  ['[now(), today(), now().hour]', {}],
  ['for i in 1..3 return i * n', { n: 2 }],
  ['for i in 1..n return i', { n: 1_000_000 }],
  ['fit = "outside" and free > 0', { fit: 'outside' }],
  ['a +', {}],
];

it('answers alike without process, Buffer, crypto or timers', async () => {
  const bundle = await build({
    entryPoints: [new URL('../../../core/feel/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'feel',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const script = `${bundle.outputFiles[0]?.text}
    JSON.stringify(questions.map(([text, variables]) => [
      feel.evaluate(text, variables, now), feel.holds(text, variables, now), feel.parse(text)
    ]))`;

  const there = JSON.parse(runInNewContext(script, { questions, now }));

  const here = questions.map(([text, variables]) => [
    evaluate(text, variables, now),
    holds(text, variables, now),
    parse(text),
  ]);
  expect(there).toEqual(JSON.parse(JSON.stringify(here)));
});
