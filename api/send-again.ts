/** Mails about comments that did not go out: tried again until they do, or until the mail server refuses them for good. */
import type { Deps } from './deps.ts';

/** Longer than any hand-over takes: who has it for longer is not heard of again. */
const LEASE_MS = 5 * 60_000;
const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;

/** Waits twice as long after every try. */
export const nextTry = ({ attempts, settledAt }: { attempts: number; settledAt?: string }): number =>
  settledAt === undefined ? 0 : Date.parse(settledAt) + Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));

export async function sendAgain({
  store,
  sendMessage,
  log,
  clock,
}: Pick<Deps, 'store' | 'sendMessage' | 'log' | 'clock'>) {
  for (const { message, world, attempts, settledAt } of await store.messages.unsentOfProcesses(LEASE_MS)) {
    const due = nextTry({ attempts, ...(settledAt === undefined ? {} : { settledAt }) });
    if (!message || due > Date.parse(clock())) continue;
    try {
      await sendMessage(message, world);
    } catch (error) {
      // It stands in the outbox with the reason, and comes round again unless it was refused.
      log.warn(
        { error: (error as Error).name, attempts: attempts + 1 },
        'a mail about a comment was not sent yet',
      );
    }
  }
}
