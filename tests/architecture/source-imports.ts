/** Reads from source text what a file imports: which module, and whether the import is still there when the code runs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** Path in the repository, of the file that imports. */
  from: string;
  /** Path in the repository for our own files, else the name of the package or `node:…`. */
  to: string;
  /** `import type`: gone at run time. `import { type … }` is not, because the module is still loaded. */
  typeOnly: boolean;
  ours: boolean;
}

export function filesOf(folder: string): string[] {
  const root = join(repository, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !/(^|\/)(node_modules|build)\//.test(file))
    .map((file) => join(folder, file));
}

export const codeOf = (file: string) => withoutComments(readFileSync(join(repository, file), 'utf8'));

/** Line comments are those with a blank before them, so that the `//` of an address stays. */
export const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

export const importsOf = (file: string) => readImports(file, codeOf(file));

const STATIC = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w\s{},*$]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /(typeof\s+)?\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g;

export function readImports(from: string, code: string): Import[] {
  return [...code.matchAll(STATIC), ...code.matchAll(DYNAMIC)].map(([, typeOnly, specifier = '']) => {
    const ours = specifier.startsWith('.');
    const to = ours
      ? relative(repository, resolve(repository, dirname(from), specifier))
      : packageName(specifier);
    return { from, to, typeOnly: Boolean(typeOnly), ours };
  });
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Everything that is loaded when these files run, each with the way that leads to it. */
export function loadedBy(files: string[]): Map<string, string> {
  const ways = new Map(files.map((file) => [file, file]));
  for (const [file, way] of ways)
    for (const { to, typeOnly, ours } of readable(file))
      if (!typeOnly && !ways.has(to)) ways.set(to, `${way} → ${ours ? to : `package ${to}`}`);
  return ways;
}

function readable(file: string): Import[] {
  return /\.(ts|tsx|mjs|js)$/.test(file) && existsSync(join(repository, file)) ? importsOf(file) : [];
}
