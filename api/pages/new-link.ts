/** A new link for who lost theirs or had it blocked: always the same answer, so that nobody learns who is known here. */
import type { RequestHandler } from 'express';
import type { OutgoingMessage } from '../../contract/index.ts';
import { one } from '../../pages/form-data.ts';
import { newLinkPage, noticePage } from '../../pages/notices.ts';
import type { Person, Store } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { strangersFrame } from './opened.ts';
import { forReader, send, sentBy } from './reading.ts';

const HOUR = 3_600_000;
const PER_ADDRESS = { most: 3, withinMs: HOUR };
const PER_PLACE = { most: 20, withinMs: HOUR };
/** Pages of so many initiatives at most, the newest first. */
const MOST_LINKS = 5;

export const askNewLink =
  (deps: Deps): RequestHandler =>
  async (request, response) =>
    send(response, newLinkPage(await strangersFrame(deps, request)));

export const giveNewLink =
  (deps: Deps): RequestHandler =>
  async (request, response) => {
    const { store, clock } = deps;
    const frame = await strangersFrame(deps, request);
    const mail = one(sentBy(request), 'mail').trim();
    if (!mail.includes('@')) return send(response, newLinkPage(frame, 'mailMissing'), 422);
    const from = store.accounts.addressOf(request.ip ?? 'unknown');
    const waits = [
      await store.tries.take(`new-link/${store.accounts.loginOf(mail)}`, PER_ADDRESS, clock()),
      await store.tries.take(`new-link/*/${from}`, PER_PLACE, clock()),
    ];
    if (waits.some((wait) => wait > 0)) return send(response, noticePage(frame, { kind: 'tooMany' }), 429);
    // Not waited for: how long it takes would tell whether there is somebody.
    void sendAll(deps, mail).catch((error: Error) =>
      deps.log.warn({ error: error.name }, 'a new link could not be sent'),
    );
    send(response, noticePage(frame, { kind: 'sent' }));
  };

/** Whoever is no longer alone with their links blocks them all, and gets a new one where only they can read it. */
export const blockLinks = (deps: Deps) =>
  forReader(deps, async (opened, _request, response) => {
    const { link, person, frame } = opened;
    await block(deps, link.org, person.id, person.id);
    await sendTo(deps, person, [link.instance]);
    send(response, noticePage({ ...frame, other: undefined } as typeof frame, { kind: 'sent' }));
  });

/** Gives how many were blocked. */
export async function block(
  { store, clock }: Deps,
  org: string,
  person: string,
  by: string,
): Promise<number> {
  const revoked = await store.links.revoke(org, person, clock());
  await store.audit.add({
    org,
    at: clock(),
    by,
    action: 'links.revoked',
    about: person,
    detail: { revoked },
  });
  return revoked;
}

async function sendAll(deps: Deps, mail: string): Promise<void> {
  for (const { id: org } of await deps.store.organisations.list())
    for (const person of await deps.store.people.findByMail(org, mail))
      if (person.side !== 'us') await sendTo(deps, person, await instancesOf(deps.store, person));
}

/** One instance of each initiative they take part in; without any, what they got messages about. */
async function instancesOf(store: Store, { org, id }: Person): Promise<string[]> {
  const initiatives = await store.initiatives.reachable(org, [], id);
  const found = await Promise.all(
    initiatives.slice(-MOST_LINKS).map((initiative) => store.instances.list({ org, initiative, limit: 1 })),
  );
  const own = found.flatMap(([first]) => first?.instance ?? []);
  if (own.length > 0) return own;
  const messages = await store.messages.list({ org, to: id, limit: 20 });
  return [...new Set(messages.flatMap(({ instances }) => instances))].slice(0, MOST_LINKS);
}

async function sendTo(
  { sendMessage, store, clock }: Deps,
  person: Person,
  instances: string[],
): Promise<void> {
  const at = clock();
  const round = await store.links.round(person.id);
  for (const instance of instances) {
    const registration = await store.instances.registration(instance);
    if (!registration) continue;
    // Asked for twice within a quarter of an hour is one mail.
    const key = `${instance}/link/${person.id}/${round}/${Math.floor(Date.parse(at) / 900_000)}`;
    const message: OutgoingMessage = {
      key,
      to: person.id,
      channel: 'mail',
      at,
      notes: [
        {
          key,
          instance,
          to: person.id,
          role: person.side,
          side: person.side,
          kind: 'confirmation',
          about: [],
          text: 'std:newLink',
          data: {},
          at,
          act: true,
          buttons: ['open'],
        },
      ],
    };
    await sendMessage(message, registration.world);
  }
}
