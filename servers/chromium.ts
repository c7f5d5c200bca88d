/** Finds the browser that tests drive: by CHROME_PATH, on PATH, or installed as a Debian package. */
import { existsSync } from 'node:fs';
import type { Progress } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';
import { onPath, runTool } from './tools.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

export async function chromium(onProgress: Progress): Promise<string> {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupProblem(`CHROME_PATH names ${given}, which does not exist.`);
  }
  const present = browserOnPath() ?? (existsSync(ON_MACOS) ? ON_MACOS : undefined);
  if (present) return present;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    const apt = (args: string[]) =>
      runTool({
        tool: 'apt-get',
        args,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
        doing: 'Installing Chromium for the tests',
        onProgress,
      });
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const installed = browserOnPath();
  if (installed) return installed;
  throw new SetupProblem(
    'The tests need Chromium, which is not on PATH. Install it (Debian: apt-get install chromium), ' +
      'or name the program of a Chrome or Chromium in CHROME_PATH.',
  );
}

function browserOnPath(): string | undefined {
  for (const name of NAMES) {
    const file = onPath(name);
    if (file) return file;
  }
  return undefined;
}
