/** What is left to say of a message when an initiative it speaks of was erased after it was put together. */
import type { OutgoingMessage } from '../../contract/index.ts';

/** Undefined when nothing is left. `erased`: instances. */
export function withoutErased(
  message: OutgoingMessage,
  erased: ReadonlySet<string>,
): OutgoingMessage | undefined {
  if (erased.size === 0) return message;
  const notes = message.notes.filter(({ instance }) => !erased.has(instance));
  return notes.length > 0 ? { ...message, notes } : undefined;
}
