// One note in words: its subject, its paragraphs and lists, and its buttons.
import type { Language, Note, NoteKind, Side, Text } from '../../contract/index.ts';
import { type LocalDate, localDate } from '../calendar/index.ts';
import { buttonLabel } from './buttons.ts';
import { fill, fillWords } from './fill.ts';
import type { Lookups } from './lookups.ts';
import { isOwnWords, wordsOfNote } from './message-text.ts';
import { dataOf } from './note-data.ts';
import type { RenderedBlock, RenderedButton, RenderedItem, RenderedPart } from './rendered.ts';
import { SIDES } from './sides.ts';
import { commitmentsOf, oneLine, type Scene, sceneOf } from './values.ts';
import { wordsOf } from './words.ts';
import { writtenDate } from './written.ts';

/** Longest subject; mail programs cut longer ones in the middle of a word. */
const SUBJECT_LENGTH = 120;
/** With more outcomes than this a message has one button, to the page where they all are. */
const MOST_OUTCOMES = 4;

const LATE = {
  nl: 'Dit bericht komt later dan je van ons mag verwachten. Onze excuses.',
  en: 'This message comes later than you may expect of us. We apologise.',
};

/** Kinds about something that somebody still has to do. */
const CARRIED: ReadonlySet<NoteKind> = new Set(['request', 'headsUp', 'chase', 'checkIn', 'honest']);
const CARRIER = { nl: 'Wie doet dit', en: 'Who does this' };

/** A note with the words it became. */
export interface RenderedNote {
  note: Note;
  due?: LocalDate;
  subject: string;
  block: RenderedBlock;
  sms: string;
  /** Person id of whom to ask. */
  contact?: string;
}

/** Renders one note of a message that goes at `at`. */
export function renderNote(note: Note, at: string, language: Language, lookups: Lookups): RenderedNote {
  const scene = sceneOf(note, at, language, lookups);
  const words = wordsOfNote(note, language, lookups);
  const due = scene.data.due ?? scene.data.commitment?.due;
  const side = scene.data.commitment?.side ?? (note.kind === 'honest' ? 'us' : note.side);
  const parts = partsOf(words.body, scene);
  if (note.late) parts.push({ paragraph: [LATE[language]] });
  return {
    note,
    due,
    subject: subjectOf(words.subject, scene),
    block: {
      note: note.key,
      about: note.about,
      kind: note.kind,
      side,
      carrier:
        CARRIED.has(note.kind) && note.side !== 'us'
          ? { label: CARRIER[language], mark: SIDES[side].mark, word: sideWord(side, scene) }
          : undefined,
      late: due !== undefined && due < localDate(lookups.zone, at),
      parts,
      buttons: buttonsOf(note, words.buttons, language, lookups),
    },
    contact: scene.data.contact ?? (words.contact && scene.data.to) ?? scene.initiative?.contact,
    sms: smsOf(words.sms, words.body, scene),
  };
}

function subjectOf(template: string, scene: Scene): string {
  const words = isOwnWords(scene.note) ? template : fillWords(template, { ...scene, subject: true });
  const subject = oneLine(words);
  return subject.length > SUBJECT_LENGTH ? `${subject.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…` : subject;
}

function partsOf(body: string, scene: Scene): RenderedPart[] {
  return body.split(/\r?\n[ \t]*\r?\n/).flatMap((paragraph): RenderedPart[] => {
    if (isOwnWords(scene.note)) return [{ paragraph: [oneLine(paragraph)] }];
    if (paragraph.trim() === '{commitments}') {
      const list = itemsOf(scene);
      if (list.length) return [{ list }];
    }
    const words = fill(paragraph, scene);
    return words.length ? [{ paragraph: words }] : [];
  });
}

/** How a side is said to the reader: their own is "you". */
function sideWord(side: Side, { note, language }: Scene): string {
  return (side === note.side ? SIDES[side].own : SIDES[side].word)[language];
}

function itemsOf(scene: Scene): RenderedItem[] {
  const { language, lookups, today } = scene;
  return commitmentsOf(scene).map(({ side, text, owner, due }) => ({
    side,
    mark: SIDES[side].mark,
    word: sideWord(side, scene),
    text: oneLine(text),
    owner: oneLine(lookups.person(owner)?.name ?? ''),
    due: writtenDate(language, due, today),
  }));
}

function buttonsOf(
  note: Note,
  standard: string[] | undefined,
  language: Language,
  lookups: Lookups,
): RenderedButton[] {
  const outcomes = dataOf(note).outcomes ?? [];
  const named = new Map<string, Text>(outcomes.map(({ id, label }) => [id, label]));
  const asks = note.kind === 'request' || note.kind === 'checkIn';
  const few = asks && note.side !== 'us' && outcomes.length > 0 && outcomes.length <= MOST_OUTCOMES;
  const otherwise = few ? [...named.keys()] : (standard ?? (asks ? ['open'] : []));
  const ids = note.buttons?.length ? note.buttons : otherwise;
  return ids.map((id) => ({
    id,
    label: oneLine(wordsOf(named.get(id) ?? buttonLabel(id), language)),
    url: id === 'open' || id === 'openTask' ? lookups.link(note) : lookups.link(note, id),
    about: note.about,
  }));
}

/** At most this many characters in a text message: two parts at the operator. */
const SMS_LENGTH = 300;

/** Says who it is from, and uses only characters that every phone has: others halve the room. */
function smsOf(template: string | undefined, body: string, scene: Scene): string {
  const from = `${oneLine(scene.lookups.org.name)}: `;
  const short: Scene = { ...scene, longest: 60 };
  const words = template ? shortWords(template, short, from) : firstSentences(body, short, from);
  return plainCharacters(`${from}${words}`);
}

function plainCharacters(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('…', '...').replaceAll('\u00a0', ' ');
}

function shortWords(template: string, scene: Scene, from: string): string {
  const whole = fillWords(template, scene);
  if (plainCharacters(from + whole).length <= SMS_LENGTH) return whole;
  return fillWords(template, { ...scene, longest: 30 }, { optional: false });
}

function firstSentences(body: string, scene: Scene, from: string): string {
  const link = scene.lookups.link(scene.note);
  const room = SMS_LENGTH - from.length - link.length - 8;
  const sentences = body
    .replaceAll('{commitments}', '')
    .replaceAll('{link}', '')
    .split(/\n\s*\n/)
    .flatMap((paragraph) => fillWords(paragraph, scene).split(/(?<=[.!?]’?)\s+/));
  let said = '';
  for (const sentence of sentences) {
    const next = said ? `${said} ${sentence}` : sentence;
    if (next.length > room) break;
    said = next;
  }
  return `${said || `${sentences.join(' ').slice(0, room)}…`} ${link}`;
}
