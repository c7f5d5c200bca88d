// Texts to initiators are short and free of office words (domain: Dutch level B1).
import type { Language } from '../../../contract/index.ts';
import { both } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Words in the longest sentence, and on average. */
export const LONGEST_SENTENCE = 25;
export const LONGEST_AVERAGE = 15;

/** Words that do not belong in a text to initiators, with what to say instead. */
export const OFFICE_WORDS: Record<Language, Record<string, string>> = {
  nl: {
    conform: 'volgens',
    middels: 'met',
    indienen: 'insturen',
    dossier: 'gegevens',
    cliënt: 'jij',
    client: 'jij',
    overschreden: 'te laat',
    betreffende: 'over',
    desbetreffende: 'deze',
    inzake: 'over',
    teneinde: 'om',
    alsmede: 'en',
    derhalve: 'daarom',
    dientengevolge: 'daardoor',
    aanvang: 'begin',
    aanvangen: 'beginnen',
    bovengenoemde: 'deze',
    voornoemde: 'deze',
    reeds: 'al',
    tevens: 'ook',
    doch: 'maar',
    indien: 'als',
    verstrekken: 'geven',
    beschikking: 'besluit',
    dienaangaande: 'daarover',
    omtrent: 'over',
    mits: 'als',
    thans: 'nu',
    echter: 'maar',
    escaleren: 'hulp vragen',
    opschalen: 'hulp vragen',
    evaluatie: 'terugkijken',
  },
  en: {
    'non-compliant': 'not done yet',
    overdue: 'late',
    pursuant: 'under',
    hereby: 'now',
    aforementioned: 'this',
    utilise: 'use',
    utilize: 'use',
    commence: 'begin',
    terminate: 'end',
    dossier: 'notes',
    client: 'you',
    escalate: 'ask for help',
    escalation: 'asking for help',
    henceforth: 'from now on',
    stakeholder: 'people involved',
    stakeholders: 'people involved',
  },
};

export const plainLanguage: Rule = {
  id: 'plain-language',
  severity: 'warning',
  *find(model) {
    for (const { element, text, kind, toInitiator } of textsOf(model)) {
      if (!toInitiator) continue;
      const words = both(text);
      // One text for both languages is judged once.
      const languages: Language[] = typeof text === 'string' ? ['nl'] : ['nl', 'en'];
      for (const language of languages) {
        yield* officeWords(element, words[language], language);
        if (kind === 'body') yield* longSentences(element, words[language], language);
      }
    }
  },
};

function* officeWords(element: string, text: string, language: Language): Generator<Mistake> {
  const used = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  for (const word of new Set(used)) {
    if (!Object.hasOwn(OFFICE_WORDS[language], word)) continue;
    const better = OFFICE_WORDS[language][word];
    yield mistake(
      element,
      `“${word}” is een kantoorwoord. Schrijf liever “${better}”.`,
      `“${word}” is an office word. Rather write “${better}”.`,
    );
  }
}

function* longSentences(element: string, text: string, language: Language): Generator<Mistake> {
  const lengths = sentencesOf(text).map((sentence) => ({ sentence, words: wordsIn(sentence) }));
  const [nl, en] = language === 'nl' ? ['Nederlandse', 'Dutch'] : ['Engelse', 'English'];
  for (const { sentence, words } of lengths.filter(({ words }) => words > LONGEST_SENTENCE))
    yield mistake(
      element,
      `De ${nl} zin “${sentence.slice(0, 50)}…” heeft ${words} woorden. Maak er twee van (hoogstens ${LONGEST_SENTENCE}).`,
      `The ${en} sentence “${sentence.slice(0, 50)}…” has ${words} words. Make it two (at most ${LONGEST_SENTENCE}).`,
    );
  const average = lengths.reduce((sum, { words }) => sum + words, 0) / Math.max(1, lengths.length);
  if (lengths.length > 1 && average > LONGEST_AVERAGE)
    yield mistake(
      element,
      `De ${nl} zinnen hebben gemiddeld ${Math.round(average)} woorden. Houd het op hoogstens ${LONGEST_AVERAGE}.`,
      `The ${en} sentences have ${Math.round(average)} words on average. Keep it to at most ${LONGEST_AVERAGE}.`,
    );
}

/** Sentences of running text; a placeholder counts as one word, optional parts in brackets as text. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/\{[^{}]*\}/g, 'woord')
    .split(/(?<=[.!?:])[\])”"']*\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence) > 0);
}

const wordsIn = (sentence: string) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
