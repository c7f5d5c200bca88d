/** Holds that every module that says words brings them along when the application is built: nobody ever sees the name of a text instead of the text. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allTexts } from '../../../designer/app/all-texts.ts';
import { wordsAskedIn, wordsListed } from '../../../designer/building/words-with-screens.ts';
import { codeOf, filesOf } from '../../architecture/source-imports.ts';

const list = readFileSync(new URL('../../../designer/app/all-texts.ts', import.meta.url), 'utf8');

test('a module brings the words of every feature it asks for, once', () => {
  const asking = `const { t } = useTranslation('work');\nconst { t: tShared } = useTranslation('shared');\nuseTranslation('work');`;

  expect(wordsAskedIn(asking)).toEqual(['work', 'shared']);
  expect(wordsAskedIn(`const language = useTranslation().i18n.language;`)).toEqual([]);
});

test('all words are found where they are listed', () => {
  expect([...wordsListed(list).keys()].sort()).toEqual(Object.keys(allTexts).sort());
});

test('every module asks for words by a name that can be read in it', () => {
  const hidden = filesOf('designer').flatMap((file) => {
    const code = codeOf(file);
    const calls = [...code.matchAll(/\buseTranslation\(\s*(?!\))/g)].length;
    const read = [...code.matchAll(/\buseTranslation\(\s*'\w+'\s*\)/g)].length;
    return calls === read ? [] : [file];
  });

  expect(hidden).toEqual([]);
});
