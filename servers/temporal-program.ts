/** Finds, downloads or builds the program of the Temporal development server. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { downloadArchive } from './download.ts';
import type { Progress } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';
import { onPath, runTool } from './tools.ts';

/** The last version that can be installed from the Go module proxy: later ones have replace directives. */
const VERSION = '1.5.1';
const NAME = `temporal-${VERSION}-${process.platform}-${process.arch}`;

export async function temporalProgram(onProgress: Progress): Promise<string> {
  const present = onPath('temporal');
  if (present) return present;
  const folder = await cached(NAME, onProgress, async (target) => {
    if (!(await downloadArchive(downloadUrl(), target, onProgress))) await build(target, onProgress);
    rmSync(join(target, 'archive.tar.gz'), { force: true });
    await runTool({
      tool: join(target, 'temporal'),
      args: ['--version'],
      doing: 'Trying the Temporal server',
      onProgress,
    });
  });
  return join(folder, 'temporal');
}

function downloadUrl(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return `https://temporal.download/cli/archive/v${VERSION}?platform=${process.platform}&arch=${arch}`;
}

async function build(target: string, onProgress: Progress): Promise<void> {
  if (!onPath('go'))
    throw new SetupProblem(
      'No Temporal server was found: none on PATH or in the cache, and it could not be downloaded. ' +
        'Install Go 1.24 or later so that it can be built, or put the program "temporal" on PATH, ' +
        'or give the address of a running server in TEMPORAL_ADDRESS.',
    );
  onProgress('Building the Temporal server from its source; this happens once and takes some minutes');
  await runTool({
    tool: 'go',
    args: ['install', '-ldflags', '-s -w', `github.com/temporalio/cli/cmd/temporal@v${VERSION}`],
    env: { GOBIN: target },
    // Elsewhere a go.mod or go.work of the folder we happen to be in would have a say.
    cwd: target,
    doing: 'Building the Temporal server',
    onProgress,
  });
}
