/** The code of the workflows in one piece, made once for each content of the sources and kept in a folder. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { failureConverterPath } from './data-converter.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'workflows',
  'core',
  'contract',
  'activities/types.ts',
  'worker/codec/failure-converter.cjs',
  'worker/bundle.ts',
];
/**
 * Loaded once and shared by all workflows of a thread: a third of an instance's processor time was loading it anew. It may
 * be, because core is pure: what its modules remember (parsed expressions) is the same for everybody.
 */
const SHARED = [join(ROOT, 'core/index.ts')];
const LIBRARIES = ['@temporalio/worker', '@temporalio/workflow', 'feelin'];
const DEFAULT_FOLDER = join(ROOT, 'node_modules/.cache/speelruimte');

/** Reads the bundle of these very sources, or makes it (two seconds) and keeps it; older ones are removed. */
export async function workflowBundle(
  folder = DEFAULT_FOLDER,
  workflowsPath = join(ROOT, 'workflows/index.ts'),
): Promise<WorkflowBundle> {
  const kind = createHash('sha256').update(workflowsPath).digest('hex').slice(0, 8);
  const name = `workflows-${kind}-${hashOfSources(workflowsPath)}.js`;
  const file = join(folder, name);
  try {
    return { code: readFileSync(file, 'utf8') };
  } catch {
    const { code } = await bundleWorkflowCode({
      workflowsPath,
      failureConverterPath,
      preloadModules: SHARED,
      webpackConfigHook: modern,
      logger: quiet,
    });
    keep(folder, name, code);
    for (const other of readdirSync(folder))
      if (other.startsWith(`workflows-${kind}-`) && other !== name)
        rmSync(join(folder, other), { force: true });
    return { code };
  }
}

type Hook = NonNullable<Parameters<typeof bundleWorkflowCode>[0]['webpackConfigHook']>;

/**
 * As new a language as our lowest Node knows. The SDK asks for that of 2017, in which each `{ ...a }` is a function that
 * defines property by property: a third of what the core costs.
 */
const modern: Hook = (config) => {
  for (const rule of config.module?.rules ?? []) {
    const use = rule && typeof rule === 'object' ? rule.use : undefined;
    const options = use && typeof use === 'object' && 'options' in use ? use.options : undefined;
    if (typeof options === 'object' && options.jsc) options.jsc.target = 'es2022';
  }
  return config;
};

/** Written beside and renamed, so that another process never reads half a bundle. */
function keep(folder: string, name: string, code: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${process.pid}.draft`);
  writeFileSync(draft, code);
  renameSync(draft, join(folder, name));
}

function hashOfSources(workflowsPath: string): string {
  const hash = createHash('sha256');
  for (const file of [...SOURCES.flatMap((source) => filesIn(join(ROOT, source))), workflowsPath])
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  const require = createRequire(import.meta.url);
  for (const library of LIBRARIES) hash.update(versionOf(require.resolve(library)));
  return hash.digest('hex').slice(0, 32);
}

function filesIn(path: string): string[] {
  if (/\.c?[jt]s$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.c?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Version of the package that a resolved file belongs to: packages need not export their package.json. */
function versionOf(file: string): string {
  for (let folder = join(file, '..'); ; folder = join(folder, '..')) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (name && version) return `${name}@${version}`;
    } catch {
      if (folder === join(folder, '..'))
        throw new Error(`Expected a package.json above ${file}, but found none`);
    }
  }
}

const nothing = () => {};
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
