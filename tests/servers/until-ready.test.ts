/** A server that cannot have its port is given up at once, also when its process stays; free ports are none of those given in passing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChild } from '../../servers/child.ts';
import { freePort } from '../../servers/ports.ts';
import { isPortTaken, untilReady } from '../../servers/until-ready.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'until-ready-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const server = (script: string) =>
  startChild({ name: 'server', program: process.execPath, args: ['-e', script], dataDir });
const silent = () => Promise.reject(new Error('no answer'));

test('one that says its port is taken, and stays', async () => {
  const child = await server(`
    console.error('Exception in thread "main" java.net.BindException: Address already in use');
    for (let line = 0; line < 20; line++) console.error('at somewhere');
    setInterval(() => {}, 1000);
  `);

  const refused = await untilReady('Test', child, silent).catch((error: unknown) => error);

  expect(isPortTaken(refused)).toBe(true);
  expect(child.lastWords()).toBeDefined();
});

test('one that ends', async () => {
  const child = await server(`console.error('no room'); process.exit(3)`);

  await expect(untilReady('Test', child, silent)).rejects.toThrow(/did not start: .*code 3\. no room/);
});

test('free ports lie below those for connections outward', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));

  for (const port of ports) expect(port).toBeLessThan(32_000);
  expect(new Set(ports).size).toBeGreaterThan(15);
});
