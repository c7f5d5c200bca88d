// A message in words, before any layout: what the mail, the letter, the text message and the outbox are made of.
import type { Language, NoteKind, Side } from '../../contract/index.ts';

/** Running text, with links where the words are the link. */
export type Inline = string | { label: string; url: string };

/** One commitment in a list: who carries it, what, and by which day. */
export interface RenderedItem {
  side: Side;
  mark: string;
  word: string;
  text: string;
  owner: string;
  due: string;
}

export type RenderedPart = { paragraph: Inline[] } | { list: RenderedItem[] };

export interface RenderedButton {
  id: string;
  label: string;
  url: string;
  /** Items it answers: `n3`, `c2`. */
  about: string[];
}

/** One thing the message is about, with its own buttons; the first button is the main one. */
export interface RenderedBlock {
  /** Key of its note. */
  note: string;
  about: string[];
  kind: NoteKind;
  /** Side that carries it. */
  side: Side;
  /** Who carries it, with mark and word; not where the block only brings news. */
  carrier?: { label: string; mark: string; word: string };
  /** Group of a digest (late, today, later); printed where it differs from the block before. */
  group?: string;
  late: boolean;
  /** Only where a message has several blocks. */
  heading?: string;
  parts: RenderedPart[];
  buttons: RenderedButton[];
}

export interface RenderedMessage {
  language: Language;
  /** Side of the recipient. */
  side: Side;
  subject: string;
  greeting: string;
  /** Opens a message with several blocks. */
  intro?: string;
  blocks: RenderedBlock[];
  /** The personal page where everything stands together; none for somebody who only gets a mail. */
  page?: { label: string; url: string };
  contact?: { name: string; phone?: string; days?: string };
  /** Whom to ask, in a sentence. */
  questions: string;
  /** Why the recipient gets this. */
  why: string;
  org: string;
  /** Complete: for mail and letter as much as the laid-out form, for a text message at most 300 characters. */
  text: string;
  /** Of all blocks; none in a letter. */
  buttons: RenderedButton[];
}
