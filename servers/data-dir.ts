/** Takes the folder of data for this process alone, so that two starts never work on the same data. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from './lock.ts';
import { SetupProblem } from './setup-problem.ts';

export function claimDataDir(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = tryLock(join(dataDir, 'lock'));
    if (lock.taken) {
      process.once('exit', lock.release);
      return lock.release;
    }
    throw new SetupProblem(
      `Speelruimte already runs on ${dataDir} (process ${lock.holder.pid}, since ${lock.holder.since}). ` +
        'Stop it first, or start this one with another DATA_DIR and PORT.',
    );
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code) throw new SetupProblem(`The folder DATA_DIR=${dataDir} cannot be used: ${message}`);
    throw error;
  }
}
