/**
 * A worker built together with the page: what both need is loaded once and kept once, instead of a copy of its own for the
 * worker. Part of how the application is built; while developing, Vite serves the worker as it is.
 */
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** `file` is the worker; whoever opens it says `new URL('./its-name.ts', import.meta.url)`. */
export function workerWithPage(file: string): Plugin {
  const written = `new URL('./${basename(file)}', import.meta.url)`;
  let chunk: string;
  let opened = false;
  return {
    name: 'worker-with-page',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      chunk = this.emitFile({ type: 'chunk', id: file, name: basename(file, '.ts') });
    },
    transform(code) {
      if (!code.includes(written)) return undefined;
      opened = true;
      return {
        code: code.replace(written, `new URL(import.meta.ROLLUP_FILE_URL_${chunk}, import.meta.url)`),
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && !opened)
        this.error(`Expected somebody to open the worker by \`${written}\`, but nobody does`);
    },
  };
}
