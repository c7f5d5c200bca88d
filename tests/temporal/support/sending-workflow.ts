/** Only for tests: sends messages the way mailrooms do, all of them side by side. */
import type { OutgoingMessage } from '../../../contract/index.ts';
import { carry } from '../../../workflows/carry.ts';

export async function sendAll(messages: OutgoingMessage[]): Promise<void> {
  await Promise.all(messages.map((message) => carry('send', { message })));
}
