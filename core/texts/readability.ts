// How easy a text reads: sentence lengths and words to avoid, as a guard for plain Dutch (docs/domain.md, "Words").
import type { Language } from '../../contract/index.ts';
import { OFFICE_WORDS } from './office-words.ts';

/** Longest sentence and longest average, in words. */
export const READABILITY_LIMITS = { sentence: 25, average: 15 } as const;

/** Words that our own texts do not use towards residents: those of offices, and those of programs and projects. */
export const JARGON_NL: Readonly<Record<string, string>> = {
  ...OFFICE_WORDS.nl,
  'door middel van': 'met',
  'ten behoeve van': 'voor',
  'ten aanzien van': 'over',
  'met betrekking tot': 'over',
  heden: 'vandaag',
  dient: 'moet',
  dienen: 'moeten',
  gaarne: 'graag',
  hierbij: 'nu',
  onderhavige: 'deze',
  alvorens: 'voordat',
  aangezien: 'omdat',
  tenzij: 'behalve als',
  burger: 'bewoner',
  doelgroep: 'mensen',
  stakeholder: 'betrokkene',
  traject: 'plan',
  casus: 'initiatief',
  sommatie: 'herinnering',
  aanmaning: 'herinnering',
  termijn: 'dag',
  escalatie: 'hulp vragen',
  implementeren: 'invoeren',
  faciliteren: 'helpen',
  realiseren: 'maken',
  terugkoppelen: 'laten weten',
  terugkoppeling: 'bericht',
  afstemmen: 'overleggen',
  proactief: 'op tijd',
  borgen: 'vasthouden',
  geprioriteerd: 'belangrijk',
  taak: 'vraag',
  instantie: 'organisatie',
  proces: 'plan',
};

export interface Readability {
  sentences: { text: string; words: number }[];
  /** Words per sentence. */
  average: number;
  longest: number;
  /** Words to avoid, as they stand in the text. */
  jargon: string[];
}

/** What a reader meets: optional parts are in, a placeholder counts as two words. */
function asRead(text: string): string {
  return text.replace(/\{[^{}]*\}/g, 'twee woorden').replace(/[[\]]/g, '');
}

/** Measures a text with or without placeholders. Words to avoid are known for Dutch only. */
export function readability(text: string, language: Language): Readability {
  const sentences = asRead(text)
    .split(/(?<=[.!?:])\s+|\n\s*\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
    .map((sentence) => ({ text: sentence, words: sentence.split(/\s+/).length }));
  const words = sentences.reduce((sum, { words }) => sum + words, 0);
  return {
    sentences,
    average: sentences.length ? words / sentences.length : 0,
    longest: Math.max(0, ...sentences.map(({ words }) => words)),
    jargon: language === 'nl' ? jargonIn(text) : [],
  };
}

function jargonIn(text: string): string[] {
  return Object.keys(JARGON_NL).filter((word) =>
    new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text.replace(/\{[^{}]*\}/g, ' ')),
  );
}
