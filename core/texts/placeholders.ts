// The placeholders a text may hold, what each one becomes, and which a text refers to.
import type { Bilingual } from '../calendar/index.ts';

/** One placeholder: `{name}`, or `{name:argument}` where `argument` says what the argument is. */
export interface Placeholder {
  meaning: Bilingual;
  argument?: 'element' | 'variable';
  /** Whether it may stand in a subject: subjects show on locked phones, so they hold nothing personal. */
  subject: boolean;
}

const placeholders = {
  initiator: {
    meaning: { nl: 'voornaam van de initiatiefnemer', en: 'name of the initiator' },
    subject: false,
  },
  initiative: {
    meaning: { nl: 'naam van het initiatief', en: 'name of the initiative' },
    subject: true,
  },
  org: { meaning: { nl: 'naam van de organisatie', en: 'name of the organisation' }, subject: true },
  contact: { meaning: { nl: 'naam van de contactpersoon', en: 'name of the contact' }, subject: false },
  contactPhone: {
    meaning: { nl: 'telefoonnummer van de contactpersoon', en: "the contact's phone number" },
    subject: false,
  },
  name: { meaning: { nl: 'waar het om gaat', en: 'what it is about' }, subject: true },
  due: { meaning: { nl: 'dag waarop het klaar is', en: 'day by which it is done' }, subject: true },
  date: {
    meaning: { nl: 'datum uit een variabele', en: 'date from a variable' },
    argument: 'variable',
    subject: true,
  },
  value: {
    meaning: { nl: 'waarde van een variabele', en: 'value of a variable' },
    argument: 'variable',
    subject: false,
  },
  money: {
    meaning: { nl: 'bedrag uit een variabele (in centen)', en: 'amount from a variable (in cents)' },
    argument: 'variable',
    subject: false,
  },
  period: {
    meaning: {
      nl: 'maand, kwartaal of jaar uit een variabele',
      en: 'month, quarter or year from a variable',
    },
    argument: 'variable',
    subject: true,
  },
  owner: { meaning: { nl: 'wie het doet', en: 'who does it' }, subject: false },
  ownerPhone: {
    meaning: { nl: 'telefoonnummer van wie het doet', en: "the owner's phone number" },
    subject: false,
  },
  from: {
    meaning: { nl: 'van wie of van welke dag', en: 'from whom or from which day' },
    subject: false,
  },
  to: { meaning: { nl: 'naar wie of naar welke dag', en: 'to whom or to which day' }, subject: false },
  toPhone: {
    meaning: { nl: 'telefoonnummer van wie het overneemt', en: 'phone number of who takes over' },
    subject: false,
  },
  why: { meaning: { nl: 'de reden', en: 'the reason' }, subject: false },
  commitment: {
    meaning: { nl: 'de afspraak in eigen woorden', en: 'the commitment in its own words' },
    subject: false,
  },
  commitments: {
    meaning: { nl: 'alle afspraken, met wie en wanneer', en: 'all commitments, with who and when' },
    subject: false,
  },
  meeting: {
    meaning: { nl: 'dag en tijd van het gesprek', en: 'day and time of the meeting' },
    subject: true,
  },
  place: { meaning: { nl: 'plek van het gesprek', en: 'place of the meeting' }, subject: false },
  lateDays: { meaning: { nl: 'aantal werkdagen te laat', en: 'number of working days late' }, subject: true },
  link: {
    meaning: { nl: 'link naar de persoonlijke pagina', en: 'link to the personal page' },
    subject: false,
  },
} satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof placeholders;

/**
 * Every placeholder with its meaning, for menus and help. Beside `{due}`, the day something else is due can be named by
 * its element: `{due:n3}`. A part in square brackets is left out when a placeholder in it has no value:
 * `We were too late. [The reason: {why}.]`
 */
export const PLACEHOLDERS: Readonly<Record<PlaceholderName, Placeholder>> = placeholders;

/** A placeholder as it stands in a text. */
export interface PlaceholderUse {
  name: PlaceholderName;
  argument?: string;
}

const ANY = /\{([^{}]*)\}/g;
const USE = /^([A-Za-z]+)(?::([A-Za-z_][A-Za-z0-9_.+-]*))?$/;

/** Reads what stands between the braces; undefined when it is no placeholder. */
export function readPlaceholder(inside: string): PlaceholderUse | undefined {
  const [, name = '', argument] = USE.exec(inside) ?? [];
  if (!Object.hasOwn(placeholders, name)) return undefined;
  const known = name as PlaceholderName;
  const takes = PLACEHOLDERS[known].argument;
  if (argument === undefined) return takes ? undefined : { name: known };
  return takes || known === 'due' ? { name: known, argument } : undefined;
}

/** Placeholders of a text, in order, with repeats. */
export function placeholdersIn(text: string): PlaceholderUse[] {
  return [...text.matchAll(ANY)].flatMap(([, inside = '']) => readPlaceholder(inside) ?? []);
}

/** What stands in braces and is no placeholder, as written: `{who}`, `{date}`. A definition with one cannot be published. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(ANY)]
    .filter(([, inside = '']) => !readPlaceholder(inside))
    .map(([whole]) => whole);
}

/** Placeholders that a subject may not hold, since they could name a person or tell a story. */
export function tooPersonalForSubject(subject: string): string[] {
  return placeholdersIn(subject)
    .filter(({ name }) => !PLACEHOLDERS[name].subject)
    .map(({ name, argument }) => (argument ? `{${name}:${argument}}` : `{${name}}`));
}

/** Variables and elements whose values a note must carry in `data.variables` and `data.dues` for this text. */
export function referredTo(text: string): { variables: string[]; elements: string[] } {
  const uses = placeholdersIn(text);
  const variables = uses.filter(({ name }) => PLACEHOLDERS[name].argument === 'variable');
  const elements = uses.filter(({ name }) => name === 'due');
  const names = (found: PlaceholderUse[]) => [...new Set(found.flatMap(({ argument }) => argument ?? []))];
  return { variables: names(variables), elements: names(elements) };
}
