/** Mails about comments on a real store and a real mail server: one that was not taken is kept and tried again, and erasing takes out words and names. */
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { smtpTransport } from '../../activities/mail/transport.ts';
import { createSend } from '../../activities/send-message.ts';
import { erasePerson } from '../../api/erase-person.ts';
import { mailMentioned } from '../../api/mail-mentioned.ts';
import { nextTry, sendAgain } from '../../api/send-again.ts';
import type { Definition, OutgoingMessage } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import type { Comment, Store } from '../../store/index.ts';
import { reply, smtpServer } from '../activities/mail/smtp.ts';
import { short } from '../designer/actions/drawings.ts';
import { storeForTests } from '../store/store.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
});
const log = { info: () => {}, warn: () => {}, error: () => {} };
const definition: Definition = short;
const at = '2026-11-23T09:00:00.000Z';

let org: string;
let n = 0;
/** An organisation for each test, with two colleagues: what one test left is not found by another. */
beforeEach(async () => {
  await store.messages.model.deleteMany({});
  n += 1;
  org = `org_${n}`;
  await store.organisations.create({
    id: org,
    name: 'De Linde',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    calendar: dutchCalendar,
    settings: defaultSettings,
    roles: {},
    teams: [],
  });
  const colleague = { org, side: 'us', language: 'nl' } as const;
  await store.people.create({ ...colleague, id: `${org}_noor`, name: 'Noor', mail: 'noor@example.org' });
  await store.people.create({
    ...colleague,
    id: `${org}_sam`,
    name: 'Sam de Vries',
    mail: 'sam@example.org',
  });
});

async function commented(text: string, more: Partial<Comment> = {}): Promise<Comment> {
  const comment: Comment = {
    id: `com_${org}_${text.length}`,
    org,
    process: definition.id,
    text,
    mentions: [`${org}_sam`],
    by: `${org}_noor`,
    at,
    ...more,
  };
  await store.comments.add(comment);
  return comment;
}

/** Sends through a mail server, as the application does. */
function through(url: string, clock: () => string = () => at) {
  const transport = smtpTransport(url);
  onTestFinished(() => transport.close());
  const { send } = createSend({
    store,
    links: {
      forMessage: async () => ({ page: () => 'https://s.example/p', button: () => 'https://s.example/b' }),
    },
    sender: { address: 'post@example.org' },
    transport,
    now: () => new Date(clock()),
  });
  return { store, log, clock, sendMessage: (message: OutgoingMessage) => send({ message }) };
}
const mailOf = async (comment: Comment) => store.messages.get(`${comment.id}/${org}_sam`);

describe('a mail about a comment that the mail server does not take', () => {
  test('is kept for staff to see, and goes when the server takes it, once', async () => {
    const busy = await smtpServer({ onConnect: (_, done) => done(reply(421)) });
    const comment = await commented('Kan dit sneller, @Sam de Vries?');
    const people = await store.people.getMany(comment.mentions);

    await mailMentioned(through(busy.url), comment, definition, people);

    expect(await mailOf(comment)).toMatchObject({ state: 'queued', attempts: 1 });
    const open = await smtpServer();
    await sendAgain(through(open.url));
    expect(open.received).toHaveLength(0);
    const later = through(open.url, () => '2026-11-23T09:00:31.000Z');
    await sendAgain(later);
    await sendAgain(later);
    expect(open.received.map(({ to }) => to)).toEqual([['sam@example.org']]);
    expect(await mailOf(comment)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('is not tried again when it was refused for good: then it stands there as failed', async () => {
    const refusing = await smtpServer({ onRcptTo: (_, __, done) => done(reply(550)) });
    const comment = await commented('Kijk eens, @Sam de Vries');

    await mailMentioned(
      through(refusing.url),
      comment,
      definition,
      await store.people.getMany(comment.mentions),
    );
    const open = await smtpServer();
    await sendAgain(through(open.url, () => '2027-01-01T09:00:00.000Z'));

    expect(await mailOf(comment)).toMatchObject({ state: 'failed' });
    expect(open.received).toHaveLength(0);
  });

  test.each([
    ['at once when nobody tried', { attempts: 0 }, 0],
    ['half a minute after the first', { attempts: 1, settledAt: at }, 30_000],
    ['four minutes after the fourth', { attempts: 4, settledAt: at }, 240_000],
    ['an hour after many', { attempts: 40, settledAt: at }, 3_600_000],
  ])('waits longer every time: %s', (_, tried, wait) => {
    expect(nextTry(tried)).toBe('settledAt' in tried ? Date.parse(at) + wait : 0);
  });
});

describe('erasing a person', () => {
  test('takes out what they said, and the mails with it', async () => {
    const open = await smtpServer();
    const comment = await commented('Dit is van mij', { by: `${org}_sam`, mentions: [`${org}_noor`] });
    await mailMentioned(through(open.url), comment, definition, await store.people.getMany(comment.mentions));
    expect((await store.messages.get(`${comment.id}/${org}_noor`))?.rendered?.text).toContain(
      'Dit is van mij',
    );

    await erasePerson({ store }, org, `${org}_sam`);

    expect(await store.comments.get(org, comment.id)).toMatchObject({ text: '', mentions: [], erased: true });
    const mail = await store.messages.get(`${comment.id}/${org}_noor`);
    expect(mail).toMatchObject({ state: 'sent' });
    expect(mail).not.toHaveProperty('rendered');
    expect(mail).not.toHaveProperty('message');
  });

  test('takes their name out of what others said, mentioned or not, and leaves the rest', async () => {
    const mention = await commented('Vraag het @Sam de Vries, of later.');
    const named = await commented('Volgens sam  de vries kan het. Samen kijken!', { mentions: [] });
    const other = await commented('Niets over wie dan ook', { mentions: [] });

    await erasePerson({ store }, org, `${org}_sam`);

    const text = async ({ id }: Comment) => (await store.comments.get(org, id))?.text;
    expect(await text(mention)).toBe('Vraag het …, of later.');
    expect((await store.comments.get(org, mention.id))?.mentions).toEqual([]);
    expect(await text(named)).toBe('Volgens … kan het. Samen kijken!');
    expect(await text(other)).toBe('Niets over wie dan ook');
    expect(await store.people.get(`${org}_sam`)).toMatchObject({ erased: true });
  });

  test('a mail that waits for the server does not go any more', async () => {
    const busy = await smtpServer({ onConnect: (_, done) => done(reply(421)) });
    const comment = await commented('Nog even, @Sam de Vries');
    await mailMentioned(through(busy.url), comment, definition, await store.people.getMany(comment.mentions));

    await erasePerson({ store }, org, `${org}_sam`);

    const open = await smtpServer();
    await sendAgain(through(open.url, () => '2027-01-01T09:00:00.000Z'));
    expect(open.received).toHaveLength(0);
    expect(await mailOf(comment)).toMatchObject({ state: 'failed', error: 'ERASED' });
  });

  test('of another organisation touches nothing', async () => {
    const comment = await commented('Hier staat Sam de Vries');

    await erasePerson({ store }, 'org_elsewhere', `${org}_sam`);

    expect((await store.comments.get(org, comment.id))?.text).toBe('Hier staat Sam de Vries');
    expect((await store.people.get(`${org}_sam`))?.name).toBe('Sam de Vries');
  });
});
