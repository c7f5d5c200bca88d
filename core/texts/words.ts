// Choosing one language of a text.
import type { Language, Text } from '../../contract/index.ts';

/** The words of a text in a language; a plain string is the same in both. */
export function wordsOf(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}
