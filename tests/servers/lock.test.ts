/** Holds the locks: one holder at a time, and a dead holder's lock is no lock. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimDataDir } from '../../servers/data-dir.ts';
import { tryLock } from '../../servers/lock.ts';
import { identify } from '../../servers/process-identity.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'lock-'));

describe('lock', () => {
  test('is held by one at a time and can be taken again after release', () => {
    const file = join(newFolder(), 'lock');
    const first = tryLock(file);

    expect(tryLock(file)).toMatchObject({ taken: false, holder: { pid: process.pid } });

    if (first.taken) first.release();
    expect(tryLock(file).taken).toBe(true);
  });

  test('left by a process that died is taken over', async () => {
    const file = join(newFolder(), 'lock');
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const holder = identify(child.pid as number);
    writeFileSync(file, JSON.stringify({ ...holder, since: 'then' }));
    expect(tryLock(file).taken).toBe(false);

    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(tryLock(file).taken).toBe(true);
  });

  test('whose process id now means another process is taken over', () => {
    const file = join(newFolder(), 'lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'in another life', since: 'then' }));

    expect(tryLock(file).taken).toBe(true);
  });

  test('that was half written or emptied is taken over', () => {
    const file = join(newFolder(), 'lock');
    writeFileSync(file, '{"pid":');

    expect(tryLock(file).taken).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });
});

describe('folder of data', () => {
  test('in use by another start is told with its process and what to do', () => {
    const folder = newFolder();
    const release = claimDataDir(folder);

    expect(() => claimDataDir(folder)).toThrow(
      new RegExp(`already runs on ${folder} \\(process ${process.pid}.*another DATA_DIR`),
    );

    release();
    claimDataDir(folder)();
  });

  test('that cannot be made is told by its variable', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');

    expect(() => claimDataDir(`${file}/data`)).toThrow(`The folder DATA_DIR=${file}/data cannot be used`);
  });
});
