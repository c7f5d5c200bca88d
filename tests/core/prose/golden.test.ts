// Whole processes as they read, to be looked at: `npm run test:update` writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asText, tell } from '../../../core/prose/index.ts';
import { readTemplate } from '../../templates/read-template.ts';

test.each([
  ['T12', 'nl'],
  ['T12', 'en'],
  ['T2', 'nl'],
  ['T7', 'en'],
] as const)('%s in %s', (id, language) => {
  const path = new URL(`golden/${id}.${language}.txt`, import.meta.url);
  const text = asText(tell(readTemplate(id), language), language);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);

  expect(text).toBe(readFileSync(path, 'utf8'));
});
