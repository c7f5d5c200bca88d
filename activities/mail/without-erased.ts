/** What is left to say of a message when an initiative it speaks of was erased after it was put together. */
import { type OutgoingMessage, readProcessPlace } from '../../contract/index.ts';
import type { MailStore } from './ports.ts';

/** Undefined when nothing is left. */
export async function withoutErased(
  message: OutgoingMessage,
  { instances, initiatives }: MailStore,
): Promise<OutgoingMessage | undefined> {
  const erased = new Set<string>();
  for (const instance of new Set(message.notes.map((note) => note.instance))) {
    if (readProcessPlace(instance)) continue;
    const initiative = (await instances.registration(instance))?.initiative;
    if (initiative !== undefined && (await initiatives.get(initiative))?.status === 'erased')
      erased.add(instance);
  }
  if (erased.size === 0) return message;
  const notes = message.notes.filter(({ instance }) => !erased.has(instance));
  return notes.length > 0 ? { ...message, notes } : undefined;
}
