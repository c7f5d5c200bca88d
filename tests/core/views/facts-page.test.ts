/** docs/facts.md lists exactly the facts of contract/fact.ts, with exactly their fields. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Type → fields, read from the union's source text: types are gone when the code runs. */
function factsOfContract(): Record<string, string[]> {
  const source = read('contract/fact.ts').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const union = source.slice(source.indexOf('export type FactBody'), source.indexOf('export type Fact ='));
  return Object.fromEntries(
    members(union).map((member) => {
      const flat = withoutNested(member);
      const fields = [...flat.matchAll(/(\w+\??):/g)].map(([, field]) => field as string);
      return [/type: '([^']+)'/.exec(member)?.[1], fields.filter((field) => field !== 'type')];
    }),
  );
}

function members(union: string): string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < union.length; i++) {
    if (union[i] === '{' && depth++ === 0) start = i + 1;
    if (union[i] === '}' && --depth === 0) found.push(union.slice(start, i));
  }
  return found;
}

const withoutNested = (text: string): string => {
  const less = text.replace(/\{[^{}]*\}|<[^<>]*>/g, 'nested');
  return less === text ? text : withoutNested(less);
};

test('the page of facts lists every type with its fields and a sentence, and nothing else', () => {
  const rows = [...read('docs/facts.md').matchAll(/^\| `([^`]+)` \| (.+?) \| (.*?) ?\|$/gm)];
  const onPage = Object.fromEntries(
    rows.map(([, type, , fields = '']) => [
      type,
      [...fields.matchAll(/`([^`]+)`/g)].map(([, field]) => field),
    ]),
  );

  expect(Object.keys(onPage).length).toBeGreaterThan(50);
  expect(onPage).toEqual(factsOfContract());
});
