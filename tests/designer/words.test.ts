/** Holds that both languages say everything, with the same values filled in, and that no key is asked for that nobody wrote. */
import { describe, expect, test } from 'vitest';
import { allTexts } from '../../designer/app/all-texts.ts';
import { codeOf, filesOf } from '../architecture/source-imports.ts';

type Words = { [key: string]: string | Words };

const flat = (words: Words, before = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}${key}`, value] as [string, string]]
      : flat(value, `${before}${key}.`),
  );

const placeholders = (words: string) => [...words.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

const spaces = Object.entries(allTexts).map(
  ([name, { nl, en }]) => [name, new Map(flat(nl as Words)), new Map(flat(en as Words))] as const,
);

describe.each(spaces)('the words of %s', (_, nl, en) => {
  test('are there in Dutch and in English, and never empty', () => {
    expect([...en.keys()].sort()).toEqual([...nl.keys()].sort());
    expect([...nl, ...en].filter(([, words]) => words.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('fill in the same values in both languages', () => {
    const different = [...nl].filter(
      ([key, words]) => placeholders(words).join() !== placeholders(en.get(key) ?? '').join(),
    );

    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('have a plural for every singular', () => {
    const keys = [...nl.keys()];
    const alone = keys.filter(
      (key) =>
        (key.endsWith('_one') && !keys.includes(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !keys.includes(key.replace(/_other$/, '_one'))),
    );

    expect(alone).toEqual([]);
  });
});

test('no screen shows bare words: what stands between tags comes from the texts', () => {
  const bare = filesOf('designer')
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [
        ...codeOf(file).matchAll(
          /^\s*(?:<(?:p|h1|h2|h3|b|span|li|label|button)>)([A-Z][a-z]+(?: [a-z]+)+)[^{<]*</gm,
        ),
      ].map(([, words]) => `${file}: ${words}`),
    );

  expect(bare).toEqual([]);
});
