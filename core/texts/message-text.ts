// Finding the words of a note: a standard text, or one of a definition.
import type { Language, Note } from '../../contract/index.ts';
import type { Lookups } from './lookups.ts';
import { dataOf } from './note-data.ts';
import { standardText } from './standard-texts.ts';
import { wordsOf } from './words.ts';

export interface NoteWords {
  subject: string;
  body: string;
  /** For a small screen; definitions have none, their first sentences are used. */
  sms?: string;
  buttons?: string[];
  contact?: 'to';
}

/** For somebody outside, who gets these words and has no page. */
export const isOwnWords = (note: Note): boolean => note.text === 'own';

/** The words of a note in a language. A text that does not exist is a defect. */
export function wordsOfNote(note: Note, language: Language, lookups: Lookups): NoteWords {
  if (note.text.startsWith('std:')) {
    const { subject, body, sms, ...rest } = standardText(note.text);
    return { subject: subject[language], body: body[language], sms: sms?.[language], ...rest };
  }
  if (isOwnWords(note)) return dataOf(note).own ?? { subject: '', body: '' };
  const text = lookups.definitionText(note.text);
  if (!text) throw new Error(`Expected the text '${note.text}' of note '${note.key}', but there is none`);
  return { subject: wordsOf(text.subject, language), body: wordsOf(text.body, language) };
}
