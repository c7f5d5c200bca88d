// Why somebody gets a message, in half a sentence per kind of note.
import type { Language, NoteKind } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { writtenList } from './written.ts';

const REASONS: Record<NoteKind, Bilingual> = {
  confirmation: { nl: 'je iets aan ons hebt doorgegeven', en: 'you told us something' },
  request: { nl: 'we je antwoord of hulp vragen', en: 'we ask for your answer or help' },
  news: { nl: 'je hierbij betrokken bent', en: 'you are part of this' },
  headsUp: { nl: 'dit op jouw naam staat', en: 'this is in your name' },
  chase: { nl: 'dit op jouw naam staat', en: 'this is in your name' },
  checkIn: { nl: 'we graag horen hoe het gaat', en: 'we like to hear how things are' },
  honest: { nl: 'wij je dit hebben beloofd', en: 'we promised you this' },
  dated: { nl: 'hier een dag bij hoort die telt', en: 'this comes with a date that counts' },
  result: { nl: 'je hieraan hebt meegedaan', en: 'you took part in this' },
  inbox: { nl: 'dit op jouw naam staat', en: 'this is in your name' },
  raise: { nl: 'jij hierbij kunt helpen', en: 'you can help with this' },
  invite: { nl: 'je bent uitgenodigd', en: 'you are invited' },
};

/** The sentence that closes every message: `Je krijgt dit bericht omdat …`. */
export function whySentence(kinds: NoteKind[], language: Language): string {
  const reasons = writtenList(language, [...new Set(kinds.map((kind) => REASONS[kind][language]))]);
  return language === 'nl'
    ? `Je krijgt dit bericht omdat ${reasons}.`
    : `You get this message because ${reasons}.`;
}
