// From an outgoing message to words: one greeting, each note a block with its own buttons, one subject.
import type { Language, OutgoingMessage } from '../../contract/index.ts';
import { type LocalDate, localDate } from '../calendar/index.ts';
import type { Lookups, PersonWords } from './lookups.ts';
import { isOwnWords } from './message-text.ts';
import { plainText } from './plain-text.ts';
import { whySentence } from './reasons.ts';
import { type RenderedNote, renderNote } from './render-block.ts';
import type { RenderedBlock, RenderedMessage } from './rendered.ts';
import { oneLine } from './values.ts';

const WORDS = {
  nl: {
    greeting: (name: string) => (name ? `Dag ${name},` : 'Dag,'),
    page: 'Alles op een rij',
    intro: 'Een paar dingen op een rij.',
    staffIntro: 'Dit is er voor je.',
    things: (n: number, about: string) => `${n} dingen over ${about}`,
    thingsFrom: (n: number, org: string) => `${n} dingen van ${org}`,
    work: (n: number, late: number) => `Je werk: ${n} dingen${late ? `, waarvan ${late} te laat` : ''}`,
    more: (url: string) => `Er is nog meer: ${url}`,
    call: ({ name, phone, days }: PersonWords) => `Vragen? Bel ${name}: ${phone}${days ? ` (${days})` : ''}.`,
    ask: (name: string) => `Vragen? ${name} helpt je graag.`,
    colleague: 'Vragen? Overleg met een collega.',
    groups: { late: 'Te laat', today: 'Vandaag', later: 'Later', news: 'Goed om te weten' },
  },
  en: {
    greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    page: 'Everything in one place',
    intro: 'A few things in one message.',
    staffIntro: 'This is here for you.',
    things: (n: number, about: string) => `${n} things about ${about}`,
    thingsFrom: (n: number, org: string) => `${n} things from ${org}`,
    work: (n: number, late: number) => `Your work: ${n} things${late ? `, ${late} of them late` : ''}`,
    more: (url: string) => `There is more: ${url}`,
    call: ({ name, phone, days }: PersonWords) =>
      `Questions? Call ${name}: ${phone}${days ? ` (${days})` : ''}.`,
    ask: (name: string) => `Questions? ${name} is glad to help.`,
    colleague: 'Questions? Talk to a colleague.',
    groups: { late: 'Late', today: 'Today', later: 'Later', news: 'Good to know' },
  },
};

type Group = keyof (typeof WORDS)['nl']['groups'];
const GROUPS: Group[] = ['late', 'today', 'later', 'news'];

/**
 * The words of a message in the recipient's language. Throws when a text does not exist: notes are made by the engine, and a
 * definition with a missing text cannot be published.
 */
export function renderMessage(
  message: OutgoingMessage,
  language: Language,
  lookups: Lookups,
): RenderedMessage {
  const words = WORDS[language];
  const today = localDate(lookups.zone, message.at);
  const rendered = message.notes.map((note) => renderNote(note, message.at, language, lookups));
  const notes = isDigest(rendered) ? grouped(rendered, today) : rendered;
  const lead = notes[0] as RenderedNote;
  const onPaper = message.channel === 'post' || message.channel === 'call';
  const blocks = notes.map((note) => blockOf(note, notes, today, language, onPaper));
  const contact = contactOf(message.to, notes, lookups);
  const whole = {
    language,
    side: lead.note.side,
    subject: subjectOf(notes, language, lookups),
    greeting: words.greeting(isOwnWords(lead.note) ? '' : oneLine(lookups.person(message.to)?.name ?? '')),
    intro: notes.length > 1 ? (isDigest(notes) ? words.staffIntro : words.intro) : undefined,
    blocks,
    ...(isOwnWords(lead.note) ? {} : { page: { label: words.page, url: lookups.link(lead.note) } }),
    contact,
    questions: questionsOf(contact, lead, language, lookups),
    why: whySentence(
      notes.map(({ note }) => note.kind),
      language,
    ),
    org: oneLine(lookups.org.name),
    buttons: blocks.flatMap(({ buttons }) => buttons),
  };
  return {
    ...whole,
    text: message.channel === 'sms' ? shortText(notes, language, lookups) : plainText(whole),
  };
}

/** Staff get several things as a list by day; others as a letter with a few parts. */
function isDigest(notes: RenderedNote[]): boolean {
  return notes.length > 1 && notes.every(({ note }) => note.side === 'us');
}

function groupOf({ note, due, block }: RenderedNote, today: LocalDate): Group {
  if (note.kind === 'news' || note.kind === 'result' || note.kind === 'confirmation') return 'news';
  if (block.late) return 'late';
  return due === today ? 'today' : 'later';
}

function grouped(notes: RenderedNote[], today: LocalDate): RenderedNote[] {
  return GROUPS.flatMap((group) => notes.filter((note) => groupOf(note, today) === group));
}

function blockOf(
  rendered: RenderedNote,
  all: RenderedNote[],
  today: LocalDate,
  language: Language,
  onPaper: boolean,
): RenderedBlock {
  const { block, subject } = rendered;
  return {
    ...block,
    group: isDigest(all) ? WORDS[language].groups[groupOf(rendered, today)] : undefined,
    heading: all.length > 1 ? subject : undefined,
    buttons: onPaper ? [] : block.buttons,
  };
}

function subjectOf(notes: RenderedNote[], language: Language, lookups: Lookups): string {
  const words = WORDS[language];
  const [lead] = notes as [RenderedNote];
  if (notes.length === 1) return lead.subject;
  if (isDigest(notes)) return words.work(notes.length, notes.filter(({ block }) => block.late).length);
  const instances = new Set(notes.map(({ note }) => note.instance));
  const title = instances.size === 1 ? lookups.initiative(lead.note.instance)?.title : undefined;
  const about = title && oneLine(title);
  return about
    ? words.things(notes.length, about)
    : words.thingsFrom(notes.length, oneLine(lookups.org.name));
}

/** The first contact of its notes other than the recipient. */
function contactOf(to: string, notes: RenderedNote[], lookups: Lookups): PersonWords | undefined {
  for (const { contact } of notes) {
    const person = contact === undefined || contact === to ? undefined : lookups.person(contact);
    if (person) return { ...person, name: oneLine(person.name) };
  }
  return undefined;
}

function questionsOf(
  contact: PersonWords | undefined,
  { note }: RenderedNote,
  language: Language,
  lookups: Lookups,
): string {
  const words = WORDS[language];
  if (contact?.phone) return words.call(contact);
  if (contact) return words.ask(contact.name);
  return note.side === 'us' ? words.colleague : words.ask(oneLine(lookups.org.name));
}

function shortText(notes: RenderedNote[], language: Language, lookups: Lookups): string {
  const [lead] = notes as [RenderedNote];
  if (notes.length === 1) return lead.sms;
  const more = WORDS[language].more(lookups.link(lead.note));
  return lead.sms.length + 1 + more.length <= 300 ? `${lead.sms} ${more}` : lead.sms;
}
