// What each placeholder becomes in one note for one reader; undefined where there is nothing to say.
import type { Language, Note } from '../../contract/index.ts';
import { isLocalDate, type LocalDate, localDate, workingDaysBetween } from '../calendar/index.ts';
import type { Json } from '../state.ts';
import type { InitiativeWords, Lookups } from './lookups.ts';
import { type CommitmentData, dataOf, type NoteData } from './note-data.ts';
import type { PlaceholderName, PlaceholderUse } from './placeholders.ts';
import type { Inline } from './rendered.ts';
import { wordsOf } from './words.ts';
import {
  writtenDate,
  writtenDayAndTime,
  writtenList,
  writtenMoment,
  writtenMoney,
  writtenNumber,
  writtenPeriod,
} from './written.ts';

/** Everything a placeholder may look at. */
export interface Scene {
  note: Note;
  data: NoteData;
  language: Language;
  lookups: Lookups;
  initiative?: InitiativeWords;
  /** Local date on which the message goes. */
  today: LocalDate;
  /** Subjects name no person and quote nobody. */
  subject?: boolean;
  /** Longest quotation, for text messages. */
  longest?: number;
}

/** The scene of a note in a message that goes at `at`. */
export function sceneOf(note: Note, at: string, language: Language, lookups: Lookups): Scene {
  const initiative = lookups.initiative(note.instance);
  return { note, data: dataOf(note), language, lookups, initiative, today: localDate(lookups.zone, at) };
}

/** The value of a placeholder, as running text. */
export function placeholderValue({ name, argument = '' }: PlaceholderUse, scene: Scene): Inline | undefined {
  const value = values[name](scene, argument);
  return value === '' ? undefined : value;
}

const PAGE = { nl: 'je pagina', en: 'your page' };
const OWN_COMMITMENT = { nl: 'je afspraak', en: 'your commitment' };
const A_COMMITMENT = { nl: 'een afspraak', en: 'a commitment' };
/** Items of commitments are `c1`, `c2` …; tasks about one (`c2.INIT.+15`) have names of their own. */
const COMMITMENT_ID = /^c\d+$/;
const PERIOD = /^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/;
const TRUE_FALSE = { nl: ['ja', 'nee'], en: ['yes', 'no'] };

const values: Record<PlaceholderName, (scene: Scene, argument: string) => Inline | undefined> = {
  initiator: (scene) => personName(scene, initiatorOf(scene)),
  initiative: ({ initiative }) => initiative?.title && oneLine(initiative.title),
  org: ({ lookups }) => oneLine(lookups.org.name),
  contact: (scene) => personName(scene, contactId(scene)) ?? oneLine(scene.lookups.org.name),
  contactPhone: (scene) => phone(scene, contactId(scene)),
  name: itemName,
  due: (scene, element) => dueDay(scene, element),
  date: (scene, variable) => dateWords(scene, scene.data.variables?.[variable]),
  value: (scene, variable) => jsonWords(scene, scene.data.variables?.[variable]),
  money: ({ data, language }, variable) => {
    const cents = data.variables?.[variable];
    return typeof cents === 'number' ? writtenMoney(language, cents) : undefined;
  },
  period: ({ data, language }, variable) => {
    const period = data.variables?.[variable];
    return typeof period === 'string' && PERIOD.test(period) ? writtenPeriod(language, period) : undefined;
  },
  owner: (scene) => personName(scene, scene.data.owner ?? scene.data.commitment?.owner),
  ownerPhone: (scene) => phone(scene, scene.data.owner ?? scene.data.commitment?.owner),
  from: (scene) => personOrDay(scene, scene.data.from),
  to: (scene) => personOrDay(scene, scene.data.to ?? scene.data.person),
  toPhone: (scene) => phone(scene, scene.data.to),
  why: (scene) => scene.data.why && withoutFullStop(shortened(scene, oneLine(scene.data.why))),
  commitment: (scene) => scene.data.commitment && quoted(scene, scene.data.commitment.text),
  commitments: (scene) => commitmentsInLine(scene),
  meeting: ({ data, note, lookups, language, today }) => {
    const at = data.meeting?.at ?? note.invite?.at;
    return at && writtenMoment(language, lookups.zone, at, today);
  },
  place: ({ data, note }) => {
    const place = data.meeting?.place ?? note.invite?.place;
    return place && oneLine(place);
  },
  lateDays: ({ data, lookups, today }) => {
    const days = data.lateDays ?? (data.due ? workingDaysBetween(lookups.calendar, data.due, today) : 0);
    return days > 0 ? String(days) : undefined;
  },
  link: ({ note, lookups, language }) => ({ label: PAGE[language], url: lookups.link(note) }),
};

/** Line breaks would end a header or a paragraph, so values are one line. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}

function shortened({ longest }: Scene, text: string): string {
  if (longest === undefined || text.length <= longest) return text;
  return `${text.slice(0, longest - 1).trimEnd()}…`;
}

/** Names and people's own words stand between quotation marks, so that a sentence stays readable around them. */
function quoted(scene: Scene, text: string): string {
  return `‘${shortened(scene, withoutFullStop(oneLine(text)))}’`;
}

function initiatorOf({ initiative, note }: Scene): string | undefined {
  return initiative?.initiator ?? (note.side === 'initiator' ? note.to : undefined);
}

function contactId({ data, initiative }: Scene): string | undefined {
  return data.contact ?? initiative?.contact;
}

function personName({ lookups }: Scene, id: string | undefined): string | undefined {
  const name = id === undefined ? undefined : lookups.person(id)?.name;
  return name && oneLine(name);
}

function phone({ lookups }: Scene, id: string | undefined): string | undefined {
  return id === undefined ? undefined : lookups.person(id)?.phone;
}

function personOrDay(scene: Scene, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return isLocalDate(value) ? writtenDate(scene.language, value, scene.today) : personName(scene, value);
}

/** A commitment's words are somebody's own, so a subject only says that it is about one. */
function itemName(scene: Scene): string | undefined {
  const { data, language, note, subject } = scene;
  if (subject && (data.commitment || COMMITMENT_ID.test(note.about[0] ?? ''))) {
    const owner = data.commitment?.owner ?? data.owner;
    return (owner === note.to ? OWN_COMMITMENT : A_COMMITMENT)[language];
  }
  const name = data.commitment?.text ?? (data.name === undefined ? undefined : wordsOf(data.name, language));
  return name ? quoted(scene, name) : undefined;
}

function dueDay(scene: Scene, element: string): string | undefined {
  const { data, language, lookups, today } = scene;
  if (element) {
    const due = data.dues?.[element];
    return due && writtenDate(language, due, today);
  }
  const due = data.due ?? data.commitment?.due;
  if (!due) return undefined;
  const { dueTime } = data;
  if (dueTime && dueTime !== lookups.calendar.dueTime)
    return writtenDayAndTime(language, due, dueTime, today);
  return writtenDate(language, due, today);
}

function dateWords({ language, lookups, today }: Scene, value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isLocalDate(value)) return writtenDate(language, value, today);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? writtenMoment(language, lookups.zone, value, today) : undefined;
}

function jsonWords(scene: Scene, value: Json | undefined): string | undefined {
  const { language, lookups } = scene;
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return writtenNumber(language, value);
  if (typeof value === 'boolean') return TRUE_FALSE[language][value ? 0 : 1];
  if (typeof value === 'string')
    return dateWords(scene, value) ?? oneLine(lookups.person(value)?.name ?? shortened(scene, value));
  if (Array.isArray(value)) {
    const parts = value.flatMap((each) => jsonWords(scene, each) ?? []);
    return parts.length ? writtenList(language, parts) : undefined;
  }
  const named = value.text ?? value.name ?? value.label;
  if (named !== undefined) return jsonWords(scene, named);
  // A line of a list: its parts in a row.
  const parts = Object.values(value).flatMap((each) => jsonWords(scene, each) ?? []);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Commitments in a note: the list it carries, or the one it is about. */
export function commitmentsOf({ data }: Scene): CommitmentData[] {
  return data.commitments ?? (data.commitment ? [data.commitment] : []);
}

function commitmentsInLine(scene: Scene): string | undefined {
  const { language, today } = scene;
  const each = commitmentsOf(scene).map(({ text, owner, due }) => {
    const words = [personName(scene, owner), writtenDate(language, due, today)].filter(Boolean).join(', ');
    return `${quoted(scene, text)} (${words})`;
  });
  return each.length ? writtenList(language, each) : undefined;
}
