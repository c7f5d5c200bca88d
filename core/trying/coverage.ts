/** How much of a drawing stories come to: its elements, flows, timers, and the rungs on which people are reminded. */
import type { Definition, Fact, Rung, Side } from '../../contract/index.ts';
import { defaultLadder, defaultTerm, standardLadders } from '../chasing/standard-ladders.ts';
import { isCompensationBoundary } from '../check/model.ts';
import { standardRoles } from '../standard-roles.ts';
import { framesIn } from './frames.ts';

export const PARTS = ['elements', 'flows', 'timers', 'rungs'] as const;
export type PartOfDrawing = (typeof PARTS)[number];

/** What there is to come to; a rung is `element LADDER.rung`. */
export type Places = Readonly<Record<PartOfDrawing, readonly string[]>>;

/** What was come to, as `part place`. */
export type Seen = ReadonlySet<string>;

export interface Coverage {
  parts: Record<PartOfDrawing, { seen: number; all: number }>;
  /** Of all there is, from 0 to 1; where there is nothing it is all. */
  share: number;
  /** Elements and flows that no story came to. */
  missed: string[];
  /** Rungs that nobody came to, per element. */
  missedRungs: Record<string, string[]>;
}

export function placesOf(definition: Definition): Places {
  const { elements, flows } = definition;
  const drawn = elements.filter((one) => one.type !== 'unsupported' && !isCompensationBoundary(one));
  return {
    elements: drawn.map(({ id }) => id),
    flows: flows.map(({ id }) => id),
    timers: drawn.flatMap((one) =>
      ('triggers' in one && one.triggers?.timer) || ('schedule' in one && one.schedule) ? [one.id] : [],
    ),
    rungs: rungsOf(definition),
  };
}

/** Rungs of the tasks of a drawing. Those of what is promised along the way have no place in it. */
function rungsOf(definition: Definition): string[] {
  const ladders = new Map([...standardLadders, ...definition.ladders].map((one) => [one.id, one.rungs]));
  const sideOf = (role: string): Side =>
    definition.roles.find(({ id }) => id === role)?.side ?? standardRoles[role] ?? 'us';
  return definition.elements.flatMap((one) => {
    if (one.type !== 'userTask') return [];
    const ladder = one.ladder ?? defaultLadder[sideOf(one.roles[0] ?? 'coordinator')];
    const term = one.term ?? defaultTerm;
    const days =
      'unit' in term && term.unit === 'workingDays' && typeof term.amount === 'number'
        ? term.amount
        : undefined;
    return (ladders.get(ladder) ?? [])
      .filter((rung) => fitsTerm(rung, days))
      .map(({ id }) => `${one.id} ${ladder}.${id}`);
  });
}

/** Some rungs are only for terms of a certain length, some for promises of which somebody asked to be reminded. */
const fitsTerm = ({ when }: Rung, days: number | undefined): boolean =>
  when?.remindMe === undefined &&
  (when?.termAtLeast === undefined || days === undefined || days >= when.termAtLeast);

/** What a story came to in a drawing; what happened in processes it called is no part of it. */
export function seenIn(facts: readonly Fact[], definition: Definition): Seen {
  const seen = new Set<string>();
  for (const fact of framesIn(definition, facts, () => undefined).factsIn(''))
    switch (fact.type) {
      case 'element.activated':
      case 'end.reached':
        seen.add(`elements ${fact.element}`);
        break;
      case 'flow.taken':
        seen.add(`flows ${fact.flow}`);
        seen.add(`elements ${fact.from}`);
        break;
      case 'timer.fired':
        if (fact.element !== undefined) {
          seen.add(`timers ${fact.element}`);
          seen.add(`elements ${fact.element}`);
        }
        break;
      case 'instance.started':
        if (fact.element !== undefined) {
          seen.add(`timers ${fact.element}`);
          seen.add(`elements ${fact.element}`);
        }
        break;
      case 'chase.fired':
        seen.add(`rungs ${fact.element ?? fact.item} ${fact.ladder}.${fact.rung}`);
        break;
    }
  return seen;
}

/** Of one story, or of several together. */
export function coverageOf(places: Places, all: Iterable<Seen>): Coverage {
  const seen = new Set<string>();
  for (const one of all) for (const place of one) seen.add(place);
  const isSeen = (part: PartOfDrawing) => (place: string) => seen.has(`${part} ${place}`);
  const parts = Object.fromEntries(
    PARTS.map((part) => [part, { seen: places[part].filter(isSeen(part)).length, all: places[part].length }]),
  ) as Coverage['parts'];
  const sum = (key: 'seen' | 'all') => PARTS.reduce((total, part) => total + parts[part][key], 0);
  const missedRungs: Record<string, string[]> = {};
  for (const place of places.rungs) {
    if (seen.has(`rungs ${place}`)) continue;
    const [element = '', rung = ''] = place.split(' ');
    missedRungs[element] = [...(missedRungs[element] ?? []), rung];
  }
  return {
    parts,
    share: sum('all') === 0 ? 1 : sum('seen') / sum('all'),
    missed: (['elements', 'flows'] as const).flatMap((part) =>
      places[part].filter((place) => !isSeen(part)(place)),
    ),
    missedRungs,
  };
}
