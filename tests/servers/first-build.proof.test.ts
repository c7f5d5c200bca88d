/** Holds that both servers can be built into an empty cache and started from there; it takes minutes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { startMongo } from '../../servers/mongo.ts';
import { toStderr } from '../../servers/progress.ts';
import { startTemporal } from '../../servers/temporal.ts';

const cache = mkdtempSync(join(tmpdir(), 'first-build-'));
vi.stubEnv('XDG_CACHE_HOME', cache);
afterAll(() => rmSync(cache, { recursive: true, force: true }));

test('both servers come up from an empty cache', async () => {
  const servers = await Promise.all([
    startTemporal({ onProgress: toStderr }),
    startMongo({ onProgress: toStderr }),
  ]);

  expect(servers.map(({ kind }) => kind)).toEqual(['embedded', expect.stringMatching(/^(mongod|stand-in)$/)]);
  await Promise.all(servers.map((server) => server.stop()));
});
