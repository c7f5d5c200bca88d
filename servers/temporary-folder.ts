/** Makes folders for temporary servers, and removes those whose owner died without doing so. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftBehind } from './child.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

const PREFIX = 'speelruimte-';
const OWNER = 'owner.json';

export async function temporaryFolder(): Promise<string> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, OWNER), JSON.stringify(identify(process.pid) ?? null));
  return folder;
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const owner = JSON.parse(readFileSync(join(folder, OWNER), 'utf8')) as ProcessIdentity | null;
      if (!owner || isAlive(owner)) continue;
      for (const server of ['temporal', 'mongo']) await stopLeftBehind(folder, server);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not ours, or another process is sweeping it right now.
    }
  }
}
