// The line an inbox shows beside the subject: what the message begins with, once the greeting is over.
import type { RenderedMessage } from '../texts/index.ts';

const LONGEST = 110;

/** The beginning of the first paragraph, cut between words; empty where a message has none. */
export function preheaderOf({ blocks }: Pick<RenderedMessage, 'blocks'>): string {
  const said = blocks
    .flatMap(({ heading, parts }) => [
      heading,
      ...parts.map((part) =>
        'paragraph' in part
          ? part.paragraph.map((one) => (typeof one === 'string' ? one : one.label)).join('')
          : undefined,
      ),
    ])
    .find((words) => words?.trim());
  const line = (said ?? '').replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}…`;
}
