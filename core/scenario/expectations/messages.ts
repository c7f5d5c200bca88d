/** Expectations about what was sent: `mail`, `nothing`. */
import { compareInstants, localDate, toLocal } from '../../calendar/index.ts';
import { nameOf } from '../cast.ts';
import { sameWord } from '../fold.ts';
import type { SentMessage } from '../host.ts';
import { itemKeys } from '../items.ts';
import { isAt, isWithin, written } from '../moments.ts';
import { isMeant } from '../people.ts';
import type { ExpectationOf, MailExpectation } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { holds, listed, type Mismatch, parts, times } from './mismatch.ts';

/** At least one message, or exactly `count`, is as described; since the start, unless a day or range is named. */
export function mail(view: View, expected: MailExpectation): Mismatch | undefined {
  const found = view.messages.filter((message) => fits(view, message, expected));
  if (holds(found.length, expected.count)) return undefined;
  const { count, ...asked } = expected;
  return {
    expected: `${times(count)} message: ${parts(asked) || 'any'}`,
    got: `${found.length}; ${overview(view, nearest(view, expected))}`,
  };
}

/** No message at all: in the range or on the day named, else since the previous step. */
export function nothing(view: View, expected: ExpectationOf<'nothing'>['with']): Mismatch | undefined {
  const ranged = expected.between || expected.on;
  const considered = ranged ? view.messages : view.messages.slice(view.sentBefore);
  const found = considered.filter((message) => fits(view, message, expected));
  if (!found.length) return undefined;
  return {
    expected: `no message: ${parts({ ...expected }) || 'to anybody'}${ranged ? '' : ' since the previous step'}`,
    got: overview(view, found),
  };
}

function fits(view: View, message: SentMessage, asked: Partial<MailExpectation>): boolean {
  const { zone } = view;
  const words = wordsOf(message);
  const subjects = [message.subject, ...Object.values(message.texts ?? {}).map(({ subject }) => subject)];
  return (
    (!asked.to || isMeant(view, asked.to, message.to, message.role)) &&
    (asked.about ?? []).every(({ text }) => isAbout(view, message, text)) &&
    (!asked.on || localDate(zone, message.at) === asked.on) &&
    (!asked.at ||
      ('time' in asked.at
        ? toLocal(zone, message.at).time === asked.at.time
        : isAt(zone, message.at, asked.at))) &&
    (!asked.between || isWithin(zone, message.at, asked.between)) &&
    (asked.subject === undefined ||
      subjects.some((subject) => holdsWord(subject, asked.subject as string))) &&
    (asked.mentions ?? []).every((word) => holdsWord(words, word)) &&
    (asked.buttons ?? []).every((button) => message.buttons?.some((there) => sameWord(there, button.text))) &&
    (asked.invite === undefined || !!message.invite === asked.invite) &&
    (asked.channel === undefined || sameWord(message.channel, asked.channel)) &&
    (asked.kind === undefined || sameWord(message.kind ?? '', asked.kind))
  );
}

/** All words of a message in both languages, so that a story does not hang on the language of its people. */
function wordsOf({ subject, text, texts }: SentMessage): string {
  return [{ subject, text }, ...Object.values(texts ?? {})]
    .map((one) => `${one.subject}\n${one.text}`)
    .join('\n');
}

/** Ignoring case, and which kind of blank stands between (an amount keeps its sign with it). */
function holdsWord(words: string, word: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s/g, ' ');
  return plain(words).includes(plain(word));
}

export function isAbout(view: View, { about }: Pick<SentMessage, 'about'>, text: string): boolean {
  const keys = [text, ...itemKeys(view, text)];
  return about.some((key) => keys.includes(key));
}

/** Messages to show when the one expected is not there: those to the same person, else all. */
function nearest(view: View, { to }: MailExpectation): SentMessage[] {
  return to ? view.messages.filter((message) => isMeant(view, to, message.to, message.role)) : view.messages;
}

const MOST_SHOWN = 8;

function overview(view: View, messages: SentMessage[]): string {
  const sorted = [...messages].sort((a, b) => compareInstants(a.at, b.at));
  const shown = sorted.slice(-MOST_SHOWN).map((m) => {
    const subject = m.subject ? ` "${m.subject}"` : '';
    return `${written(view.zone, m.at)} ${m.channel} to ${nameOf(view.cast, m.to)} about ${listed(m.about)}${subject}`;
  });
  const more = sorted.length - shown.length;
  return `sent: ${more > 0 ? `${more} earlier; ` : ''}${shown.join('; ') || 'nothing'}`;
}
