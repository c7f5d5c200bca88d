/** docs/bpmn.md names every kind of finding, and what it says of our own namespace is what is written. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importRules } from '../../bpmn/index.ts';
import { OWN } from '../../bpmn/namespaces.ts';

const page = readFileSync(new URL('../../docs/bpmn.md', import.meta.url), 'utf8');

test('every kind of finding has a row, and no other', () => {
  const rows = [...page.matchAll(/^\| `((?:bpmn|dmn)-\w+)` \|/gm)].map(([, rule]) => rule);

  expect(rows.toSorted()).toEqual([...importRules].sort());
});

test('the namespace of our own is named', () => {
  expect(page).toContain(`\`${OWN}\``);
});
