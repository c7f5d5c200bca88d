/** What stands on a card: title, who, by when, and the rungs of its ladder as distances in time. */
import type { Definition, Element, Language, RungAct, Side, Term, Unit } from '../../contract/index.ts';
import { parseIsoDuration } from '../calendar/index.ts';
import { defaultTerm } from '../chasing/standard-ladders.ts';
import {
  ladderOf,
  longTerm,
  peopleOf,
  roleName,
  said,
  saidTriggers,
  shortTerm,
  sideOf,
  titleOf,
} from '../prose/say.ts';
import { isCounted } from '../term-kind.ts';
import { exitsOf } from './sizes.ts';

export interface Tick {
  /** 0 at the opening, 1 at the last rung. */
  at: number;
  kind: 'due' | RungAct['act'];
}

export interface CardWords {
  title: string;
  people: { role: string; name: string; side: Side }[];
  side?: Side;
  /** `2 wd`, or what a wait waits for. */
  term?: string;
  ticks: Tick[];
  exits: { id: string; label: string }[];
  /** The whole as one sentence, for who hears it. */
  aloud: string;
}

/** Working days, roughly: only for drawing distances. */
const DAYS: Record<Unit, number> = {
  workingDays: 1,
  days: 5 / 7,
  weeks: 5,
  months: 21,
  hours: 1 / 8,
  minutes: 1 / 480,
  seconds: 1 / 28800,
};
export const lengthOf = (term: Term): number => Math.max(0.5, Math.abs(daysOf(term)));

function daysOf(term: Term): number {
  if (isCounted(term)) return (typeof term.amount === 'number' ? term.amount : 3) * DAYS[term.unit];
  const exact = 'duration' in term ? parseIsoDuration(term.duration) : undefined;
  if (!exact) return 3;
  return exact.months * DAYS.months + exact.days * DAYS.days + (exact.ms / 1000) * DAYS.seconds;
}

/** Rungs from the opening of a task to the last one; the due moment is among them. */
export function ticksOf(definition: Definition, element: Element): Tick[] {
  if (element.type !== 'userTask' && element.type !== 'agreement') return [];
  const ladder = ladderOf(definition, element.roles, element.ladder);
  if (!ladder) return [];
  const length = Math.min(20, lengthOf(element.term ?? defaultTerm));
  const rungs = ladder.rungs
    .filter(({ when, from }) => !when?.remindMe && !from && (when?.termAtLeast ?? 0) <= length)
    .map(({ amount, unit, acts }) => ({
      at: Math.max(0, length + amount * DAYS[unit]),
      kind:
        (acts.find(({ act }) => act === 'raise') ?? acts.find(({ act }) => act === 'task') ?? acts[0])?.act ??
        'notify',
    }));
  const all: Tick[] = [{ at: length, kind: 'due' }, ...rungs];
  const last = Math.max(...all.map(({ at }) => at));
  return all.map(({ at, kind }) => ({ at: at / last, kind }));
}

export function cardWords(definition: Definition, element: Element, language: Language): CardWords {
  const people = accountableFirst(definition, element).map((role) => ({
    role,
    name: roleName(definition, role, language),
    side: sideOf(definition, role),
  }));
  const term = termOf(element);
  const triggers = 'triggers' in element ? saidTriggers(definition, element.triggers, language) : '';
  const title = titleOf(element, language);
  const side = people[0]?.side;
  const nl = language === 'nl';
  const by = term
    ? nl
      ? `binnen ${longTerm(definition, term, language)}`
      : `within ${longTerm(definition, term, language)}`
    : triggers;
  const who = [...new Set(people.map(({ name }) => name))].join(nl ? ' en ' : ' and ');
  return {
    title,
    people,
    ...(side ? { side } : {}),
    ...(term ? { term: shortTerm(term, language) } : triggers ? { term: triggers } : {}),
    ticks: ticksOf(definition, element),
    exits: exitsOf(element).map(({ id, label }) => ({ id, label: said(label, language) })),
    aloud: [title, who, by].filter(Boolean).join(', '),
  };
}

/** Who answers for it stands first: with a ladder of ours the first of us, else the first outside (as the engine has it). */
function accountableFirst(definition: Definition, element: Element): string[] {
  const roles = peopleOf(element);
  if (element.type !== 'userTask' || roles.length < 2) return roles;
  const ladder = ladderOf(definition, roles, element.ladder)?.id;
  const ours = ladder === 'ORG' || ladder === 'FAST';
  if (!ours && ladder !== 'INIT' && ladder !== 'PARTNER') return roles;
  const first = roles.find((role) => (sideOf(definition, role) === 'us') === ours);
  return first === undefined ? roles : [first, ...roles.filter((role) => role !== first)];
}

function termOf(element: Element): Term | undefined {
  if (element.type === 'userTask' || element.type === 'agreement') return element.term ?? { ...defaultTerm };
  return undefined;
}
