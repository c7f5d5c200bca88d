/** Holds that a message begins a process in the initiative it comes from, outside rehearsals as well. */
import { beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const drawing = (id: string, elements: object[], flows: [string, string][]) => ({
  v: 1,
  id,
  name: { nl: id, en: id },
  roles: [],
  elements,
  flows: flows.map(([from, to], i) => ({ id: `f${i}`, from, to })),
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
});

async function publish(definition: { id: string }): Promise<void> {
  const created = await app.ask('coordinator', 'POST', '/definitions', { definition });
  expect(created.status).toBe(201);
  const note = 'First version';
  const published = await app.ask('coordinator', 'POST', `/definitions/${definition.id}/versions`, {
    revision: 1,
    note,
  });
  expect(published.body).toMatchObject({ version: 1 });
}

test('what begins by a message belongs to the initiative of who threw it, and begins once', async () => {
  await publish(
    drawing(
      'back',
      [
        {
          id: 'begin',
          type: 'startEvent',
          name: 'Back',
          triggers: { message: { name: 'come-back', key: 'initiativeId' } },
        },
        {
          id: 'talk',
          type: 'userTask',
          name: 'Talk',
          roles: ['supporter'],
          term: { amount: 5, unit: 'workingDays' },
        },
        { id: 'end', type: 'endEvent' },
      ],
      [
        ['begin', 'talk'],
        ['talk', 'end'],
      ],
    ),
  );
  await publish(
    drawing(
      'away',
      [
        { id: 'begin', type: 'startEvent', name: 'Away' },
        {
          id: 'tell',
          type: 'intermediateThrowEvent',
          throws: { message: { name: 'come-back', key: 'initiativeId' } },
        },
        { id: 'end', type: 'endEvent' },
      ],
      [
        ['begin', 'tell'],
        ['tell', 'end'],
      ],
    ),
  );
  const { initiative } = (
    await app.ask('coordinator', 'POST', '/initiatives', { process: 'T1', ...registration() })
  ).body;
  const thrower = (await app.ask('coordinator', 'POST', '/instances', { process: 'away', initiative })).body;
  expect(thrower.instance).toBeDefined();

  const begun = async () =>
    (await app.ask('coordinator', 'GET', `/instances?initiative=${initiative}`)).body.items
      .filter(({ process }: { process: string }) => process === 'back')
      .map(({ status }: { status: string }) => status);
  await expect.poll(begun, { timeout: 30_000 }).toEqual(['running']);
});

test('processes that begin one another without end are stopped, and somebody sees where', async () => {
  await publish(
    drawing(
      'again',
      [
        { id: 'begin', type: 'startEvent', name: 'Again', triggers: { message: { name: 'again' } } },
        { id: 'tell', type: 'intermediateThrowEvent', throws: { message: { name: 'again' } } },
        { id: 'end', type: 'endEvent' },
      ],
      [
        ['begin', 'tell'],
        ['tell', 'end'],
      ],
    ),
  );
  await app.ask('coordinator', 'POST', '/instances', { process: 'again', element: 'begin' });

  const stuck = async () => {
    const { body } = await app.ask('coordinator', 'GET', '/incidents');
    return body.items.map(({ code, element }: { code: string; element: string }) => [code, element]);
  };
  await expect.poll(stuck, { timeout: 120_000, interval: 1_000 }).toEqual([['ENDLESS_LOOP', 'tell']]);
});
