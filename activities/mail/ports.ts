/** What sending needs: a part of the store, and personal links. */
import type { OutgoingMessage } from '../../contract/index.ts';
import type { Store } from '../../store/index.ts';

export interface MailStore {
  messages: Pick<Store['messages'], 'queue' | 'claim' | 'settle'>;
  people: Pick<Store['people'], 'getMany'>;
  instances: Pick<Store['instances'], 'registration'>;
  initiatives: Pick<Store['initiatives'], 'get'>;
  organisations: Pick<Store['organisations'], 'get'>;
  versions: Pick<Store['versions'], 'definition'>;
}

/** Personal links of one message: the same message gets the same links on every try. */
export interface MessageLinks {
  page(noteKey: string): string;
  button(noteKey: string, button: string): string;
  /** Stops optional reminders with one POST. */
  unsubscribe?: string;
}

export interface LinksPort {
  forMessage(message: OutgoingMessage, world?: string): Promise<MessageLinks>;
}
