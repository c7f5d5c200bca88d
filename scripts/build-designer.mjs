/** Builds the staff's application into `build/designer` when its sources changed since the last time; run by itself it builds at once. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { repository, run } from './bootstrap.mjs';

const SOURCES = ['designer', 'core', 'contract', 'bpmn', 'templates'];
/** This file too: how it is built is part of what it is. */
const SELF = fileURLToPath(import.meta.url);
const target = join(repository, 'build/designer');
/** Holds the hash of the sources it was made from. */
const STAMP = 'sources.sha256';

/** Nothing to do when it is there already (a hundredth of a second); otherwise some seconds in a process of its own. */
export async function buildDesigner() {
  const hash = hashOfSources();
  if (isBuiltFrom(hash)) return;
  process.stderr.write('  Building the screens\n');
  const code = await run(process.execPath, [SELF, hash], {}, ['ignore', 2, 'inherit']);
  if (code !== 0) throw new Error('The screens could not be built; what went wrong stands above.');
}

function isBuiltFrom(hash) {
  try {
    return readFileSync(join(target, STAMP), 'utf8') === hash;
  } catch {
    return false;
  }
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = SOURCES.filter((folder) => existsSync(join(repository, folder))).flatMap((folder) =>
    readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  for (const file of [...files, join(repository, 'package-lock.json'), SELF])
    hash.update(file.slice(repository.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Made beside and put in place whole, so that nobody is ever served half of it. */
async function build(hash) {
  const { build: viteBuild } = await import('vite');
  const beside = `${target}.${process.pid}`;
  await viteBuild({
    configFile: join(repository, 'designer/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: beside },
  });
  compress(join(beside, 'assets'));
  writeFileSync(join(beside, STAMP), hash);
  mkdirSync(join(repository, 'build'), { recursive: true });
  try {
    rmSync(target, { recursive: true, force: true });
    renameSync(beside, target);
  } catch (error) {
    // Somebody else was building at the same time, and was first.
    rmSync(beside, { recursive: true, force: true });
    if (!isBuiltFrom(hash)) throw error;
  }
}

/** Once here instead of at every request. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const content = readFileSync(join(folder, name));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, quality));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

if (process.argv[1] === SELF) await build(process.argv[2] ?? hashOfSources());
