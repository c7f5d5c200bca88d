/** Holds that a partner signs and withdraws by link, and that support beside the partnership is closed and comes back. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { confirming, type Story } from './support/story.ts';

let app: RunningForTests;
let told: Story;
let partnership: string;

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};
const post = async (url: string, fields: [string, string][]) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, text: await response.text() };
};
const hidden = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value as string);
const answerAt = (page: string) => app.url + (/href="([^"]+\/answer\/[^"]+)"/.exec(page)?.[1] ?? '');

async function act(body: object): Promise<void> {
  const path = `/worlds/${told.world}/instances/${partnership}/acts`;
  const key = { 'Idempotency-Key': randomUUID() };
  for (let n = 0; ; n++) {
    const answer = await app.ask('coordinator', 'POST', path, body, key);
    if (answer.status === 200) return;
    if (answer.status !== 503 || n === 5)
      throw new Error(`${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
  }
}
interface Recorded {
  type: string;
  element?: string;
  variables?: Record<string, unknown>;
}
const factsOf = async (instance: string): Promise<Recorded[]> =>
  (await app.ask('coordinator', 'GET', `/instances/${instance}/facts?limit=500`)).body.items;

beforeAll(async () => {
  app = await appForTests();
  told = await confirming(app);
  await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
  const { world, initiative } = told;
  const started = await app.ask('system', 'POST', '/instances', { process: 'T7', initiative, world });
  if (started.status !== 201) throw new Error(JSON.stringify(started.body));
  partnership = started.body.instance;
  await act({ type: 'complete', task: 'n2', by: 'coordinator', data: { why: 'De buren doen mee' } });
  await act({ type: 'complete', task: 'n3', by: 'initiator', outcome: 'yes' });
  await act({ type: 'complete', task: 'n4', by: 'manager', outcome: 'yes' });
  await act({
    type: 'complete',
    task: 'n5',
    by: 'coordinator',
    data: {
      whoDecidesWhat: 'De initiatiefnemers beslissen over de tuin',
      whoGivesWhat: [
        { party: 'De Groene Kring', time: 'elke zaterdag' },
        { party: 'Mila Bos', space: 'de loods', until: '2027-04-01' },
      ],
      mandateHolder: 'coordinator',
      noticeDays: 20,
      ifWeStop: 'De tuin blijft van de buurt',
    },
  });
  await act({
    type: 'complete',
    task: 'n6',
    by: 'coordinator',
    data: { commitments: [{ text: 'Zet de loods open', owner: 'partner', due: '2026-05-01' }] },
  });
}, 120_000);

describe('an agreement of all parties', () => {
  test('is read whole by a partner: what was filled in before, its lists, and what they take on', async () => {
    const page = await get(await told.link('partner', 'n6.confirm'));
    const form = await get(answerAt(page.text));

    for (const words of [
      'Wie geeft wat?',
      'Mila Bos, de loods',
      'De tuin blijft van de buurt',
      'Zet de loods open',
    ])
      expect(form.text).toContain(words);
  });

  test('begins once everybody signed, and closes the support that runs beside it', async () => {
    const link = await told.link('partner', 'n6.confirm');
    const at = answerAt((await get(link)).text);
    const form = await get(at);
    const asked = hidden(form.text, 'asked').map((key): [string, string] => ['asked', key]);
    const seen = hidden(form.text, 'seen')[0] ?? '';
    const sent = await post(at, [['seen', seen], ...asked, ['outcome', 'confirm']]);
    expect(sent.text).toContain('Dank je wel');
    expect((await factsOf(partnership)).map(({ type }) => type)).not.toContain('agreement.confirmed');

    await act({ type: 'complete', task: 'n6.confirm', by: 'initiator', outcome: 'confirm' });
    expect((await factsOf(partnership)).map(({ type }) => type)).toContain('agreement.confirmed');
    await expect
      .poll(async () => (await factsOf(told.instance)).map(({ type }) => type), { timeout: 30_000 })
      .toContain('agreement.closed');
    const figure = await app.ask(
      'manager',
      'GET',
      `/figures/partnerships?period=2026-04&world=${told.world}`,
    );
    expect(figure.body).toMatchObject({ value: 1, list: [partnership] });
  });
});

describe('withdrawing', () => {
  test('is a button for a partner at any time, pressed once', async () => {
    const link = await told.link('partner');
    const page = await get(link);
    expect(page.text).toContain('Wij stoppen als partner');

    const fields: [string, string][] = [
      ['offered', 'yes'],
      ['instance', partnership],
      ['button', 'withdraw'],
      ['seen', hidden(page.text, 'seen')[0] ?? ''],
      ['why', 'We verhuizen'],
    ];
    const [first] = await Promise.all([post(link, fields), post(link, fields)]);
    expect(first.status).toBe(200);
    const facts = await factsOf(partnership);
    const set = facts.flatMap((fact) => (fact.type === 'variables.set' ? (fact.variables ?? []) : []));
    expect(Object.assign({}, ...set)).toMatchObject({
      partnership: 'ending',
      leaver: told.people.partner,
      why: 'We verhuizen',
    });
    expect(facts.filter(({ type, element }) => type === 'task.created' && element === 'n11')).toHaveLength(1);
    expect((await get(link)).text).not.toContain('Wij stoppen als partner');
    expect((await post(link, [...fields.slice(0, 3), ['seen', 'later']])).status).toBe(404);
  });

  test('is told to the initiator the same minute, with what needs a new home', async () => {
    const message = await told.link('initiator', 'n11.tell').catch((error: Error) => error.message);
    expect(message).toContain('/p/');
    const { items } = (await app.ask('coordinator', 'GET', `/tasks?instance=${partnership}&state=open`)).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['n11']);
  });
});
