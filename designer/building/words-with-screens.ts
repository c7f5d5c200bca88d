/**
 * Words come with what says them: a module that asks for the words of a feature brings them along, so that a screen loads
 * its own words and no others, before anything of it is drawn. Part of how the application is built.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const BROUGHT = 'words-of:';
const RESOLVED = `\0${BROUGHT}`;
const asked = /\buseTranslation\(\s*'([^']+)'/g;

/** Which words a module asks for. */
export const wordsAskedIn = (code: string): string[] => [
  ...new Set([...code.matchAll(asked)].map(([, name]) => name as string)),
];

/** Where the words of each feature stand: the list in `all-texts.ts`, read as text. */
export function wordsListed(code: string): Map<string, { exported: string; from: string }> {
  const files = new Map(
    [...code.matchAll(/^import \{ (\w+) \} from '([^']+)';$/gm)].map(([, name, from]) => [
      name as string,
      from as string,
    ]),
  );
  return new Map(
    [...code.matchAll(/^ {2}(\w+): (\w+),$/gm)].flatMap(([, name, exported]) => {
      const from = files.get(exported as string);
      return from === undefined ? [] : [[name as string, { exported: exported as string, from }] as const];
    }),
  );
}

/** `list` is the file that lists all words, `speaking` the one that takes them. */
export function wordsWithScreens(list: string, speaking: string): Plugin {
  let listed = wordsListed(readFileSync(list, 'utf8'));
  const placeOf = (name: string) => {
    const found = listed.get(name);
    if (!found) throw new Error(`Expected the words of '${name}' to be listed in ${list}, but they are not`);
    return found;
  };
  return {
    name: 'words-with-screens',
    enforce: 'pre',
    buildStart() {
      this.addWatchFile(list);
      listed = wordsListed(readFileSync(list, 'utf8'));
    },
    resolveId: (id) => (id.startsWith(BROUGHT) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(RESOLVED)) return undefined;
      const name = id.slice(RESOLVED.length);
      const { exported, from } = placeOf(name);
      const code = [
        `import { speak } from ${JSON.stringify(speaking)};`,
        `import { ${exported} } from ${JSON.stringify(resolve(dirname(list), from))};`,
        `speak(${JSON.stringify(name)}, ${exported});`,
      ].join('\n');
      return { code, moduleSideEffects: true };
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/node_modules/')) return undefined;
      const names = wordsAskedIn(code);
      if (names.length === 0) return undefined;
      for (const name of names) placeOf(name);
      // At the end, so that lines stay where they were; imports come first wherever they stand.
      return {
        code: `${code}\n${names.map((name) => `import '${BROUGHT}${name}';`).join('\n')}\n`,
        map: null,
      };
    },
  };
}
