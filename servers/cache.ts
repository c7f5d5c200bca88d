/** The user's cache folder, where built and downloaded servers are kept so that all clones share them. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { waitForLock } from './lock.ts';
import type { Progress } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';

export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'speelruimte');
}

/**
 * Gives the folder `name` of the cache, filled by `fill` when it is not there yet. `fill` works in a folder
 * aside that is renamed at the end, so a half-filled entry is never seen; a lock keeps two processes from filling it at once.
 */
export async function cached(
  name: string,
  onProgress: Progress,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const release = await lockEntry(folder, onProgress);
  const aside = `${folder}.part`;
  try {
    if (existsSync(folder)) return folder;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    await fill(aside);
    renameSync(aside, folder);
    return folder;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    release();
  }
}

async function lockEntry(folder: string, onProgress: Progress): Promise<() => void> {
  try {
    return await waitForLock(`${folder}.lock`, ({ pid }) =>
      onProgress(`Process ${pid} is already preparing this; waiting for it`),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR')
      throw new SetupProblem(
        `The cache folder ${cacheFolder()} cannot be written (${code}). Give XDG_CACHE_HOME a folder that can.`,
      );
    throw error;
  }
}
