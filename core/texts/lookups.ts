// What rendering must be told about the world: names, numbers, links and the organisation's own texts.
import type { MessageText, Note } from '../../contract/index.ts';
import type { Calendar } from '../calendar/index.ts';

export interface PersonWords {
  name: string;
  phone?: string;
  /** Days on which this person can be reached, in words. */
  days?: string;
}

export interface InitiativeWords {
  title?: string;
  /** Person ids. */
  contact?: string;
  initiator?: string;
}

export interface Lookups {
  person(id: string): PersonWords | undefined;
  initiative(instance: string): InitiativeWords | undefined;
  org: { name: string };
  /** Address of the recipient's page about a note, or of one button on it. */
  link(note: Note, button?: string): string;
  /** Text of a definition: `def:<hash>:<element>` or `def:<hash>:text:<key>`. */
  definitionText(ref: string): MessageText | undefined;
  zone: string;
  calendar: Calendar;
}
