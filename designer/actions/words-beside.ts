/** How much room words take that stand beside what they name: under an event, over a decision, on an arrow. About: no screen is asked. */
import type { Element, Text } from '../../contract/index.ts';
import { isEvent, isGateway } from '../../core/picture/sizes.ts';

/** A name is broken at this width, px. */
const NAME_WIDTH = 116;
const LINE = 16;
const LETTER = 6.6;
const MOST_LINES = 3;

/** The longer of both languages. */
export const longest = (words: Text | undefined): string =>
  words === undefined
    ? ''
    : typeof words === 'string'
      ? words
      : words.nl.length > words.en.length
        ? words.nl
        : words.en;

/** Of the name beside an element, px; nothing where it stands inside, or where there is none. */
export function nameSize(element: Element): { width: number; height: number } | undefined {
  const name = isEvent(element) || isGateway(element) ? longest(element.name) : '';
  if (!name) return undefined;
  const width = name.length * LETTER;
  return {
    width: Math.min(NAME_WIDTH, width),
    height: Math.min(MOST_LINES, Math.ceil(width / NAME_WIDTH)) * LINE,
  };
}
