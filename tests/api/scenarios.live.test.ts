/** Scenarios of a process through the API: kept, listed, saved over, refused when wrong, taken as a file that the command line runs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { Playing, stageToPlay, writeScenario } from '../../core/trying/index.ts';
import { draw, end, outcomes, start, task } from '../core/check/drawing.ts';
import { appForTests, type RunningForTests } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
  const saved = await app.ask('coordinator', 'POST', '/definitions', { definition });
  expect(saved.status).toBe(201);
});

const definition = {
  ...draw(
    [start(), task('ask', { outcomes: outcomes('yes', 'no') }), end('done'), end('not')],
    'start > ask; ask > done [yes]; ask > not [no]',
  ),
  id: 'tried',
};
const path = '/definitions/tried/scenarios';

/** What somebody played. */
function played(title: string) {
  const stage = stageToPlay({ definition, at: '2026-01-12T09:00:00.000Z' });
  const playing = new Playing(stage);
  playing.play({ start: { by: 'coordinator' } });
  playing.play({ complete: { task: 'ask', outcome: 'yes' } });
  return writeScenario({ title, process: 'tried', stage, items: playing.items });
}

describe('a scenario', () => {
  test('is kept with its process, saved over the revision that was read, and removed', async () => {
    const made = await app.ask('coordinator', 'POST', path, { scenario: played('Yes') });
    expect(made.status).toBe(201);
    const { id } = made.body;

    const listed = await app.ask('supporter', 'GET', path);
    expect(listed.body.items).toMatchObject([
      { id, process: 'tried', revision: 1, scenario: { scenario: 'Yes' } },
    ]);

    const renamed = { ...played('Yes'), scenario: 'Said yes' };
    const saved = await app.ask('manager', 'PUT', `${path}/${id}`, { scenario: renamed, revision: 1 });
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);
    const late = await app.ask('coordinator', 'PUT', `${path}/${id}`, { scenario: renamed, revision: 1 });
    expect([late.status, late.body.code]).toEqual([409, 'STALE']);
    expect((await app.ask('coordinator', 'GET', `${path}/${id}`)).body.scenario).toEqual(renamed);

    const left = await app.ask('coordinator', 'DELETE', `${path}/${id}`);
    expect(left.body).toEqual({ items: [] });
    expect((await app.ask('coordinator', 'GET', `${path}/${id}`)).status).toBe(404);
  });

  test('is a file that holds on the command line, beside the file of its process', async () => {
    const { body } = await app.ask('coordinator', 'POST', path, { scenario: played('As a file') });

    const file = await app.ask('coordinator', 'GET', `${path}/${body.id}/file`);

    expect(file.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
    try {
      writeFileSync(join(folder, 'tried.json'), JSON.stringify(definition));
      writeFileSync(join(folder, 'as-a-file.scenario.yaml'), file.body as unknown as string);
      const cli = fileURLToPath(new URL('../../cli/speelruimte.mjs', import.meta.url));
      const run = spawnSync(
        process.execPath,
        [cli, 'simulate', join(folder, 'as-a-file.scenario.yaml'), '--json'],
        {
          encoding: 'utf8',
        },
      );
      expect([run.status, JSON.parse(run.stdout)], run.stderr).toMatchObject([0, { ok: true, failures: [] }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('that cannot be read is refused, with the step and what was expected there', async () => {
    const wrong = { ...played('Wrong'), steps: [{ start: {} }, { dance: { task: 'ask' } }] };

    const { status, body } = await app.ask('coordinator', 'POST', path, { scenario: wrong });

    expect([status, body.code]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(body.problems).toMatchObject([
      { path: 'scenario.steps[1]', message: expect.stringContaining('dance') },
    ]);
  });

  test('of another process, or of one that is not there, is refused', async () => {
    const other = { ...played('Other'), process: 'T1' };

    expect((await app.ask('coordinator', 'POST', path, { scenario: other })).body).toMatchObject({
      code: 'INVALID_ARGUMENT',
      path: 'scenario.process',
    });
    const nowhere = { ...played('Nowhere'), process: 'nowhere' };
    const answer = await app.ask('coordinator', 'POST', '/definitions/nowhere/scenarios', {
      scenario: nowhere,
    });
    expect([answer.status, answer.body.path]).toEqual([404, 'definition']);
  });
});
