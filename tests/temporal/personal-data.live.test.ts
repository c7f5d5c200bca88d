/** What people wrote, and names that slip into failures, cannot be read anywhere on the Temporal server. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTemporal, type TemporalServer } from '../../servers/index.ts';
import { KeyDestroyed } from '../../store/index.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { automatic, fourTasks } from './support/processes.ts';
import { until } from './support/until.ts';

const markers = {
  text: 'vertrouwelijk-verhaal-7351',
  mail: 'ada.bloem@voorbeeld.example',
  refusal: 'geweigerde-uitkomst-9127',
  job: 'telefoon-0612345678-in-jobfout',
  store: 'adres-Kerkstraat-12-in-opslagfout',
  start: 'idee-over-de-tuin-4410',
};

let folder: string;
let server: TemporalServer;
let engine: Engine;
const initiative = { keyId: 'initiative-1', key: randomBytes(32) };
let destroyed = false;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'personal-data-'));
  server = await startTemporal({ dataDir: folder, searchAttributes });
  const { address, namespace } = server;
  const keyById = async (keyId: string) => {
    if (keyId !== initiative.keyId || destroyed) throw new KeyDestroyed(keyId);
    return initiative;
  };
  engine = await startEngine({
    server: { address, namespace },
    ports: { keys: { keyOf: async () => initiative, keyById } },
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

it('personal data is in no byte of the server, and after erasure nobody can read it', {
  timeout: 120_000,
}, async () => {
  const { project } = engine.activities;
  let failures = 0;
  engine.activities.runJob = () =>
    Promise.reject(ApplicationFailure.nonRetryable(markers.job, 'FAILED', markers.job));
  engine.activities.project = (input) =>
    failures++ < 2 ? Promise.reject(new Error(markers.store)) : project(input);
  const instance = await engine.start(fourTasks, { data: { idea: markers.start }, updatesPerRun: 3 });
  const stuck = await engine.start(automatic(1));

  const act = (act: Parameters<typeof engine.client.act>[1], id: string) =>
    engine.client.act(instance, act, { id: `${instance}-${id}` });
  accepted(await act({ type: 'set', variables: { story: markers.text, mail: markers.mail } }, '1'));
  accepted(await act({ type: 'complete', task: 'ask', by: 'p-bo', data: { note: markers.text } }, '2'));
  const refused = await act({ type: 'complete', task: 'do', by: 'p-bo', outcome: markers.refusal }, '3');
  expect(refused.ok).toBe(false);
  for (let i = 4; i < 8; i++)
    accepted(await act({ type: 'set', variables: { story: `${markers.text} ${i}` } }, `${i}`));
  await until(() => engine.typesOf(stuck).includes('incident.raised'));
  expect(JSON.stringify(engine.facts.get(stuck))).toContain(markers.job);
  expect((await engine.client.view(instance)).state.variables['']).toMatchObject({ mail: markers.mail });

  destroyed = true;
  await expect(engine.client.view(instance)).rejects.toThrow();
  destroyed = false;
  await engine.stop();
  await server.stop();

  const bytes = readdirSync(folder)
    .filter((name) => name.startsWith('temporal.db'))
    .map((name) => readFileSync(join(folder, name)))
    .reduce((all, more) => Buffer.concat([all, more]));
  expect(bytes.includes(instance)).toBe(true); // so the search would have found the rest
  for (const marker of Object.values(markers))
    expect([marker, bytes.includes(marker)]).toEqual([marker, false]);
});
