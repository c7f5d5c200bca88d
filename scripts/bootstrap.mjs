/** What must be true before anything else runs: a fitting Node, and the dependencies of package-lock.json. Uses no dependency. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('..', import.meta.url));

export async function bootstrap() {
  requireNode();
  if (!dependenciesAreInstalled()) await installDependencies();
}

function requireNode() {
  const wanted = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).engines.node;
  const parts = (version) => version.match(/\d+/g).map(Number);
  const [major, minor] = parts(process.versions.node);
  const [wantedMajor, wantedMinor] = parts(wanted);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(`Speelruimte needs Node ${wanted}; this is ${process.version}.`);
}

/** Compares with the list npm leaves after a complete installation, so an interrupted one counts as missing. */
function dependenciesAreInstalled() {
  const packagesOf = (file) => JSON.parse(readFileSync(join(repository, file), 'utf8')).packages;
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' ||
        installed[path]?.version === version ||
        ((optional || devOptional) && !installed[path]),
    );
  } catch {
    return false;
  }
}

async function installDependencies() {
  const started = Date.now();
  const say = () =>
    process.stderr.write(`  Installing dependencies (${Math.round((Date.now() - started) / 1000)} s)\n`);
  say();
  const repeat = setInterval(say, 10_000);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Standard output belongs to whoever asked for something, such as JSON.
  const code = await run(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {}, [
    'inherit',
    2,
    'inherit',
  ]);
  clearInterval(repeat);
  if (code !== 0) fail('The dependencies could not be installed; npm says why above.');
}

/** Runs a program to its end in the repository and gives its exit code. */
export function run(program, args, env = {}, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: repository,
      stdio,
      env: { ...process.env, ...env },
    });
    // Ctrl-C reaches the child too; wait for it to end in its own order.
    const forward = (signal) => child.kill(signal);
    const wait = () => {};
    process.on('SIGINT', wait).on('SIGTERM', forward);
    child.once('error', (error) => fail(`${program} cannot be run: ${error.message}`));
    child.once('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', forward);
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}

export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n\n`);
  process.exit(1);
}
