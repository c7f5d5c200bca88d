// The shape of a standard text: words in both languages, and the buttons it comes with.
import type { Bilingual } from '../../calendar/index.ts';

/**
 * Paragraphs of the body are separated by an empty line; the first sentence says what is asked or what happened.
 * `sms` is for small screens, at most 300 characters with its link. `buttons` are used when a note names none.
 */
export interface StandardText {
  subject: Bilingual;
  body: Bilingual;
  sms?: Bilingual;
  buttons?: string[];
  /** Whom to ask is the person `{to}` names, not the initiative's contact. */
  contact?: 'to';
}
