/** Loads everything the words of one message need, so that rendering itself is a pure function. */
import { ApplicationFailure } from '@temporalio/common';
import {
  type Definition,
  type Language,
  type MessageText,
  type OutgoingMessage,
  readProcessPlace,
} from '../../contract/index.ts';
import { standInOf } from '../../core/away.ts';
import { localDate } from '../../core/calendar/index.ts';
import type { InitiativeWords, Lookups } from '../../core/texts/index.ts';
import type { Person } from '../../store/index.ts';
import type { MailStore, MessageLinks } from './ports.ts';

/** What surrounds a message: where it belongs, who gets it, and the words it may use. */
export interface Surroundings {
  org: { id: string; name: string; zone: string };
  /** Initiatives it speaks of: their keys seal its words. */
  initiatives: string[];
  recipient: Person;
  language: Language;
  /** Mail address of the contact, where answers go. */
  replyTo?: string;
  lookups: Lookups;
}

/** Who helps the initiators: the first of these roles that somebody holds. */
const CONTACT_ROLES = ['supporter', 'coordinator', 'manager'];

/** Fails with NOT_FOUND (non-retryable) when the instance, its organisation or the recipient is gone. */
export async function loadLookups(
  message: OutgoingMessage,
  homes: ReadonlyMap<string, Home>,
  links: MessageLinks,
  store: MailStore,
): Promise<Surroundings> {
  const [home] = homes.values();
  if (!home) throw notFound('instance');
  const organisation = await store.organisations.get(home.org);
  if (!organisation) throw notFound('organisation');
  const people = await loadPeople(message, homes, store);
  const recipient = people.get(message.to);
  if (!recipient) throw notFound('recipient');
  const texts = await loadTexts(message, store);

  const present = (id: string | undefined) => {
    const person = id === undefined ? undefined : people.get(id);
    return (person && standInOf(person, localDate(organisation.zone, message.at))) ?? id;
  };
  const initiatives = new Map(
    [...homes].map(([instance, { words }]) => [
      instance,
      words && { ...words, contact: present(words.contact) },
    ]),
  );
  const contact = [...initiatives.values()]
    .map((words) => words?.contact)
    .find((id) => id !== undefined && id !== message.to);
  return {
    org: { id: organisation.id, name: organisation.name, zone: organisation.zone },
    initiatives: [...new Set([...homes.values()].flatMap(({ initiative }) => initiative ?? []))],
    recipient,
    language: recipient.language ?? organisation.language,
    replyTo: contact === undefined ? undefined : people.get(contact)?.mail,
    lookups: {
      person: (id) => {
        const { name, phone } = people.get(id) ?? {};
        return name === undefined ? undefined : { name, phone };
      },
      initiative: (instance) => initiatives.get(instance),
      org: { name: organisation.name },
      link: (note, button) => (button === undefined ? links.page(note.key) : links.button(note.key, button)),
      definitionText: (ref) => texts.get(ref),
      zone: organisation.zone,
      calendar: organisation.calendar,
    },
  };
}

function notFound(what: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`The ${what} of this message is not there any more`, 'NOT_FOUND');
}

interface Home {
  org: string;
  initiative?: string;
  words?: InitiativeWords;
}

/** Where a message belongs, by instance; those that were erased after it was put together are apart. */
export async function loadHomes(
  { notes }: OutgoingMessage,
  store: MailStore,
): Promise<{ homes: ReadonlyMap<string, Home>; erased: ReadonlySet<string> }> {
  const homes = new Map<string, Home>();
  const erased = new Set<string>();
  for (const instance of new Set(notes.map((note) => note.instance))) {
    const about = readProcessPlace(instance);
    if (about) {
      homes.set(instance, { org: about.org });
      continue;
    }
    const registration = await store.instances.registration(instance);
    if (!registration) continue;
    const { org, initiative } = registration;
    const record = initiative === undefined ? undefined : await store.initiatives.get(initiative);
    if (record?.status === 'erased') {
      erased.add(instance);
      continue;
    }
    const words = record && {
      title: record.words?.title,
      initiator: record.contact ?? record.roles.initiator?.[0],
      contact: CONTACT_ROLES.map((role) => record.roles[role]?.[0]).find((id) => id !== undefined),
    };
    homes.set(instance, { org, initiative, words });
  }
  return { homes, erased };
}

/** Person ids may stand anywhere in a note's data: each word without blanks is looked up, the store knows which are people. */
async function loadPeople(
  message: OutgoingMessage,
  homes: ReadonlyMap<string, Home>,
  store: MailStore,
): Promise<Map<string, Person>> {
  const ids = new Set([message.to]);
  for (const { data } of message.notes) for (const word of wordsIn(data)) ids.add(word);
  for (const { words } of homes.values())
    for (const id of [words?.initiator, words?.contact]) if (id !== undefined) ids.add(id);
  const found = await store.people.getMany([...ids]);
  const deputies = found
    .filter(({ away }) => away)
    .flatMap((person) => person?.away?.deputy ?? person?.deputy ?? [])
    .filter((id) => !ids.has(id));
  const all = deputies.length ? [...found, ...(await store.people.getMany(deputies))] : found;
  return new Map(all.map((person) => [person.id, person]));
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\S{1,80}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}

/** `def:<hash>:<element>` and `def:<hash>:text:<key>`. */
async function loadTexts({ notes }: OutgoingMessage, store: MailStore): Promise<Map<string, MessageText>> {
  const texts = new Map<string, MessageText>();
  const definitions = new Map<string, Definition | undefined>();
  for (const { text: ref } of notes) {
    const [kind, hash = '', ...rest] = ref.split(':');
    if (kind !== 'def') continue;
    if (!definitions.has(hash)) definitions.set(hash, await store.versions.definition(hash));
    const definition = definitions.get(hash);
    const text = definition && textOf(definition, rest.join(':'));
    if (text) texts.set(ref, text);
  }
  return texts;
}

function textOf(definition: Definition, name: string): MessageText | undefined {
  if (name.startsWith('text:')) return definition.texts[name.slice('text:'.length)];
  // An agreement is unfolded into a draft and its confirmation, which carries the words.
  const element = definition.elements.find(
    ({ id, type }) => id === name || (type === 'agreement' && `${id}.confirm` === name),
  );
  return element && 'text' in element ? element.text : undefined;
}
