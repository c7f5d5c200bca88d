/** Holds that what is FEEL is told so by its schema: who renames a variable looks for that, and for nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Properties of `contract` with what is said of them. */
const told = readdirSync('contract').flatMap((file) => {
  if (!file.endsWith('.ts')) return [];
  const source = readFileSync(`contract/${file}`, 'utf8');
  return [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+): ([^\n]*)/g)].map(
    ([, says = '', name, is = '']) => ({ place: `${file} ${name}`, says, is }),
  );
});
const FEEL = /\b(Feel|Amount|Mapping|MessageTrigger|ThrownMessage)\b/;
/** A text that is FEEL only behind `=`, and names of tables that FEEL is worked out in. */
const OTHERWISE = ['form.ts default', 'decision.ts needs'];

test('what is said to be FEEL is Feel, so that no name is forgotten when it changes', () => {
  const said = told.filter(({ says }) => /\bFEEL\b/.test(says));
  const wrong = said.filter(({ place, is }) => !FEEL.test(is) && !OTHERWISE.includes(place));

  expect(said.length).toBeGreaterThan(15);
  expect(wrong.map(({ place }) => place)).toEqual([]);
});
