/** Own copies: begun with the draft, seen by their maker alone, saved over what was read, put with the draft, thrown away. */
import { beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from './support/app.ts';
import { type Browser, browser, demoPassword, mailOf } from './support/sign-in.ts';

let app: RunningForTests;
let noor: Browser;
let max: Browser;
beforeAll(async () => {
  app = await appForTests();
  [noor, max] = [browser(app), browser(app)];
  await noor.signIn(mailOf.coordinator, demoPassword(app));
  await max.signIn(mailOf.manager, demoPassword(app));
});

const drawing = (id: string, name: string) => ({
  v: 1,
  id,
  name,
  roles: [{ id: 'coordinator', name: 'Coordinator', side: 'us' }],
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [{ id: 'a', from: 'start', to: 'end' }],
});

/** A draft, and a copy of it that belongs to the coordinator. */
async function copied(id: string) {
  const { body } = await noor.ask('POST', '/definitions', { definition: drawing(id, 'As it was') });
  const begun = await noor.ask('POST', `/definitions/${id}/own-copy`, { revision: body.revision });
  expect(begun.status).toBe(201);
  return { at: `/definitions/${id}/own-copy`, draft: `/definitions/${id}`, begun: begun.body };
}
const mark = async (who: Browser, id: string) =>
  (await who.ask('GET', '/definitions')).body.items.find((one: { id: string }) => one.id === id).ownCopy;

test('begins with the draft, and what is saved in it nobody else sees', async () => {
  const { at, draft, begun } = await copied('apart');
  expect(begun).toMatchObject({ revision: 1, baseRevision: 1, base: begun.definition });

  const saved = await noor.ask('PUT', at, { definition: drawing('apart', 'Mine'), revision: 1 });

  expect(saved.body).toMatchObject({ id: 'apart', revision: 2 });
  expect((await noor.ask('GET', at)).body).toMatchObject({
    definition: { name: 'Mine' },
    base: { name: 'As it was' },
  });
  expect((await max.ask('GET', at)).status).toBe(404);
  expect((await max.ask('GET', draft)).body).toMatchObject({
    revision: 1,
    definition: { name: 'As it was' },
  });
  expect([await mark(noor, 'apart'), await mark(max, 'apart')]).toEqual([true, undefined]);
});

test('begun twice is begun once: what was saved in it stays', async () => {
  const { at } = await copied('twice');
  await noor.ask('PUT', at, { definition: drawing('twice', 'Mine'), revision: 1 });

  const again = await noor.ask('POST', at, { revision: 1 });

  expect(again.body).toMatchObject({ revision: 2, definition: { name: 'Mine' } });
});

test('an older revision is refused, of the copy and of the draft', async () => {
  const { at, draft } = await copied('older');
  await noor.ask('PUT', at, { definition: drawing('older', 'Mine'), revision: 1 });

  const late = await noor.ask('PUT', at, {
    definition: drawing('older', 'From another window'),
    revision: 1,
  });
  const gone = await noor.ask('DELETE', `${at}?revision=1`);
  await max.ask('PUT', draft, { definition: drawing('older', 'Theirs'), revision: 1 });
  const begun = await max.ask('POST', at, { revision: 1 });

  expect([late.status, gone.status, begun.status]).toEqual([409, 409, 409]);
  expect((await noor.ask('GET', at)).body.definition.name).toBe('Mine');
});

test('what belongs to another process is refused', async () => {
  const { at } = await copied('other-id');

  const refused = await noor.ask('PUT', at, { definition: drawing('another', 'Mine'), revision: 1 });

  expect([refused.status, refused.body.path]).toEqual([400, 'definition.id']);
});

test('saved as the draft it is gone; over an older draft nothing is saved, and it stays', async () => {
  const { at, draft } = await copied('together');
  await noor.ask('PUT', at, { definition: drawing('together', 'Mine'), revision: 1 });
  await max.ask('PUT', draft, { definition: drawing('together', 'Theirs'), revision: 1 });
  const bring = (revision: number) =>
    noor.ask('PUT', draft, { definition: drawing('together', 'Both'), revision, ownCopy: 2 });

  expect((await bring(1)).status).toBe(409);
  expect((await noor.ask('GET', at)).status).toBe(200);
  expect((await bring(2)).body.revision).toBe(3);
  expect((await noor.ask('GET', at)).status).toBe(404);
  expect((await max.ask('GET', draft)).body.definition.name).toBe('Both');
});

test('drawn on in another window meanwhile, it stays although the draft was saved', async () => {
  const { at, draft } = await copied('windows');
  await noor.ask('PUT', at, { definition: drawing('windows', 'Later'), revision: 1 });

  await noor.ask('PUT', draft, { definition: drawing('windows', 'Earlier'), revision: 1, ownCopy: 1 });

  expect((await noor.ask('GET', at)).body.definition.name).toBe('Later');
});

test('thrown away, the draft is the answer and stays as it was', async () => {
  const { at, draft } = await copied('away');
  const before = (await noor.ask('GET', draft)).body;

  expect((await noor.ask('DELETE', `${at}?revision=1`)).body).toEqual(before);
  expect((await noor.ask('GET', at)).status).toBe(404);
});

test('of nothing there is no copy, and who may not draw has none', async () => {
  expect((await noor.ask('POST', '/definitions/nothing/own-copy', { revision: 1 })).status).toBe(404);
  expect((await app.ask('supporter', 'POST', '/definitions/T1/own-copy', { revision: 1 })).status).toBe(403);
});
