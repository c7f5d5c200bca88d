// What makes a text hard to read for many people, sentence by sentence. Signs of plain language, not a measured level.
import type { Language } from '../../contract/index.ts';
import { sentencesOf } from '../check/rules/plain-language.ts';
import { OFFICE_WORDS } from './office-words.ts';
import { JARGON_NL, READABILITY_LIMITS } from './readability.ts';

/** Letters beyond which a word stops a reader. Dutch writes compounds as one word, so it may have more. */
export const LONGEST_WORD: Record<Language, number> = { nl: 17, en: 14 };

export type Remark = { sentence: string } & (
  | { kind: 'long'; words: number }
  | { kind: 'word'; found: string }
  | { kind: 'passive'; found: string }
  | { kind: 'jargon'; found: string; better: string }
);

export interface ReadingLevel {
  remarks: Remark[];
  /** Words per sentence, where that is more than reads easily; one sentence alone is judged by its own length. */
  tooLongOnAverage: number | undefined;
}

const WORDS: Record<Language, Readonly<Record<string, string>>> = {
  nl: JARGON_NL,
  en: OFFICE_WORDS.en,
};

/** Reads a text with or without placeholders; each counts as one word. Optional parts in brackets are read as well. */
export function readingLevel(text: string, language: Language): ReadingLevel {
  const sentences = sentencesOf(text.replace(/[[\]]/g, ''));
  const lengths = sentences.map((sentence) => wordsOf(sentence).length);
  const average = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length);
  return {
    remarks: sentences.flatMap((sentence) => [
      ...long(sentence),
      ...longWords(sentence, language),
      ...passive(sentence, language),
      ...jargon(sentence, language),
    ]),
    tooLongOnAverage:
      lengths.length > 1 && average > READABILITY_LIMITS.average ? Math.round(average) : undefined,
  };
}

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

function long(sentence: string): Remark[] {
  const words = wordsOf(sentence).length;
  return words > READABILITY_LIMITS.sentence ? [{ kind: 'long', sentence, words }] : [];
}

/** Addresses and names with a capital inside a sentence are no words one can choose. */
function longWords(sentence: string, language: Language): Remark[] {
  const plain = sentence.replace(/\S*(?:@|:\/\/|www\.)\S*/g, ' ');
  return [...new Set(wordsOf(plain))]
    .filter((word) => word.replace(/[^\p{L}]/gu, '').length > LONGEST_WORD[language])
    .filter((word) => plain.startsWith(word) || !/^\p{Lu}/u.test(word))
    .map((found) => ({ kind: 'word', sentence, found }));
}

const PASSIVE_NL = /(?<!\p{L})(wordt|worden|werd|werden|geworden)(?!\p{L})/iu;
/** Participles: `gestuurd`, `aangevraagd`, `besproken`, `verstuurd`. What only looks like one is listed. */
const PARTICIPLE_NL =
  /(?<!\p{L})(?:(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg)?ge\p{L}{3,}(?:d|t|en)|(?:be|ver|ont|her)\p{L}{3,}(?:d|t|en))(?!\p{L})/giu;
const NO_PARTICIPLE_NL = new Set([
  'vertellen',
  'bespreken',
  'bekijken',
  'beslissen',
  'betalen',
  'herhalen',
  'ontmoeten',
  'begrijpen',
  'bezoeken',
  'bereiken',
  'verwachten',
  'gebruiken',
  'gebeuren',
  'genieten',
  'geloven',
  'gebeurt',
  'gezellig',
  'bewust',
  'geen',
  'gegeven',
  'gegevens',
  'gemeente',
  'gemeenten',
  'gewoon',
  'geld',
  'gebied',
  'gebieden',
  'gesprekken',
  'bewoners',
  'bewonen',
  'beiden',
  'betekent',
  'bestaat',
  'begint',
  'verder',
  'vertelt',
  'vergeet',
  'vertrouwen',
  'verhalen',
  'verenigingen',
  'berichten',
  'beginnen',
  'bedragen',
  'herinneringen',
  'beloften',
  'besluiten',
  'vergunningen',
  'gezond',
  'genoeg',
  'beter',
  'beste',
  'bent',
  'weten',
  'geduld',
  'geluid',
  'gezicht',
]);

const PASSIVE_EN =
  /\b(?:is|are|was|were|be|been|being)\s+(?:not\s+)?(?:\w+ly\s+)?(\w{2,}ed|made|sent|given|taken|done|told|held|kept|written|known|found|paid|chosen|shown|seen|brought|drawn|left)\b/i;
/** Said of how somebody is, not of what is done. */
const NO_PARTICIPLE_EN = new Set([
  'needed',
  'need',
  'indeed',
  'interested',
  'pleased',
  'excited',
  'worried',
  'tired',
  'done',
  'left',
  'known',
  'married',
  'involved',
]);

function passive(sentence: string, language: Language): Remark[] {
  const found = language === 'nl' ? passiveNl(sentence) : passiveEn(sentence);
  return found === undefined ? [] : [{ kind: 'passive', sentence, found }];
}

function passiveNl(sentence: string): string | undefined {
  const verb = PASSIVE_NL.exec(sentence)?.[1];
  if (verb === undefined) return undefined;
  const participle = (sentence.match(PARTICIPLE_NL) ?? []).find(
    (word) => !NO_PARTICIPLE_NL.has(word.toLowerCase()) && word.toLowerCase() !== verb.toLowerCase(),
  );
  return participle === undefined ? undefined : `${verb} … ${participle}`;
}

function passiveEn(sentence: string): string | undefined {
  const [found, participle = ''] = PASSIVE_EN.exec(sentence) ?? [];
  return found === undefined || NO_PARTICIPLE_EN.has(participle.toLowerCase()) ? undefined : found;
}

function jargon(sentence: string, language: Language): Remark[] {
  return Object.entries(WORDS[language]).flatMap(([word, better]): Remark[] => {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').exec(sentence)?.[0];
    return found === undefined ? [] : [{ kind: 'jargon', sentence, found, better }];
  });
}
