// Putting values into a text: placeholders are filled, and what has no value falls back or leaves the sentence.
import type { Language } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { PLACEHOLDERS, type PlaceholderName, readPlaceholder } from './placeholders.ts';
import type { Inline } from './rendered.ts';
import { placeholderValue, type Scene } from './values.ts';

/** Words for what is not known, outside square brackets. */
const FALLBACK: Record<PlaceholderName, Bilingual> = {
  initiator: { nl: 'de initiatiefnemer', en: 'the initiator' },
  initiative: { nl: 'het initiatief', en: 'the initiative' },
  org: { nl: 'ons', en: 'us' },
  contact: { nl: 'ons', en: 'us' },
  contactPhone: { nl: 'het nummer dat je van ons hebt', en: 'the number you have from us' },
  name: { nl: 'deze vraag', en: 'this question' },
  due: { nl: 'binnenkort', en: 'soon' },
  date: { nl: 'een dag die we nog afspreken', en: 'a day we still have to agree on' },
  value: { nl: 'nog niet bekend', en: 'not known yet' },
  money: { nl: 'nog niet bekend', en: 'not known yet' },
  period: { nl: 'de afgelopen tijd', en: 'the past period' },
  owner: { nl: 'een collega', en: 'a colleague' },
  ownerPhone: { nl: 'het nummer dat je van ons hebt', en: 'the number you have from us' },
  from: { nl: 'een collega', en: 'a colleague' },
  to: { nl: 'een collega', en: 'a colleague' },
  toPhone: { nl: 'het nummer dat je van ons hebt', en: 'the number you have from us' },
  why: { nl: 'geen reden genoemd', en: 'no reason given' },
  commitment: { nl: 'deze afspraak', en: 'this commitment' },
  commitments: { nl: 'nog geen afspraken', en: 'no commitments yet' },
  meeting: { nl: 'een moment dat we nog afspreken', en: 'a time we still have to agree on' },
  place: { nl: 'een plek die we nog afspreken', en: 'a place we still have to agree on' },
  lateDays: { nl: 'een paar', en: 'a few' },
  link: { nl: 'je pagina', en: 'your page' },
};

/** Whether parts in square brackets are filled when they can be, or always left out (short texts). */
export interface FillOptions {
  optional?: boolean;
}

/**
 * One paragraph with its values. A part in square brackets that holds a placeholder is left out when one of them has no
 * value; brackets without placeholders are ordinary text. Values are never read as text with placeholders again.
 */
export function fill(template: string, scene: Scene, { optional = true }: FillOptions = {}): Inline[] {
  const found: Inline[] = [];
  for (const [, inBrackets, plain = ''] of template.matchAll(/\[([^[\]]*)\]|([^[\]]+|[[\]])/g)) {
    if (inBrackets === undefined || !/\{[^{}]*\}/.test(inBrackets))
      found.push(...filled(inBrackets === undefined ? plain : `[${inBrackets}]`, scene).inlines);
    else if (optional) {
      const part = filled(inBrackets, scene);
      if (part.complete) found.push(...part.inlines);
    }
  }
  return tidied(found);
}

/** The same as plain words; links become their address. */
export function fillWords(template: string, scene: Scene, options?: FillOptions): string {
  return fill(template, scene, options)
    .map((inline) => (typeof inline === 'string' ? inline : inline.url))
    .join('');
}

function filled(template: string, scene: Scene): { inlines: Inline[]; complete: boolean } {
  let complete = true;
  const inlines = template.split(/(\{[^{}]*\})/).map((piece): Inline => {
    const use = piece.startsWith('{') ? readPlaceholder(piece.slice(1, -1)) : undefined;
    if (!use) return piece;
    const hidden = scene.subject && !PLACEHOLDERS[use.name].subject;
    const value = hidden ? undefined : placeholderValue(use, scene);
    if (value === undefined) complete = false;
    return value ?? fallback(use.name, scene);
  });
  return { inlines, complete };
}

function fallback(name: PlaceholderName, { note, language }: Scene): string {
  if (name === 'initiative' && note.side === 'initiator') return YOURS[language];
  return FALLBACK[name][language];
}

const YOURS: Record<Language, string> = { nl: 'je initiatief', en: 'your initiative' };

/** Joins neighbouring words, closes the gaps that left-out parts leave, and starts with a capital. */
function tidied(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') joined[joined.length - 1] = last + inline;
    else if (inline !== '') joined.push(inline);
  }
  const tidy = joined.map((inline, i) => {
    if (typeof inline !== 'string') return inline;
    // A quotation that ends its own sentence ends ours too: ‘What support?’ and no full stop.
    let words = inline.replace(/[ \t\r\n]+/g, ' ').replace(/([?!]’)[.?!]/g, '$1');
    if (i === 0) words = words.trimStart().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return i === joined.length - 1 ? words.trimEnd() : words;
  });
  return tidy.filter((inline) => inline !== '');
}
