/** A lock as a file that names its holder, so that a lock left by a dead process is recognised and taken over. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

export type LockHolder = ProcessIdentity & { since: string };

export type LockAttempt = { taken: true; release(): void } | { taken: false; holder: LockHolder };

let attempts = 0;

export function tryLock(file: string): LockAttempt {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}.${++attempts}`;
  const me = identify(process.pid) ?? { pid: process.pid, started: 'unknown' };
  // Written aside and linked into place: nobody ever reads a half-written lock, and only one link succeeds.
  writeFileSync(own, JSON.stringify({ ...me, since: new Date().toISOString() } satisfies LockHolder));
  const content = readFileSync(own, 'utf8');
  try {
    for (;;) {
      try {
        linkSync(own, file);
        return { taken: true, release: () => readIfThere(file) === content && rmSync(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const found = readIfThere(file);
      if (found === undefined) continue;
      const holder = parseHolder(found);
      if (holder && isAlive(holder)) return { taken: false, holder };
      moveAside(file, found);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Waits for the lock as long as its holder lives. */
export async function waitForLock(file: string, onWait: (holder: LockHolder) => void): Promise<() => void> {
  let said = false;
  for (;;) {
    const attempt = tryLock(file);
    if (attempt.taken) return attempt.release;
    if (!said) onWait(attempt.holder);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Removes a dead lock, unless another process replaced it since `stale` was read: then it is put back. */
function moveAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next round of the caller sees what is there now.
  } finally {
    rmSync(aside, { force: true });
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value && 'started' in value
      ? (value as LockHolder)
      : undefined;
  } catch {
    return undefined;
  }
}
