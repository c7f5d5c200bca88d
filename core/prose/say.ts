// What a drawing says in words: terms, roles, triggers, conditions; the same on cards, in the properties, in lists and in running text.
import type {
  Anchor,
  Definition,
  Element,
  Language,
  Side,
  Term,
  Text,
  Triggers,
  Unit,
} from '../../contract/index.ts';
import { parseIsoDuration, parseLocal } from '../calendar/index.ts';
import { defaultLadder, standardLadders } from '../chasing/standard-ladders.ts';
import { standardRoles } from '../standard-roles.ts';
import { isCounted } from '../term-kind.ts';
import { writtenMoney } from '../texts/written.ts';

type Both = Record<Language, string>;

export const said = (text: Text | undefined, language: Language): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text[language];

const UNITS: Record<Unit, { short: Both; one: Both; many: Both }> = {
  workingDays: {
    short: { nl: 'wd', en: 'wd' },
    one: { nl: 'werkdag', en: 'working day' },
    many: { nl: 'werkdagen', en: 'working days' },
  },
  days: { short: { nl: 'd', en: 'd' }, one: { nl: 'dag', en: 'day' }, many: { nl: 'dagen', en: 'days' } },
  weeks: {
    short: { nl: 'wk', en: 'wk' },
    one: { nl: 'week', en: 'week' },
    many: { nl: 'weken', en: 'weeks' },
  },
  months: {
    short: { nl: 'mnd', en: 'mo' },
    one: { nl: 'maand', en: 'month' },
    many: { nl: 'maanden', en: 'months' },
  },
  hours: { short: { nl: 'u', en: 'h' }, one: { nl: 'uur', en: 'hour' }, many: { nl: 'uur', en: 'hours' } },
  minutes: {
    short: { nl: 'min', en: 'min' },
    one: { nl: 'minuut', en: 'minute' },
    many: { nl: 'minuten', en: 'minutes' },
  },
  seconds: {
    short: { nl: 's', en: 's' },
    one: { nl: 'seconde', en: 'second' },
    many: { nl: 'seconden', en: 'seconds' },
  },
};

export const unitWord = (unit: Unit, amount: number, language: Language): string =>
  (Math.abs(amount) === 1 ? UNITS[unit].one : UNITS[unit].many)[language];

/** `2 wd`; an amount that is worked out shows its variable, or three dots. */
export function shortTerm(term: Term, language: Language): string {
  if (!isCounted(term)) return exactly(term, language, 'short');
  const { amount, unit, from } = term;
  const n =
    typeof amount === 'number' ? String(Math.abs(amount)) : /^\w+$/.test(amount) ? `‹${amount}›` : '…';
  const before = typeof amount === 'number' && amount < 0;
  const anchored =
    typeof from === 'object' && 'variable' in from ? ` ${before ? '←' : '→'} ${from.variable}` : '';
  return `${n} ${UNITS[unit].short[language]}${before ? anchored : ''}`;
}

/** `2 working days`, `10 working days before “end”`. */
export function longTerm(definition: Definition, term: Term, language: Language): string {
  if ('moment' in term) return exactly(term, language, 'long');
  const nl = language === 'nl';
  if (!isCounted(term)) {
    const many = exactly(term, language, 'long');
    const where = saidAnchor(definition, term.from, language);
    return where === undefined ? many : `${many} ${nl ? 'na' : 'after'} ${where}`;
  }
  const { amount, unit, from } = term;
  const negative = typeof amount === 'number' && amount < 0;
  const n = typeof amount === 'number' ? String(Math.abs(amount)) : amount;
  const many = `${n} ${unitWord(unit, typeof amount === 'number' ? amount : 2, language)}`;
  const where = saidAnchor(definition, from, language);
  if (where === undefined) return many;
  if (amount === 0) return nl ? `op de dag van ${where}` : `the day of ${where}`;
  return `${many} ${negative ? (nl ? 'voor' : 'before') : nl ? 'na' : 'after'} ${where}`;
}

/** Where a term counts from, unless that is the element itself. */
function saidAnchor(
  definition: Definition,
  from: Anchor | undefined,
  language: Language,
): string | undefined {
  if (from === undefined || from === 'activation') return undefined;
  if (from === 'start') return language === 'nl' ? 'de start' : 'the start';
  return 'variable' in from
    ? `“${variableName(definition, from.variable, language)}”`
    : `‘${nameOf(definition, from.element, language)}’`;
}

/** `1 uur 30 minuten`, or the moment itself; what is worked out stands as it was written. */
function exactly(
  term: Exclude<Term, { amount: unknown }>,
  language: Language,
  style: 'short' | 'long',
): string {
  if ('moment' in term) {
    const at = parseLocal('UTC', term.moment);
    if (at === undefined) return style === 'short' ? '…' : term.moment;
    const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      day: 'numeric',
      month: style,
      year: 'numeric',
      timeZone: 'UTC',
    });
    return format.format(Date.parse(at));
  }
  const exact = parseIsoDuration(term.duration);
  if (!exact) return style === 'short' ? '…' : term.duration;
  const seconds = Math.round(exact.ms / 1000);
  const counts: [Unit, number][] = [
    ['months', exact.months],
    ['days', exact.days],
    ['hours', Math.trunc(seconds / 3600)],
    ['minutes', Math.trunc(seconds / 60) % 60],
    ['seconds', seconds % 60],
  ];
  const parts = counts.filter(([, n]) => n !== 0);
  return (parts.length > 0 ? parts : counts.slice(-1))
    .map(([unit, n]) =>
      style === 'short' ? `${n} ${UNITS[unit].short[language]}` : `${n} ${unitWord(unit, n, language)}`,
    )
    .join(' ');
}

/** The name of an element, or of what it is. */
export function nameOf(definition: Definition, id: string, language: Language): string {
  const element = definition.elements.find((one) => one.id === id);
  return element ? titleOf(element, language) : id;
}

const UNNAMED: Record<Element['type'], Both> = {
  startEvent: { nl: 'Begin', en: 'Start' },
  endEvent: { nl: 'Einde', en: 'End' },
  userTask: { nl: 'Taak', en: 'Task' },
  agreement: { nl: 'Afspreken', en: 'Agree' },
  sendTask: { nl: 'Bericht', en: 'Message' },
  serviceTask: { nl: 'Automatische stap', en: 'Automatic step' },
  receiveTask: { nl: 'Wachten op bericht', en: 'Wait for a message' },
  scriptTask: { nl: 'Onthouden', en: 'Set' },
  businessRuleTask: { nl: 'Regels', en: 'Rules' },
  manualTask: { nl: 'Buiten het systeem', en: 'Outside the system' },
  exclusiveGateway: { nl: 'Beslissen', en: 'Decide' },
  parallelGateway: { nl: 'Tegelijk', en: 'Side by side' },
  inclusiveGateway: { nl: 'Alles wat geldt', en: 'All that hold' },
  eventBasedGateway: { nl: 'Wat het eerst komt', en: 'Whatever comes first' },
  intermediateCatchEvent: { nl: 'Wachten', en: 'Wait' },
  intermediateThrowEvent: { nl: 'Melden', en: 'Tell' },
  boundaryEvent: { nl: 'Op de rand', en: 'On the border' },
  subProcess: { nl: 'Deel', en: 'Part' },
  callActivity: { nl: 'Ander proces', en: 'Other process' },
  unsupported: { nl: 'Wordt niet uitgevoerd', en: 'Is not carried out' },
};

export const titleOf = (element: Element, language: Language): string =>
  said(element.name, language) || UNNAMED[element.type][language];

/** The label of the form field that fills a variable, or its bare name. */
export function variableName(definition: Definition, variable: string, language: Language): string {
  const field = definition.forms.flatMap(({ fields }) => fields).find(({ key }) => key === variable);
  return field ? said(field.label, language).replace(/[?:]$/, '') : variable;
}

export function roleName(definition: Definition, id: string, language: Language): string {
  return (
    said(definition.roles.find((role) => role.id === id)?.name, language) ||
    STANDARD_NAMES[id]?.[language] ||
    id
  );
}

const STANDARD_NAMES: Record<string, Both> = {
  initiator: { nl: 'Initiatiefnemer', en: 'Initiator' },
  supporter: { nl: 'Ondersteuner', en: 'Supporter' },
  coordinator: { nl: 'Coördinator', en: 'Coordinator' },
  manager: { nl: 'Leidinggevende', en: 'Manager' },
  director: { nl: 'Directeur', en: 'Director' },
  backup: { nl: 'Achterwacht', en: 'Backup' },
  deputy: { nl: 'Vervanger', en: 'Deputy' },
  guide: { nl: 'Gids', en: 'Guide' },
  volunteer: { nl: 'Vrijwilliger', en: 'Volunteer' },
  partner: { nl: 'Partner', en: 'Partner' },
  issuer: { nl: 'Uitgever', en: 'Issuer' },
  owner: { nl: 'Wie het doet', en: 'Whoever does it' },
};

export const sideOf = (definition: Definition, role: string): Side =>
  definition.roles.find(({ id }) => id === role)?.side ?? standardRoles[role] ?? 'us';

/** Roles that may be chosen: the definition's own and those every organisation has. */
export function rolesOf(definition: Definition, language: Language): { value: string; label: string }[] {
  const ids = [...new Set([...definition.roles.map(({ id }) => id), ...Object.keys(standardRoles)])];
  return ids.map((value) => ({ value, label: roleName(definition, value, language) }));
}

/** Who does, confirms or gets it: roles as they stand on a card. */
export function peopleOf(element: Element): string[] {
  switch (element.type) {
    case 'userTask':
      return element.roles;
    case 'agreement':
      return [...element.roles, ...element.confirmRoles];
    case 'sendTask':
      return element.to;
    case 'intermediateCatchEvent':
      return element.roles ?? [];
    case 'intermediateThrowEvent':
      return element.throws?.raise ? [element.throws.raise.to] : [];
    case 'startEvent':
      return element.by ?? [];
    default:
      return [];
  }
}

export const laddersOf = (definition: Definition) => [...standardLadders, ...definition.ladders];

/** The ladder that chases a task: named, or the usual one for who is accountable. */
export function ladderOf(definition: Definition, roles: readonly string[], named: string | undefined) {
  if (named === 'none') return undefined;
  const sides = roles.map((role) => sideOf(definition, role));
  const id = named ?? defaultLadder[sides[0] ?? 'us'];
  return laddersOf(definition).find((ladder) => ladder.id === id);
}

/** What starts or ends a wait, in words. */
export function saidTriggers(
  definition: Definition,
  triggers: Triggers | undefined,
  language: Language,
): string {
  const nl = language === 'nl';
  const parts: string[] = [];
  if (triggers?.timer) {
    const { term, times } = triggers.timer;
    const words = longTerm(definition, term, language);
    parts.push(times === undefined ? words : nl ? `elke ${words}` : `every ${words}`);
  }
  if (triggers?.message)
    parts.push(nl ? `bericht “${triggers.message.name}”` : `message “${triggers.message.name}”`);
  if (triggers?.condition) parts.push(saidCondition(definition, triggers.condition, language));
  if (triggers?.escalation)
    parts.push(nl ? `“${triggers.escalation}” is gekozen` : `“${triggers.escalation}” was chosen`);
  if (triggers?.signal) parts.push(nl ? `signaal “${triggers.signal}”` : `signal “${triggers.signal}”`);
  if (triggers?.error) parts.push(nl ? `fout “${triggers.error}”` : `error “${triggers.error}”`);
  return parts.join(nl ? ', of ' : ', or ');
}

/** A condition with the words of its fields and outcomes in place of their names; amounts, which are kept in cents, in euros. */
export function saidCondition(definition: Definition, feel: string, language: Language): string {
  const nl = language === 'nl';
  const fields = definition.forms.flatMap((form) => form.fields);
  return feel
    .replace(/\b([A-Za-z]\w*)(\s*(?:<=|>=|!=|=|<|>)\s*)(-?\d+)\b/g, (all, name, sign, cents) =>
      fields.some(({ key, type }) => key === name && type === 'money')
        ? `${name}${sign}${writtenMoney(language, Number(cents))}`
        : all,
    )
    .replace(/\b([A-Za-z]\w*)\b(?!\s*\()/g, (word) => {
      if (word === 'and') return nl ? 'en' : 'and';
      if (word === 'or') return nl ? 'of' : 'or';
      if (word === 'true') return nl ? 'ja' : 'yes';
      if (word === 'false') return nl ? 'nee' : 'no';
      if (word === 'null') return nl ? 'leeg' : 'empty';
      return variableName(definition, word, language);
    })
    .replace(/!=/g, '≠')
    .replace(/>=/g, '≥')
    .replace(/<=/g, '≤');
}
