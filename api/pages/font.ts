/** Our type, as it is installed with us: served to pages, and within drawings that are kept. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

let woff2: Buffer | undefined;

export function fontFile(): Buffer {
  woff2 ??= readFileSync(
    createRequire(import.meta.url).resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  );
  return woff2;
}
