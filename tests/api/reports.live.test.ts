/** Holds that a report makes itself, reads as it should to each reader, and lists what came out otherwise in the next one. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../contract/api/reports.ts';
import { appForTests, type RunningForTests } from './support/app.ts';

let app: RunningForTests;
let world: string;
let people: Record<string, string>;

const get = async (path: string) => (await app.ask('coordinator', 'GET', path)).body;
const page = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), url: response.url };
};

async function post(path: string, body: object) {
  const key = { 'Idempotency-Key': randomUUID() };
  // No answer in time is asked again with the same key, as the answer itself says.
  for (let n = 0; ; n++) {
    const answer = await app.ask('coordinator', 'POST', path, body, key);
    if (answer.status < 300) return answer.body;
    if (answer.status !== 503 || n === 5) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  }
}
const act = (instance: string, body: object) => post(`/worlds/${world}/instances/${instance}/acts`, body);
const jump = (to: string) => post(`/worlds/${world}/jump`, { to });

async function register(title: string): Promise<string> {
  const data = {
    yourName: 'Imke de Wit',
    contact: 'imke@example.org',
    idea: 'Samen koken',
    place: 'Den Helder',
    title,
  };
  return (await post('/initiatives', { world, data })).instance;
}

/** Address in the newest message to somebody about an item. */
async function link(to: string, about: string, button?: string): Promise<string> {
  const { items } = await get(`/messages?world=${world}&limit=200`);
  const found = (items as { key: string; to: string; about: string[] }[]).find(
    (one) => one.to === people[to] && one.about.includes(about),
  );
  if (!found) throw new Error(`Expected a message to ${to} about ${about}`);
  const text = (await get(`/messages/${encodeURIComponent(found.key)}?as=text`)) as string;
  const links = [...text.matchAll(/https?:\S+\/p\/[\w-]+(?:\?button=[\w-]+)?/g)].map(([url]) => new URL(url));
  const wanted = links.find(({ search }) => search === (button ? `?button=${button}` : ''));
  const { pathname } = wanted ?? (links[0] as URL);
  return app.url + pathname + (wanted?.search ?? '');
}

const reports = async () =>
  (await get(`/reports?world=${world}`)).items as { id: string; status: string; period: string }[];
const read = (id: string, more = '') => get(`/reports/${id}${more}`) as Promise<Report>;
const lines = (report: Report, section: string): string[] =>
  (report.text.sections.find(({ id }) => id === section)?.lines ?? []).map(
    ({ text }) => (text as { en: string }).en,
  );

beforeAll(async () => {
  app = await appForTests();
  const person = (name: string) => [{ name, mail: `${name.toLowerCase()}@example.org`, language: 'nl' }];
  const created = await post('/worlds', {
    at: '2026-03-09T10:00',
    selfStarting: ['T12'],
    people: {
      initiator: person('Imke'),
      supporter: person('Sam'),
      coordinator: person('Cora'),
      manager: person('Max'),
      recipient: person('Gemeente'),
    },
  });
  world = created.id;
  const kitchen = await register('De Kombuis');
  const roles = (await get(`/worlds/${world}`)).roles as Record<string, string[]>;
  people = Object.fromEntries(Object.entries(roles).map(([role, [first]]) => [role, first as string]));
  await act(kitchen, { type: 'complete', task: 'n3', by: 'coordinator', outcome: 'reached' });
  await act(kitchen, { type: 'complete', task: 'n4', by: 'supporter' });
  await act(kitchen, {
    type: 'complete',
    task: 'n5',
    by: 'supporter',
    data: {
      ownershipDiscussed: 'yes',
      focus: 'within',
      intensity: 'light',
      handsOrKnowledge: 'knowledge',
      supportKind: 'specific',
      ourRole: 'supporter',
      consentShare: 'anonymous',
    },
  });
  await act(kitchen, { type: 'complete', task: 'n8', by: 'initiator', outcome: 'our-contact' });
  await act(kitchen, {
    type: 'complete',
    task: 'n9',
    by: 'supporter',
    data: {
      commitments: [
        { text: 'ask the neighbours', owner: 'initiator', due: '2026-06-01' },
        { text: 'ask three owners', owner: 'coordinator', due: '2026-03-20' },
      ],
      weDo: 'think along',
      weDoNot: 'cook',
    },
  });
  await act(kitchen, { type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
  await jump('2026-03-19T10:00');
  const moved = { due: '2026-03-24', why: 'two of them are away' };
  await act(kitchen, { type: 'rePromise', commitment: 'ask three owners', by: 'coordinator', ...moved });
  await jump('2026-03-24T10:00');
  await act(kitchen, { type: 'done', commitment: 'ask three owners', by: 'coordinator' });
  // Registered on the last day of March; spoken with in April.
  await jump('2026-03-31T15:00');
  const garden = await register('De Moestuin');
  await jump('2026-04-01T07:00');
  await jump('2026-04-02T11:00');
  await act(garden, { type: 'complete', task: 'n3', by: 'coordinator', outcome: 'reached' });
}, 120_000);

describe('a monthly report', () => {
  let id: string;

  test('makes itself on the first working day, about the month before', async () => {
    const all = await reports();
    expect(all).toMatchObject([{ status: 'draft', period: '2026-03' }]);
    id = all[0]?.id as string;

    const report = await read(id);
    expect(report).toMatchObject({ from: '2026-03-01', to: '2026-03-31', audience: 'team' });
    expect(lines(report, 'promises')).toEqual([
      'Kept on the first date: 0 of 1.',
      'Kept, or honestly moved in time: 1 of 1.',
    ]);
    expect(lines(report, 'pilots')).toEqual([
      'No pilot ended.',
      'Initiatives with news: 2.',
      'De Kombuis began, made an agreement with us.',
      'De Moestuin began.',
    ]);
    expect(lines(report, 'obstacles')).toEqual(['No obstacles recorded, please check.']);
    expect(lines(report, 'notDelivered')).toContain(
      'Not ready on the first date: 1, of which 1 were honestly moved beforehand.',
    );
    expect(report.figures?.find(({ figure }) => figure === 'promises-kept')).toMatchObject({
      of: 1,
      list: [],
    });
    expect(report.answers).toMatchObject([{ title: 'De Kombuis' }, { title: 'De Moestuin' }]);
    expect(await read(id)).toEqual(report);
  });

  test('is what its tasks are about', async () => {
    const { items } = await get(`/tasks?world=${world}&instance=${id}&state=open`);
    expect(items.map(({ name }: { name: string }) => name).sort()).toEqual(['n2', 'n3', 'n3']);
    expect(await get(`/tasks/${id}/n2`)).toMatchObject({ report: id });
  });

  test('says to whom it is about what it says, before it goes anywhere', async () => {
    const url = await link('initiator', 'n3');
    const asked = await page(url);
    const answers = [...asked.text.matchAll(/href="([^"]+\/answer\/[^"]+)"/g)].map(
      ([, href]) => app.url + href,
    );
    expect(answers).toHaveLength(2);
    const both = await Promise.all(answers.map(page));
    const kitchen = both.find(({ text }) => text.includes('over De Kombuis')) as {
      text: string;
      url: string;
    };

    expect(kitchen.text).toContain('Dit staat in het rapport over De Kombuis');
    expect(kitchen.text).toContain('Maakte afspraken met ons.');
    expect(kitchen.text).not.toContain('De Moestuin');
    expect((await page(`${url.split('?')[0]}/report`)).status).toBe(404);

    const seen = /name="seen" value="([^"]*)"/.exec(kitchen.text)?.[1] ?? '';
    const asking = [...kitchen.text.matchAll(/name="asked" value="([^"]*)"/g)].map(([, key]) => [
      'asked',
      key as string,
    ]);
    const body = new URLSearchParams([
      ['seen', seen],
      ['shareConsent', 'withName'],
      ['wish', 'thank the school'],
      ...asking,
    ]);
    const sent = await fetch(kitchen.url, { method: 'POST', body });
    expect(sent.status).toBe(200);
  });

  test('once approved is read by whoever gets it, in both languages, names only with consent', async () => {
    await act(id, {
      type: 'complete',
      task: 'n2',
      by: 'coordinator',
      data: { comment: 'One owner was away.' },
    });
    await jump('2026-04-10T10:00');
    const note = (await read(id)).answers;
    expect(note).toEqual([
      expect.objectContaining({ title: 'De Kombuis', consent: 'withName', wish: 'thank the school' }),
      expect.not.objectContaining({ consent: expect.anything() }),
    ]);
    await act(id, { type: 'complete', task: 'n4', by: 'manager', outcome: 'approve' });
    expect(await reports()).toMatchObject([{ status: 'sent' }]);

    const url = await link('recipient', 'n5', 'report');
    const dutch = await page(url);
    expect(dutch.url).toContain('/report');
    expect(dutch.text).toContain('Rapport over maart 2026');
    expect(dutch.text).toContain('One owner was away.');
    expect(dutch.text).toContain('Nagekomen op de eerste dag: 0 van &lt;5.');
    expect(dutch.text).toContain('De Kombuis begon, maakte afspraken met ons.');
    expect(dutch.text).not.toContain('De Moestuin');
    expect(dutch.text).not.toContain('thank the school');
    expect(dutch.text).toContain('Geen hobbels vastgelegd, kijk dat na.');
    const english = await page(`${url.split('?')[0]}/report?lang=en`);
    expect(english.text).toContain('Report on March 2026');
    expect(english.text).toContain('<html lang="en">');
    // Without the button the link leads there as well.
    expect((await page(url.split('?')[0] as string)).url).toContain('/report');
  });

  test('for people outside is the same through the API', async () => {
    const outside = await read(id, '?audience=outside');
    expect(lines(outside, 'pilots').slice(1)).toEqual([
      'Initiatives with news: <5.',
      'De Kombuis began, made an agreement with us.',
    ]);
    expect(outside).not.toHaveProperty('answers');
    expect(outside).not.toHaveProperty('figures');
    expect((await app.ask('system', 'GET', `/reports/${id}`)).status).toBe(403);
    expect((await app.ask('manager', 'GET', '/reports/pi_none')).status).toBe(404);
  });

  test('is followed by one that lists what came out otherwise, and stays as it was', async () => {
    const before = await read(id);
    await jump('2026-05-01T07:00');
    const [next] = await reports();
    expect(next).toMatchObject({ period: '2026-04', status: 'draft' });

    const told = (await read(next?.id as string)).text.corrections.map(
      ({ text }) => (text as { en: string }).en,
    );
    expect(told).toEqual(['March 2026, First response: 0 first, now 1.']);
    expect((await read(id)).text.sections).toEqual(before.text.sections);
  });
});
