/** What becomes of an answer that is no success: tried again where that can help, and said so that somebody can act on it. */
import { ApplicationFailure } from '@temporalio/common';
import { lasting } from '../failures.ts';
import { NotReachable } from './addresses.ts';
import { type Ask, type Question, type Reply, TooLong } from './ask.ts';

/** Asks, and turns trouble on the way into failures that name the host and nothing that was sent. */
export async function asked(ask: Ask, question: Question): Promise<Reply> {
  const { url, signal } = question;
  try {
    return await ask(question);
  } catch (error) {
    if (error instanceof NotReachable) throw lasting('NOT_REACHABLE', error.message);
    if (error instanceof TooLong) throw lasting('ANSWER_TOO_LONG', `${error.message} from ${url.host}`);
    if (signal.aborted) throw signal.reason;
    const { code, message } = error as NodeJS.ErrnoException;
    throw ApplicationFailure.retryable(
      `Expected an answer of ${url.host}, but: ${code ?? message}`,
      'NO_ANSWER',
    );
  }
}

/** Too early, too often, or trouble on the other side: later it may go well. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const EXCERPT = 200;

/** The failure for an answer that is not what was hoped for. `hidden`: words that must not be repeated. */
export function refused(reply: Reply, { url }: Question, hidden: readonly string[]): ApplicationFailure {
  const { status, text, headers } = reply;
  const said = hidden.reduce((words, secret) => words.replaceAll(secret, '•••'), text).trim();
  const excerpt = said.length > EXCERPT ? `${said.slice(0, EXCERPT)}…` : said;
  const message = `Expected a success of ${url.host}, but it answered ${status}${excerpt ? `: ${excerpt}` : ''}`;
  if (!PASSING.has(status)) return lasting('REFUSED', message);
  const pause = pauseOf(headers['retry-after']);
  return ApplicationFailure.create({
    message,
    type: 'PASSING',
    nonRetryable: false,
    ...(pause === undefined ? {} : { nextRetryDelay: pause }),
  });
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function pauseOf(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const pause = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(pause) && pause > 0 ? pause : undefined;
}
