/** Sending against the real store and a real SMTP server: once, claimed, recorded, and never with an address in a failure. */
import { randomBytes } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/common';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LinksPort } from '../../../activities/mail/ports.ts';
import { smtpTransport } from '../../../activities/mail/transport.ts';
import { createSend, type SendDependencies } from '../../../activities/send-message.ts';
import type { Definition, Note, OutgoingMessage } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { defaultSettings } from '../../../core/settings.ts';
import { exampleMail, exampleMessage, exampleOf } from '../../../designer/message/example-mail.ts';
import type { Store } from '../../../store/index.ts';
import { ORG, registration, storeForTests } from '../../store/store.ts';
import { reply, smtpServer } from './smtp.ts';

let store: Store;
beforeAll(async () => {
  store = await storeForTests();
  await store.organisations.create({
    id: ORG,
    name: 'Welzijn Rivierwijk',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    calendar: dutchCalendar,
    settings: defaultSettings,
    roles: {},
    teams: [],
  });
  const person = { org: ORG, side: 'initiator', language: 'nl' } as const;
  await store.people.create({
    ...person,
    id: 'per_ada',
    name: 'Ada',
    mail: 'ada@example.org',
    phone: '06-12345678',
  });
  await store.people.create({
    ...person,
    id: 'per_eve',
    name: 'Eve',
    language: 'en',
    mail: 'eve@example.org',
  });
  await store.people.create({ ...person, id: 'per_bare', name: 'Bare' });
  await store.people.create({
    ...person,
    side: 'us',
    id: 'per_bo',
    name: 'Bo Visser',
    mail: 'bo@welzijn.example',
    phone: '033 123 45 67',
  });
  await store.people.change('per_bo', { away: { deputy: 'per_cor' } });
  await store.people.create({
    ...person,
    side: 'us',
    id: 'per_cor',
    name: 'Cor',
    mail: 'cor@welzijn.example',
    phone: '033 123 45 68',
  });
  await store.initiatives.create({
    id: 'ini_1',
    org: ORG,
    roles: { initiator: ['per_ada'], supporter: ['per_bo'] },
    createdAt: '2026-04-01T08:00:00.000Z',
    words: { title: 'De Groene Kring' },
  });
  await store.instances.register(registration('ins_1', { initiative: 'ini_1' }));
});

const links: LinksPort = {
  forMessage: async () => ({
    page: (note) => `https://speelruimte.example/p/${encodeURIComponent(note)}`,
    button: (note, button) => `https://speelruimte.example/p/${encodeURIComponent(note)}?b=${button}`,
    unsubscribe: 'https://speelruimte.example/stop/1',
  }),
};

function sending(more: Partial<SendDependencies> & { url?: string } = {}) {
  const { url, ...rest } = more;
  const transport = url ? smtpTransport(url) : undefined;
  onTestFinished(() => transport?.close());
  return createSend({
    store,
    links,
    sender: { address: 'initiatieven@welzijn.example' },
    transport,
    ...rest,
  });
}

/** A message nobody else in this file uses. */
function outgoing(more: Partial<Note> = {}, message: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const key = `ins_1/c2/${randomBytes(6).toString('hex')}`;
  const note: Note = {
    key,
    instance: 'ins_1',
    to: 'per_ada',
    role: 'initiator',
    side: 'initiator',
    kind: 'chase',
    about: ['c2'],
    text: 'std:INIT.+3',
    data: {
      commitment: {
        id: 'c2',
        text: 'drie buren vragen',
        owner: 'per_ada',
        side: 'initiator',
        due: '2026-06-05',
      },
      due: '2026-06-05',
    },
    at: '2026-06-10T07:00:00.000Z',
    act: false,
    ...more,
  };
  return { key: `${key}/1`, to: note.to, channel: 'mail', at: note.at, notes: [note], ...message };
}

describe('what the designer shows of a message', () => {
  const text = {
    subject: { nl: 'Over {initiative}', en: 'About {initiative}' },
    body: {
      nl: 'Hoi {initiator}, je vroeg {money:amount} voor <planten> & \u2018aarde\u2019. Uiterlijk {due} hoor je van {contact}.\n\n{commitments}',
      en: 'Hi {initiator}, you asked {money:amount} for <plants> & \u2018soil\u2019. You hear from {contact} by {due}.\n\n{commitments}',
    },
  };
  const drawn: Definition = {
    v: 1,
    id: 'shown',
    name: 'Getoond',
    flows: [],
    forms: [],
    ladders: [],
    texts: {},
    variables: {},
    roles: [{ id: 'initiator', name: 'Initiatiefnemer', side: 'initiator' }],
    elements: [
      {
        id: 'tell',
        type: 'sendTask',
        name: { nl: 'Wij vertellen het', en: 'We tell you' },
        to: ['initiator'],
        kind: 'news',
        text,
        buttons: ['yes', 'no'],
      },
    ],
  };

  test.each(['nl', 'en'] as const)(
    'is, byte for byte, the mail that is sent with the same data (%s)',
    async (language) => {
      const id = `show_${language}`;
      const people = { reader: `${id}_reader`, contact: `${id}_contact` };
      const [element] = drawn.elements as [(typeof drawn.elements)[number]];
      const around = {
        values: { amount: 25_000 },
        organisation: 'Welzijn Rivierwijk',
        mailFrom: 'initiatieven@welzijn.example',
        at: '2026-06-10T07:00:00.000Z',
      };
      const example = { ...exampleOf(drawn, element, 'initiator'), text };
      const shown = exampleMail(example, around, language);
      const { message: shownMessage, lookups } = exampleMessage(example, around, language);
      for (const [name, person] of Object.entries(people)) {
        const { name: called = '', phone } = lookups.person(name) ?? {};
        await store.people.create({
          org: ORG,
          id: person,
          side: name === 'reader' ? 'initiator' : 'us',
          language,
          name: called,
          ...(phone ? { phone } : {}),
          mail: `${person.replace('_', '.')}@example.org`,
        });
      }
      await store.initiatives.create({
        id: `ini_${id}`,
        org: ORG,
        roles: { initiator: [people.reader], supporter: [people.contact] },
        createdAt: '2026-04-01T08:00:00.000Z',
        words: { title: lookups.initiative('example')?.title ?? '' },
      });
      await store.instances.register(registration(`ins_${id}`, { initiative: `ini_${id}` }));
      const published = await store.versions.publish({
        org: ORG,
        process: 'shown',
        hash: `hash_${id}`,
        definition: drawn,
        revision: 1,
        pins: {},
        publishedAt: '2026-04-01T08:00:00.000Z',
      });
      if (!published.published) throw new Error('Expected the process to be published');
      const asSent = JSON.parse(
        JSON.stringify(shownMessage)
          .replaceAll('"reader"', JSON.stringify(people.reader))
          .replaceAll('"contact"', JSON.stringify(people.contact))
          .replaceAll('def:example:example', `def:${published.version.hash}:tell`)
          .replaceAll('"instance":"example"', `"instance":"ins_${id}"`)
          .replace('"key":"example"', `"key":"${id}"`),
      ) as OutgoingMessage;
      const { url, received } = await smtpServer();
      const answersAt: LinksPort = {
        forMessage: async () => ({
          page: () => 'https://example.org/p',
          button: (_note, button) => `https://example.org/p?b=${button}`,
        }),
      };

      expect(await sending({ url, links: answersAt }).send({ message: asSent })).toEqual({ status: 'sent' });

      const [{ mail }] = received as [(typeof received)[0]];
      expect(shown).toBeDefined();
      expect(mail.html).toBe(shown?.html);
      expect(mail.text).toBe(shown?.text);
      expect(mail.subject).toBe(shown?.subject);
      expect(mail.from?.value).toEqual([shown?.from]);
      expect(mail.html).toContain(
        shown?.preheader.replaceAll('&', '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
      );
      expect(shown?.html).toContain('&lt;plant');
    },
  );
});

const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => {
      throw new Error('Expected sending to fail, but it did not');
    },
    (error: unknown) => error as ApplicationFailure,
  );

test('a message arrives in words of the recipient’s language, with whom to ask, and is recorded as sent', async () => {
  const { url, received } = await smtpServer();
  const { send } = sending({ url });
  const message = outgoing();

  expect(await send({ message })).toEqual({ status: 'sent' });

  const [{ mail, to }] = received as [(typeof received)[0]];
  expect(to).toEqual(['ada@example.org']);
  expect(mail.subject).toBe('Even horen over je afspraak');
  expect(mail.text).toContain(
    'Hoe gaat het? Dit staat nog open: ‘drie buren vragen’. De dag was vrijdag 5 juni.',
  );
  expect(mail.text).toContain('→ Klaar: https://speelruimte.example/p/');
  expect(mail.text).toContain('Vragen? Bel Cor: 033 123 45 68.');
  expect(mail.replyTo?.text).toBe('cor@welzijn.example');
  expect(mail.from?.text).toBe('"Welzijn Rivierwijk" <initiatieven@welzijn.example>');
  expect(mail.headers.has('list-unsubscribe') || mail.headers.has('list')).toBe(true);
  expect(await store.messages.get(message.key)).toMatchObject({
    state: 'sent',
    messageId: mail.messageId,
    initiatives: ['ini_1'],
    rendered: { subject: mail.subject, language: 'nl' },
  });
});

test('a second try of what was sent sends nothing', async () => {
  const { url, received } = await smtpServer();
  const { send } = sending({ url });
  const message = outgoing({ to: 'per_eve' });

  await send({ message });
  expect(await send({ message })).toEqual({ status: 'already' });

  expect(received).toHaveLength(1);
  expect(received[0]?.mail.subject).toBe('Just asking about a commitment');
});

test('of twenty senders at the same moment one sends, the others wait or find it done', async () => {
  const { url, received } = await smtpServer();
  const { send } = sending({ url });
  const message = outgoing();

  const all = await Promise.allSettled(Array.from({ length: 20 }, () => send({ message })));

  const statuses = all.map((one) =>
    one.status === 'fulfilled' ? one.value.status : (one.reason as ApplicationFailure).type,
  );
  expect(statuses.filter((status) => status === 'sent')).toHaveLength(1);
  expect(statuses.filter((status) => !['sent', 'already', 'MESSAGE_HELD'].includes(String(status)))).toEqual(
    [],
  );
  expect(received).toHaveLength(1);
  expect(await send({ message })).toEqual({ status: 'already' });
});

test('a process that dies between the server’s acceptance and the record costs one copy with the same Message-ID', async () => {
  const { url, received } = await smtpServer();
  const message = outgoing();
  const dying = sending({
    url,
    lease: 50,
    store: {
      ...store,
      messages: {
        ...store.messages,
        settle: () => {
          throw new Error('the process is gone');
        },
      },
    },
  });

  await failureOf(dying.send({ message }));
  expect((await failureOf(sending({ url }).send({ message }))).type).toBe('MESSAGE_HELD');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await sending({ url, lease: 50 }).send({ message })).toEqual({ status: 'sent' });
  expect(await sending({ url, lease: 50 }).send({ message })).toEqual({ status: 'already' });

  expect(received).toHaveLength(2);
  expect(new Set(received.map(({ mail }) => mail.messageId)).size).toBe(1);
});

describe('a server', () => {
  test('that is busy gets the message again', async () => {
    const { url, received } = await smtpServer({ answer: (nth) => (nth === 1 ? reply(451) : undefined) });
    const { send } = sending({ url });
    const message = outgoing();

    const failure = await failureOf(send({ message }));
    expect(failure).toMatchObject({ type: 'MAIL_NOT_TAKEN', nonRetryable: false });
    expect(await store.messages.get(message.key)).toMatchObject({ state: 'queued' });
    expect(await send({ message })).toEqual({ status: 'sent' });

    expect(new Set(received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test('that refuses the address leaves a failed message that is never tried again', async () => {
    const { url } = await smtpServer({ onRcptTo: (_address, _session, done) => done(reply(550)) });
    const { send } = sending({ url });
    const message = outgoing();

    expect(await send({ message })).toEqual({ status: 'refused' });
    expect(await send({ message })).toEqual({ status: 'refused' });
    const kept = await store.messages.get(message.key);
    expect(kept).toMatchObject({ state: 'failed', error: 'MAIL_REFUSED 550' });
  });
});

test('somebody without an address is a visible failure, not silence', async () => {
  const { url, received } = await smtpServer();
  const message = outgoing({ to: 'per_bare' });

  expect(await sending({ url }).send({ message })).toEqual({ status: 'refused' });
  expect(await store.messages.get(message.key)).toMatchObject({ state: 'failed', error: 'NO_ADDRESS' });
  expect(received).toEqual([]);
});

test('of what was erased nothing is said any more, and the rest of the message goes', async () => {
  const { url, received } = await smtpServer();
  const { send } = sending({ url });
  const initiative = `ini_${randomBytes(4).toString('hex')}`;
  const instance = `ins_${initiative}`;
  await store.initiatives.create({
    id: initiative,
    org: ORG,
    roles: { initiator: ['per_ada'] },
    createdAt: '2026-04-01T08:00:00.000Z',
    words: { title: 'De moestuin' },
  });
  await store.instances.register(registration(instance, { initiative }));
  await store.initiatives.markErased(initiative);
  await store.keys.destroy(ORG, initiative);
  const message = outgoing();
  const [note] = message.notes as [Note];
  const gone: Note = { ...note, key: `${instance}/c1/gone`, instance };

  expect(await send({ message: { ...message, key: `${gone.key}@1`, notes: [gone] } })).toEqual({
    status: 'erased',
  });
  expect(await send({ message: { ...message, notes: [gone, note] } })).toEqual({ status: 'sent' });

  expect(received).toHaveLength(1);
  expect(await store.messages.get(message.key)).toMatchObject({ instances: ['ins_1'] });
});

test('somebody who was erased gets nothing, and nobody is asked to call them', async () => {
  const { url, received } = await smtpServer();
  await store.people.create({
    id: 'per_gone',
    org: ORG,
    side: 'initiator',
    language: 'nl',
    name: 'Gone',
    mail: 'gone@example.org',
  });
  await store.people.erase('per_gone');

  expect(await sending({ url }).send({ message: outgoing({ to: 'per_gone' }) })).toEqual({
    status: 'erased',
  });
  expect(received).toEqual([]);
});

test('without a mail server, in a rehearsal and on paper, messages stay in the outbox with their words', async () => {
  const { url, received } = await smtpServer();

  const plain = outgoing();
  expect(await sending().send({ message: plain })).toEqual({ status: 'outbox' });
  const rehearsed = outgoing();
  expect(await sending({ url }).send({ message: rehearsed, world: 'wor_1' })).toEqual({ status: 'outbox' });
  const letter = outgoing({}, { channel: 'post' });
  expect(await sending({ url }).send({ message: letter })).toEqual({ status: 'outbox' });

  expect(received).toEqual([]);
  expect((await store.messages.get(plain.key))?.rendered?.text).toContain('Dag Ada,');
  expect(await store.messages.get(rehearsed.key)).toMatchObject({ state: 'outbox', world: 'wor_1' });
});

test('a text message goes through the gateway as short plain text', async () => {
  const { url, received } = await smtpServer();
  const { send } = sending({ url, sender: { address: 'a@welzijn.example', smsDomain: 'sms.example' } });

  await send({ message: outgoing({ text: 'std:INIT.+10' }, { channel: 'sms' }) });

  const [{ mail, to }] = received as [(typeof received)[0]];
  expect(to).toEqual(['0612345678@sms.example']);
  expect(mail.html).toBe(false);
  expect(mail.text?.length).toBeLessThanOrEqual(300);
});

test('an invitation carries a calendar entry that other programs understand', async () => {
  const { url, received } = await smtpServer();
  const invite = { uid: 'ins_1-n4@speelruimte', sequence: 1, at: '2026-04-09T17:30:00.000Z', minutes: 60 };

  await sending({ url }).send({
    message: outgoing({ text: 'std:meeting.moved', kind: 'invite', invite, data: { name: 'Kennismaking' } }),
  });

  const raw = received[0]?.raw ?? '';
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  const calendar = received[0]?.mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  expect(calendar?.content.toString()).toContain('UID:ins_1-n4@speelruimte');
  expect(received[0]?.mail.headers.has('list-unsubscribe')).toBe(false);
});

test('a message of an instance that is not there is given up', async () => {
  const failure = await failureOf(sending().send({ message: outgoing({ instance: 'ins_gone' }) }));

  expect(failure).toMatchObject({ type: 'NOT_FOUND', nonRetryable: true });
});
