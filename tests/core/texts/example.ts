/** A small neighbourhood for tests of texts: people, one initiative, and notes about it. */
import type { Note, OutgoingMessage } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import type { Lookups, NoteData } from '../../../core/texts/index.ts';

export const PEOPLE: Record<string, { name: string; phone?: string; days?: string }> = {
  ada: { name: 'Ada', phone: '06 12 34 56 78' },
  bo: { name: 'Bo Visser', phone: '033 123 45 67', days: 'maandag en dinsdag' },
  cor: { name: 'Cor', phone: '033 123 45 68' },
  max: { name: 'Max' },
  pia: { name: 'Pia' },
};

export const lookups: Lookups = {
  person: (id) => PEOPLE[id],
  initiative: (instance) =>
    instance === 'ins_1' ? { title: 'De Groene Kring', contact: 'bo', initiator: 'ada' } : undefined,
  org: { name: 'Welzijn Rivierwijk' },
  link: (note, button) => `https://speelruimte.example/p/${note.key}${button ? `?b=${button}` : ''}`,
  definitionText: (ref) =>
    ref === 'def:abc:n2'
      ? {
          subject: { nl: 'We hebben je bericht', en: 'We have your message' },
          body: {
            nl: 'Fijn dat je iets wilt doen met {initiative}. Je hoort uiterlijk {due:n3} van ons.\n\nJij houdt de regie. Kijk op {link} wat er gebeurt.',
            en: 'Great that you want to do something with {initiative}. You hear from us by {due:n3}.\n\nYou stay in charge. See {link} for what happens.',
          },
        }
      : undefined,
  zone: 'Europe/Amsterdam',
  calendar: dutchCalendar,
};

/** Everything any standard text may refer to. */
export const FULL: NoteData = {
  name: { nl: 'Eerste contact', en: 'First contact' },
  due: '2026-04-03',
  owner: 'bo',
  from: 'bo',
  to: 'cor',
  why: 'er was veel te doen',
  meeting: { at: '2026-04-09T17:30:00.000Z', place: 'Buurthuis De Brug', minutes: 60 },
};

export const PROMISE = {
  id: 'c1',
  text: 'een kaart van de tuinen maken',
  owner: 'bo',
  side: 'us',
  due: '2026-04-24',
} as const;

export const OWN = {
  id: 'c2',
  text: 'drie handige buren vragen',
  owner: 'ada',
  side: 'initiator',
  due: '2026-06-05',
} as const;

export function note(text: string, data: NoteData, more: Partial<Note> = {}): Note {
  return {
    key: `ins_1/n3/1/${text}/ada`,
    instance: 'ins_1',
    to: 'ada',
    role: 'initiator',
    side: 'initiator',
    kind: 'request',
    about: ['n3'],
    text,
    data: data as Note['data'],
    at: '2026-04-02T07:00:00.000Z',
    act: false,
    ...more,
  };
}

export function message(notes: Note[], more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const first = notes[0] as Note;
  return { key: `${first.key}/1`, to: first.to, channel: 'mail', at: first.at, notes, ...more };
}
