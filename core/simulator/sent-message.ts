/** A message of a story's world as it went out, with its words in both languages. */
import type { Language, OutgoingMessage } from '../../contract/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { Compiled } from '../engine/compiled.ts';
import type { State } from '../state.ts';
import { type Lookups, renderMessage } from '../texts/index.ts';

export interface SimulatedPerson {
  id: string;
  name: string;
  mail?: string;
  sms?: string;
  post?: string;
  channel?: string;
  language?: Language;
  phone?: string;
}

export interface SimulatedMessage {
  at: Instant;
  to: string;
  role: string;
  channel: string;
  about: string[];
  subject: string;
  text: string;
  /** The same words in both languages. */
  texts: Record<Language, { subject: string; text: string }>;
  buttons: string[];
  invite?: unknown;
  instance: string;
  kind: string;
  key: string;
}

/** What the words of a message are made of. */
export interface MessagePlace {
  people: Record<string, SimulatedPerson>;
  org: { name: string };
  calendar: Calendar;
  stateOf(instance: string): State | undefined;
  process(hash: string): Compiled | undefined;
}

export function sentMessage(message: OutgoingMessage, place: MessagePlace): SimulatedMessage {
  const first = message.notes[0] as OutgoingMessage['notes'][number];
  const language: Language = place.people[message.to]?.language ?? 'nl';
  const words = (l: Language) => {
    const { subject, text } = renderMessage(message, l, lookups(place));
    return { subject, text };
  };
  const texts = { nl: words('nl'), en: words('en') };
  const invite = message.notes.find((n) => n.invite)?.invite;
  return {
    at: message.at,
    to: message.to,
    role: first.role,
    channel: message.channel,
    about: [...new Set(message.notes.flatMap((n) => n.about))],
    ...texts[language],
    texts,
    buttons: [...new Set(message.notes.flatMap((n) => n.buttons ?? []))],
    ...(invite ? { invite } : {}),
    instance: first.instance,
    kind: first.kind,
    key: message.key,
  };
}

function lookups({ people, org, calendar, stateOf, process }: MessagePlace): Lookups {
  return {
    person: (id) => {
      const p = people[id];
      return p ? { name: p.name, ...(p.phone ? { phone: p.phone } : {}) } : { name: id };
    },
    initiative: (id) => {
      const s = stateOf(id);
      const title = s?.variables['']?.title;
      const contact = s?.people.supporter?.[0] ?? s?.people.coordinator?.[0];
      const initiator = s?.people.initiator?.[0];
      return {
        ...(typeof title === 'string' ? { title } : {}),
        ...(contact === undefined ? {} : { contact }),
        ...(initiator === undefined ? {} : { initiator }),
      };
    },
    org,
    link: (note, button) =>
      `https://voorbeeld.nl/i/${note.instance}/${note.about[0]}${button === undefined ? '' : `?${button}`}`,
    definitionText: (ref) => {
      const [, hash, id, key] = ref.split(':');
      const found = process(hash ?? '');
      if (!found) return undefined;
      if (id === 'text' && key !== undefined) return found.definition.texts[key];
      const e = found.elements.get(id ?? '');
      return e && 'text' in e ? e.text : undefined;
    },
    zone: calendar.zone,
    calendar,
  };
}
