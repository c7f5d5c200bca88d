/** What changed, in words: "The coordinator gets 3 working days instead of 2 working days". */
import type { Definition, Element, Field, Language, Side, Term, Text } from '../../contract/index.ts';
import { defaultTerm } from '../../core/chasing/standard-ladders.ts';
import { type Change, type Part, rolesIn } from '../../core/difference/index.ts';
import {
  ladderOf,
  longTerm,
  nameOf,
  roleName,
  said,
  saidCondition,
  saidTriggers,
} from '../../core/prose/say.ts';
import { isCounted } from '../../core/term-kind.ts';
import { labels } from './labels.ts';

/** One thing that is other: as a sentence, or as what it was and what it is. */
export interface Line {
  words: string;
  from?: string;
  to?: string;
}

export interface Told {
  /** What it is about: the title of the element, the name of the form. */
  title: string;
  lines: Line[];
}

interface Telling {
  before: Definition;
  after: Definition;
  language: Language;
}

/** Tells one change of a difference between `before` and `after`. */
export function tell(change: Change, telling: Telling): Told {
  const lines = change.parts.map((part) => lineOf(change, part, telling));
  return { title: titleOfChange(change, telling), lines };
}

/** The same in one text, for who listens and for tests. */
export const inOneLine = ({ words, from, to }: Line): string =>
  [words, [from, to].filter((one) => one !== undefined).join(' → ')].filter(Boolean).join(': ');

function titleOfChange({ kind, id, how }: Change, { before, after, language }: Telling): string {
  const definition = how === 'removed' ? before : after;
  switch (kind) {
    case 'element':
      return nameOf(definition, id, language);
    case 'flow': {
      const flow = definition.flows.find((one) => one.id === id);
      return flow
        ? `${nameOf(definition, flow.from, language)} → ${nameOf(definition, flow.to, language)}`
        : id;
    }
    case 'role':
      return roleName(definition, id, language);
    case 'form':
      return said(definition.forms.find((one) => one.id === id)?.name, language) || id;
    case 'ladder':
      return said(definition.ladders.find((one) => one.id === id)?.name, language) || id;
    case 'text':
      return said(definition.texts[id]?.subject, language) || id;
    case 'decision':
      return said(definition.decisions?.find((one) => one.id === id)?.name, language) || id;
    case 'artifact': {
      const one = definition.artifacts?.find((artifact) => artifact.id === id);
      return said(one?.type === 'annotation' ? one.text : one?.name, language) || id;
    }
    case 'process':
      return labels[id]?.[language] ?? id;
  }
}

function lineOf(change: Change, part: Part, telling: Telling): Line {
  const { language } = telling;
  const nl = language === 'nl';
  if (part.order) return orderLine(part, telling);
  const person = change.kind === 'element' ? personalLine(change.id, part, telling) : undefined;
  if (person) return person;
  const words = placeOf(change, part, telling);
  if (part.from === undefined && isThing(part)) return { words: nl ? `Nieuw: ${words}` : `New: ${words}` };
  if (part.to === undefined && isThing(part)) return { words: nl ? `Weg: ${words}` : `Gone: ${words}` };
  const key = part.path.at(-1) ?? change.id;
  const [from, to] = [
    sayValue(key, part.from ?? absent(part.to), telling.before, language),
    sayValue(key, part.to ?? absent(part.from), telling.after, language),
  ];
  // What cannot be said in words, or says the same, is only named.
  if (from === undefined || to === undefined || from === to)
    return { words: nl ? `${words} is anders ingesteld` : `${words} is set differently` };
  return { words, from, to };
}

/** A yes that is not given is a no. */
const absent = (other: unknown): false | undefined => (typeof other === 'boolean' ? false : undefined);

/** A whole thing of a list: a question, a choice, a step of a ladder. */
const isThing = ({ path, from, to }: Part): boolean =>
  path.length > 1 && typeof (from ?? to) === 'object' && LISTS.has(path.at(-2) ?? '');
const LISTS = new Set(['outcomes', 'fields', 'options', 'columns', 'rungs']);

/** The sentences people look for: their time, their turn. */
function personalLine(id: string, { path, from, to }: Part, telling: Telling): Line | undefined {
  const { before, after, language } = telling;
  const nl = language === 'nl';
  const [was, is] = [elementIn(before, id), elementIn(after, id)];
  if (!was || !is || path.length !== 1) return undefined;
  switch (path[0]) {
    case 'term':
    case 'confirmTerm': {
      const confirms = path[0] === 'confirmTerm';
      const roles = confirms && is.type === 'agreement' ? is.confirmRoles : ownRoles(is);
      const who = names(roles, after, language);
      if (!who) return undefined;
      const [one, other] = [(to ?? defaultTerm) as Term, (from ?? defaultTerm) as Term];
      const [now, then] = [longTerm(after, one, language), longTerm(before, other, language)];
      const what = confirms ? (nl ? ' om te bevestigen' : ' to confirm') : '';
      return plain(one) && plain(other)
        ? {
            words: nl
              ? `${who} krijgt ${now} in plaats van ${then}${what}`
              : `${who} gets ${now} instead of ${then}${what}`,
          }
        : {
            words: nl
              ? `${who} moet klaar zijn: ${now}, in plaats van ${then}`
              : `${who} is to be done: ${now}, instead of ${then}`,
          };
    }
    case 'roles':
    case 'confirmRoles':
    case 'to': {
      const [now, then] = [
        names(to as string[] | undefined, after, language),
        names(from as string[] | undefined, before, language),
      ];
      if (!now || !then) return undefined;
      const other = `${then[0]?.toLowerCase()}${then.slice(1)}`;
      const gets = path[0] === 'to';
      return {
        words: nl
          ? `${now} ${gets ? 'krijgt dit' : path[0] === 'roles' ? 'doet dit' : 'bevestigt dit'} in plaats van ${other}`
          : `${now} ${gets ? 'gets this' : path[0] === 'roles' ? 'does this' : 'confirms this'} instead of ${other}`,
      };
    }
    case 'ladder':
    case 'confirmLadder': {
      const rolesAt = (element: Element) =>
        path[0] === 'confirmLadder' && element.type === 'agreement'
          ? element.confirmRoles
          : ownRoles(element);
      const ladder = (definition: Definition, element: Element, named: unknown) =>
        said(ladderOf(definition, rolesAt(element), named as string | undefined)?.name, language) ||
        (nl ? 'geen' : 'none');
      return {
        words: labels[path[0]]?.[language] ?? path[0],
        from: ladder(before, was, from),
        to: ladder(after, is, to),
      };
    }
    default:
      return undefined;
  }
}

const elementIn = ({ elements }: Definition, id: string) => elements.find((one) => one.id === id);
const ownRoles = (element: Element): string[] =>
  element.type === 'agreement' ? element.roles : rolesIn(element);
/** So long from its beginning, and not before or after something else. */
const plain = (term: Term): boolean =>
  isCounted(term) &&
  (term.from === undefined || term.from === 'activation') &&
  typeof term.amount === 'number' &&
  term.amount > 0;

function names(roles: readonly string[] | undefined, definition: Definition, language: Language): string {
  const words = (roles ?? []).map((role) => roleName(definition, role, language).toLowerCase());
  if (words.length === 0) return '';
  const all =
    words.length === 1
      ? words[0]
      : `${words.slice(0, -1).join(', ')} ${language === 'nl' ? 'of' : 'or'} ${words.at(-1)}`;
  return language === 'nl' ? `De ${all}` : `The ${all}`;
}

function orderLine({ path, to }: Part, { after, language }: Telling): Line {
  const nl = language === 'nl';
  if (path[0] === 'flows') {
    const first = (to as string[])[0];
    const leads = after.flows.find(({ id }) => id === first)?.to;
    const where = leads === undefined ? '' : nameOf(after, leads, language);
    return {
      words: nl ? `Er wordt eerst gekeken naar “${where}”` : `The way to “${where}” is looked at first`,
    };
  }
  const what = labels[path.at(-1) ?? '']?.[language].toLowerCase() ?? '';
  return { words: nl ? `Andere volgorde (${what})` : `Another order (${what})` };
}

/** Where it is: `Question “Why?”: words`. */
function placeOf(change: Change, { path, from, to }: Part, telling: Telling): string {
  const { language } = telling;
  const parts: string[] = [];
  const root = path.length === 0 ? [change.id] : path;
  for (let i = 0; i < root.length; i += 1) {
    const key = root[i] ?? '';
    const label = labels[key]?.[language] ?? key;
    if (!LISTS.has(key) || i + 1 >= root.length) {
      parts.push(parts.length > 0 ? label.toLowerCase() : label);
      continue;
    }
    const at = root.slice(0, i + 2);
    const whole = i + 2 === root.length ? (to ?? from) : undefined;
    const thing = whole ?? thingIn(change, at, telling.after) ?? thingIn(change, at, telling.before);
    parts.push(
      `${parts.length > 0 ? label.toLowerCase() : label} “${nameOfThing(thing, at.at(-1) ?? '', language)}”`,
    );
    i += 1;
  }
  return parts.join(': ');
}

function nameOfThing(thing: unknown, name: string, language: Language): string {
  const label = (thing as Partial<Field> | undefined)?.label;
  return said(label, language) || name;
}

function thingIn({ kind, id }: Change, path: readonly string[], definition: Definition): unknown {
  const lists: Partial<Record<Change['kind'], readonly { id: string }[]>> = {
    element: definition.elements,
    form: definition.forms,
    ladder: definition.ladders,
  };
  let at: unknown = lists[kind]?.find((one) => one.id === id);
  for (const key of path) {
    if (Array.isArray(at)) at = at.find((one) => one?.id === key || one?.key === key);
    else at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  }
  return at;
}

const SIDES: Record<Side, Record<Language, string>> = {
  initiator: { nl: 'initiatiefnemer', en: 'initiator' },
  us: { nl: 'wij', en: 'us' },
  partner: { nl: 'partner', en: 'partner' },
  volunteer: { nl: 'vrijwilliger', en: 'volunteer' },
};
const CONDITIONS = new Set(['condition', 'visibleIf', 'requiredIf', 'completion', 'when']);
const PLACES = new Set(['from', 'to', 'parent', 'attachedTo', 'handler']);

/** Nothing where it has no words of its own. */
function sayValue(
  key: string,
  value: unknown,
  definition: Definition,
  language: Language,
): string | undefined {
  const nl = language === 'nl';
  if (value === undefined) return nl ? 'niets' : 'nothing';
  if (typeof value === 'boolean') return value ? (nl ? 'ja' : 'yes') : nl ? 'nee' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (key === 'form' || key === 'confirmForm')
      return said(definition.forms.find(({ id }) => id === value)?.name, language) || value;
    if (key === 'side') return SIDES[value as Side]?.[language] ?? value;
    if (key === 'role' || key === 'whenMissing') return roleName(definition, value, language);
    if (CONDITIONS.has(key)) return saidCondition(definition, value, language);
    if (PLACES.has(key)) return nameOf(definition, value, language);
    if (key === 'outcome') return outcomeIn(definition, value, language);
    return value;
  }
  if (Array.isArray(value)) {
    if (!value.every((one) => typeof one === 'string')) return undefined;
    if (key === 'roles' || key === 'by')
      return value.map((one) => roleName(definition, one, language)).join(', ');
    if (key === 'elements' || key === 'shows')
      return value.map((one) => nameOf(definition, one, language)).join(', ');
    return value.join(', ');
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if ('nl' in value && 'en' in value) return said(value as Text, language);
  if ('amount' in value || 'duration' in value || 'moment' in value)
    return longTerm(definition, value as Term, language);
  if (key === 'triggers') return saidTriggers(definition, value, language);
  return undefined;
}

function outcomeIn({ elements }: Definition, id: string, language: Language): string {
  for (const element of elements) {
    const found = element.type === 'userTask' ? element.outcomes?.find((one) => one.id === id) : undefined;
    if (found) return said(found.label, language);
  }
  return id;
}
