import { beforeAll, describe, expect, test } from 'vitest';
import type { FactBody, OutgoingMessage } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import { liveServers } from '../../servers/in-tests.ts';
import { KeyDestroyed, openStore, prepareStore, type Store } from '../../store/index.ts';
import { AT, begin, ORG, promise, registration, SECRET, storeForTests, story, task } from './store.ts';

/** Words that may not be found anywhere, each planted in another place. */
const NAME = 'Zwaantje Geheimenburg';
const MAIL = 'zwaantje@geheim.example';
const PHONE = '0612345999';
const STREET = 'Verborgenstraat 7';
const IDEA = 'muziekkoepel van karton';
const TEXT = 'de sleutel van de gymzaal regelen';
const WHY = 'wegens liefdesverdriet';
const ANSWER = 'niemand kwam behalve mijn moeder';
const SUBJECT = 'Over jullie kartonnen plan';
const LEARNING = 'karton houdt niet van regen';
const ACT_WHY = 'ruzie in de groep';
const PUBLISHED = 'wethouder Fluisterman';
const PLANTED = [NAME, MAIL, PHONE, STREET, IDEA, TEXT, WHY, ANSWER, SUBJECT, LEARNING, ACT_WHY, PUBLISHED];

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
  await plant('ini_1', 'pi_1');
  await plant('ini_2', 'pi_2');
});

const facts: (FactBody & { by?: string })[] = [
  { ...begin, data: { idea: IDEA, yourName: NAME, contact: MAIL } } as FactBody,
  task('e1', { name: { nl: SUBJECT, en: SUBJECT } }),
  promise('c1', { text: TEXT, why: WHY }),
  { type: 'contact.logged', item: 'n3', outcome: 'reached', note: PHONE },
  { type: 'task.completed', element: 'n3', key: 'e1', task: 'n3', first: true, data: { happened: ANSWER } },
  {
    type: 'commitment.rePromised',
    commitment: 'c1',
    from: '2026-09-14',
    to: '2026-09-21',
    why: WHY,
    count: 1,
  },
  { type: 'raised', key: 'r1', to: 'per_max', role: 'manager', level: 'manager', text: ACT_WHY },
  { type: 'incident.raised', incident: 'i1', element: 'n6', code: 'JOB_NO_RETRIES', message: ANSWER },
  { type: 'variables.set', variables: { idea: IDEA }, scope: '' },
  { type: 'message.received', element: 'n7', data: { from: NAME } },
];

async function plant(initiative: string, instance: string) {
  await store.people.create({
    id: `per_of_${initiative}`,
    org: ORG,
    side: 'initiator',
    language: 'nl',
    name: NAME,
    mail: MAIL,
    phone: PHONE,
    post: STREET,
  });
  const words = { title: IDEA, idea: ANSWER, place: STREET };
  await store.initiatives.create({ id: initiative, org: ORG, roles: {}, createdAt: AT, words });
  await store.instances.register(registration(instance, { initiative }));
  await store.project({ instance, facts: story(instance, facts) });
  await store.messages.queue({
    org: ORG,
    message: { ...message(instance), key: `${instance}/m1` },
    messageId: `<${instance}@x>`,
    initiatives: [initiative],
    rendered: { subject: SUBJECT, text: `Beste ${NAME}, ${TEXT}` },
  });
  await store.results.add({
    id: `${instance}/j1`,
    org: ORG,
    instance,
    initiative,
    kind: 'learning',
    at: AT,
    data: { note: LEARNING },
  });
  const act = { type: 'stop', why: ACT_WHY } as const;
  await store.acts.create({
    id: `act_${initiative}`,
    org: ORG,
    initiative,
    at: AT,
    act,
    instances: [instance],
  });
  await store.subscriptions.publish(
    {
      id: `msg_${initiative}`,
      org: ORG,
      name: 'answer',
      at: AT,
      until: '2027-01-01T00:00:00.000Z',
      data: { who: PUBLISHED },
    },
    initiative,
  );
}

const message = (instance: string): OutgoingMessage => ({
  key: 'm1',
  to: 'per_of',
  channel: 'mail',
  at: AT,
  notes: [
    {
      key: 'n1',
      instance,
      to: 'per_of',
      role: 'initiator',
      side: 'initiator',
      kind: 'news',
      about: ['c1'],
      text: 'std:news',
      data: { text: TEXT },
      at: AT,
      act: false,
    },
  ],
});

/** Everything in every collection, as text. */
async function dump(of: Store): Promise<string> {
  const db = of.connection.db;
  const collections = (await db?.listCollections().toArray()) ?? [];
  const all = await Promise.all(collections.map(({ name }) => db?.collection(name).find({}).toArray()));
  return JSON.stringify(all);
}

const found = (text: string, words: string[]) =>
  words.filter((word) =>
    [word, ...word.split(' ').filter((part) => part.length > 6)].some((part) =>
      text.toLowerCase().includes(part.toLowerCase()),
    ),
  );

describe('in the whole database', () => {
  test('no name, address or word of anybody is in clear text, though all of it can be read', async () => {
    const everything = await dump(store);

    expect(found(everything, PLANTED)).toEqual([]);
    expect(everything).toContain('per_of_ini_1');
    expect(await store.people.get('per_of_ini_1')).toMatchObject({ name: NAME, mail: MAIL, post: STREET });
    const readable = JSON.stringify([
      await store.initiatives.get('ini_1'),
      await store.facts.of('pi_1'),
      await store.messages.get('pi_1/m1'),
      await store.results.list({ org: ORG }),
      await store.acts.get('act_ini_1'),
    ]);
    expect(
      found(
        readable,
        PLANTED.filter((word) => word !== PUBLISHED),
      ),
    ).toHaveLength(PLANTED.length - 1);
  });

  test('a person is found by mail in any spelling of case, and not in another organisation', async () => {
    const ids = async (org: string, mail: string) =>
      (await store.people.findByMail(org, mail)).map(({ id }) => id);

    expect(await ids(ORG, ` ${MAIL.toUpperCase()} `)).toEqual(['per_of_ini_1', 'per_of_ini_2']);
    expect(await ids(ORG, 'other@geheim.example')).toEqual([]);
    expect(await ids('org_other', MAIL)).toEqual([]);
  });

  test('a sealed text that was moved to another record is refused', async () => {
    const other = await store.facts.model.findById('pi_1/000000002').lean();
    await store.facts.model.updateOne({ _id: 'pi_1/000000004' }, { $set: { sealed: other?.sealed } });

    await expect(store.facts.of('pi_1', { from: 4, to: 4 })).rejects.toThrow();
  });

  test('another secret key is noticed before anything is written', async () => {
    const uri = `mongodb://${store.connection.host}:${store.connection.port}/${store.connection.name}?directConnection=true`;
    const other = await openStore(uri, { secretKey: `${SECRET}, but another` });
    try {
      await expect(prepareStore(other)).rejects.toThrow('SECRET_KEY');
    } finally {
      await other.close();
    }
  });

  test('a secret key too short to be one is refused with a sentence', async () => {
    await expect(openStore(liveServers().mongoUri, { secretKey: 'short' })).rejects.toThrow(
      'at least 16 characters',
    );
  });
});

describe('erasing', () => {
  test('an initiative makes its texts unreadable everywhere, for good, and leaves the other one alone', async () => {
    await store.initiatives.markErased('ini_2');
    await store.keys.destroy(ORG, 'ini_2');

    expect((await store.initiatives.get('ini_2'))?.words).toBeUndefined();
    expect(await store.instances.view('pi_2')).toBeUndefined();
    expect(await store.facts.of('pi_2')).toEqual([]);
    expect(await store.rows.commitments({ org: ORG, instance: 'pi_2' })).toEqual([]);
    expect(await store.rows.task('pi_2/e1')).toBeUndefined();
    expect((await store.messages.get('pi_2/m1'))?.rendered).toBeUndefined();
    expect(await store.results.list({ org: ORG, instance: 'pi_2' })).toEqual([]);
    expect((await store.acts.get('act_ini_2'))?.act).toBeUndefined();
    await expect(store.codec.keys.keyById('ini_2')).rejects.toThrow(KeyDestroyed);
    await expect(store.codec.keys.keyOf('pi_2')).rejects.toThrow(KeyDestroyed);
    await expect(store.project({ instance: 'pi_2', facts: story('pi_2', [begin], 11) })).rejects.toThrow(
      KeyDestroyed,
    );

    expect((await store.initiatives.get('ini_1'))?.words?.title).toBe(IDEA);
    expect((await store.messages.get('pi_1/m1'))?.rendered?.subject).toBe(SUBJECT);
  });

  test('cannot be undone by making the key again', async () => {
    await store.keys.destroy(ORG, 'ini_never_made');

    await expect(store.keys.of(ORG, 'ini_2')).rejects.toThrow(KeyDestroyed);
    await expect(store.keys.of(ORG, 'ini_never_made')).rejects.toThrow(KeyDestroyed);
  });

  test('leaves what is only counted', async () => {
    const counted = [];
    for await (const fact of store.facts.forFigures({ org: ORG, types: ['commitment.rePromised'] }))
      counted.push(fact);

    const date = { type: 'commitment.rePromised', commitment: 'c1', from: '2026-09-14', to: '2026-09-21' };
    expect(counted).toMatchObject([
      { instance: 'pi_1', ...date },
      { instance: 'pi_2', ...date },
    ]);
    expect(JSON.stringify(counted)).not.toContain('why');
  });

  test('a message about two initiatives goes unreadable with either of them', async () => {
    for (const initiative of ['ini_a', 'ini_b']) await store.keys.of(ORG, initiative);
    const queued = {
      org: ORG,
      messageId: '<two@x>',
      initiatives: ['ini_a', 'ini_b'],
      rendered: { subject: SUBJECT, text: TEXT },
    };
    await store.messages.queue({ ...queued, message: { ...message('pi_a'), key: 'two' } });
    expect((await store.messages.get('two'))?.rendered?.text).toBe(TEXT);

    await store.keys.destroy(ORG, 'ini_a');

    expect((await store.messages.get('two'))?.rendered).toBeUndefined();
  });

  test('a person leaves the id and nothing that identifies', async () => {
    await store.people.erase('per_of_ini_1');

    const left = await store.people.get('per_of_ini_1');
    expect(left).toEqual({ id: 'per_of_ini_1', org: ORG, side: 'initiator', language: 'nl', erased: true });
    expect(await store.people.findByMail(ORG, MAIL)).toMatchObject([{ id: 'per_of_ini_2' }]);
    expect(await store.people.change('per_of_ini_1', { name: NAME })).toBe(false);
  });
});

test('organisations, worlds and calendars come back as they went in', async () => {
  const calendar = dutchCalendar;
  const org = {
    id: 'org_full',
    name: 'Buurtkracht',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    calendar,
    settings: defaultSettings,
    roles: { 'a.b $c': ['per_1'] },
    teams: [],
  } as const;
  await store.organisations.create({ ...org, roles: { ...org.roles, 'a.b $c': ['per_1'] }, teams: [] });

  const there = await store.organisations.get('org_full');
  expect(there).toEqual({ ...org, revision: 1 });
  expect(await store.organisations.save({ ...(there as NonNullable<typeof there>), name: 'Anders' })).toBe(
    true,
  );
  expect(await store.organisations.save({ ...(there as NonNullable<typeof there>), name: 'Te laat' })).toBe(
    false,
  );
  expect((await store.organisations.get('org_full'))?.name).toBe('Anders');
});
