// Texts to initiators are short and free of office words (domain: Dutch level B1).
import type { Language } from '../../../contract/index.ts';
import { OFFICE_WORDS } from '../../texts/office-words.ts';
import { both } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Words in the longest sentence, and on average. */
export const LONGEST_SENTENCE = 25;
export const LONGEST_AVERAGE = 15;

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
