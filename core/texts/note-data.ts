// What a note of the engine carries besides its keys; every field may be missing.
import type { Note, Side, Text } from '../../contract/index.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import type { Json } from '../state.ts';

export interface CommitmentData {
  id: string;
  text: string;
  /** Person id. */
  owner: string;
  side: Side;
  due: LocalDate;
}

export interface NoteData {
  /** What the item is called. */
  name?: Text;
  element?: string;
  due?: LocalDate;
  dueTime?: string;
  /** Due dates of other elements the text refers to. */
  dues?: Record<string, LocalDate>;
  /** Person ids; in a re-promise `from` and `to` are dates. */
  owner?: string;
  from?: string;
  to?: string;
  /** Somebody who must be called. */
  person?: string;
  /** Contact for this matter, where it is not the initiative's. */
  contact?: string;
  why?: string;
  commitment?: CommitmentData;
  commitments?: CommitmentData[];
  outcomes?: { id: string; label: Text }[];
  variables?: Record<string, Json>;
  meeting?: { at: Instant; place?: string; minutes?: number };
  /** Working days after the due date. */
  lateDays?: number;
  /** Words that came with it, for the text `own`. */
  own?: { subject: string; body: string };
}

/** Notes are made by the engine, which is trusted; this is the one place that says what their data is. */
export function dataOf(note: Note): NoteData {
  return note.data as NoteData;
}
