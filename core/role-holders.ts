// Who holds a role: the nearest place that names somebody counts, and where nobody does one of us stands in (domain.md "People").
import { standInOf, type Who } from './away.ts';
import type { LocalDate } from './calendar/index.ts';

/** Person ids by role; the first one leads. */
export type Holders = Readonly<Record<string, readonly string[]>>;

/** A place where people hold roles; the nearest is the initiative. */
export interface PlaceOfRoles {
  place: 'initiative' | 'team' | 'organisation' | 'world';
  roles: Holders;
}

interface Around {
  initiative?: { roles: Holders; team?: string; world?: string } | undefined;
  organisation?: { roles: Holders; teams: readonly { id: string; roles: Holders }[] } | undefined;
  /** Where it is a rehearsal. */
  world?: { id: string; roles: Holders } | undefined;
}

/** The nearest first. A rehearsal must not reach people who do not take part in it. */
export function placesOfRoles({ initiative, organisation, world }: Around): PlaceOfRoles[] {
  const own: PlaceOfRoles[] =
    initiative && initiative.world === world?.id ? [{ place: 'initiative', roles: initiative.roles }] : [];
  if (world) return [...own, { place: 'world', roles: world.roles }];
  const team = organisation?.teams.find(({ id }) => id === initiative?.team);
  return [
    ...own,
    ...(team ? [{ place: 'team' as const, roles: team.roles }] : []),
    ...(organisation ? [{ place: 'organisation' as const, roles: organisation.roles }] : []),
  ];
}

/** As the nearest place names them, here or not. */
export const namedFor = (places: readonly PlaceOfRoles[], role: string): readonly string[] =>
  places.map(({ roles }) => roles[role] ?? []).find((people) => people.length > 0) ?? [];

export interface Held {
  people: string[];
  /** Codes: the place, `deputyOf:<person>` (that person is away), `erased:<person>` (left out). */
  reasons: string[];
}

interface Known {
  /** By id; somebody who is not there counts as erased. */
  people: ReadonlyMap<string, Who & { erased?: boolean | string }>;
  today: LocalDate;
}

/** The nearest place with somebody who is here, or in whose place a deputy is; without one only the reasons of who was left out. */
export function holdersOf(role: string, places: readonly PlaceOfRoles[], { people, today }: Known): Held {
  const passedOver: string[] = [];
  for (const { place, roles } of places) {
    const here: string[] = [];
    const reasons: string[] = [];
    for (const id of roles[role] ?? []) {
      const person = people.get(id);
      const deputy = person && standInOf(person, today);
      if (!person || person.erased) reasons.push(`erased:${id}`);
      else here.push(deputy ?? id);
      if (deputy) reasons.push(`deputyOf:${id}`);
    }
    if (here.length > 0) return { people: [...new Set(here)], reasons: [place, ...reasons] };
    passedOver.push(...reasons.filter((why) => why.startsWith('erased:')));
  }
  return { people: [], reasons: passedOver };
}

/** Who stands in for a role of ours that nobody holds, in this order. */
export const STAND_INS: readonly string[] = ['coordinator', 'manager'];
