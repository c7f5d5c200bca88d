/** Who plays in a scenario: people with ids made from their names, and who holds which role. */
import type { Definition, Text } from '../../contract/index.ts';
import { holdersIn } from '../simulator/holders.ts';
import type { PersonGiven, RoleGiven } from './reading/people.ts';

export interface Person {
  id: string;
  name: string;
  mail?: string;
  sms?: string;
  post?: string;
  phone?: string;
  channel?: string;
  language?: string;
}

export interface Cast {
  people: Record<string, Person>;
  /** Person ids per role; the first one leads. */
  roles: Record<string, string[]>;
  /** Names of the roles that processes declare: ids, and labels in both languages. */
  labels: { role: string; label: string }[];
}

/** Stands for some person who may do it. */
export const ANYONE = 'anyone';

/** The cast of a scenario. The same name under two roles is one person. */
export function castOf(given: RoleGiven[] | undefined, definitions: Definition[]): Cast {
  const declared = definitions.flatMap(({ roles }) => roles);
  const cast: Cast = {
    people: {},
    roles: {},
    labels: declared.flatMap(({ id, name }) => [id, ...labelsOf(name)].map((label) => ({ role: id, label }))),
  };
  for (const { role: named, people } of given ?? []) {
    // A role may be called by its label; one that no process declares is a role all the same.
    const role = roleOf(cast, named) ?? named;
    const ids = people.map((person) => enrol(cast, role, person));
    cast.roles[role] = [...new Set([...(cast.roles[role] ?? []), ...ids])];
  }
  return cast;
}

function enrol(cast: Cast, role: string, given: PersonGiven): string {
  const { line: _line, ...details } = given;
  const name = given.name ?? role;
  const known = Object.values(cast.people).find((person) => person.name === name);
  const id = known?.id ?? newId(cast, name);
  const person = { ...known, ...details, id, name };
  cast.people[id] =
    person.mail || person.sms || person.post || person.phone || person.channel === 'phone'
      ? person
      : withMail(person);
  return id;
}

/** Who is given without any address can be reached by mail, as most people can. */
function withMail(person: Person): Person {
  return { ...person, mail: `${person.id.slice(2)}@example.org` };
}

function newId(cast: Cast, name: string): string {
  const slug =
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'person';
  let id = `p-${slug}`;
  for (let n = 2; cast.people[id]; n++) id = `p-${slug}-${n}`;
  return id;
}

/** Ids of the people a role or a name stands for; undefined when there is no such role or person, empty when nobody holds it. */
export function whoIs(cast: Cast, text: string): string[] | undefined {
  const role = roleOf(cast, text);
  const held = role === undefined ? undefined : cast.roles[role];
  if (held) return held;
  const person = personOf(cast, text);
  if (person !== undefined) return [person];
  return role === undefined ? undefined : holdersIn(cast.roles, role).people;
}

/** The id of a role: its id or a label, exactly or else ignoring case. */
export function roleOf(cast: Cast, text: string): string | undefined {
  const roles = [...Object.keys(cast.roles), ...cast.labels.map(({ role }) => role)];
  const spelt = [...roles.map((role) => ({ role, label: role })), ...cast.labels];
  return (
    spelt.find(({ label }) => label === text) ??
    onlyOne(
      spelt.filter(({ label }) => sameCase(label, text)),
      ({ role }) => role,
    )
  )?.role;
}

function personOf(cast: Cast, text: string): string | undefined {
  const people = Object.values(cast.people);
  return (
    people.find(({ id, name }) => name === text || id === text) ??
    onlyOne(
      people.filter(({ name }) => sameCase(name, text)),
      ({ id }) => id,
    )
  )?.id;
}

/** The name of a person id, for people who read it. */
export function nameOf(cast: Cast, id: string): string {
  return cast.people[id]?.name ?? id;
}

/** All that may stand where a role or person is named. */
export function knownPeople(cast: Cast): string[] {
  return [...Object.keys(cast.roles), ...Object.values(cast.people).map(({ name }) => name), ANYONE];
}

export function labelsOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : [text.nl, text.en];
}

export function sameCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The first, if all mean the same. */
export function onlyOne<T>(items: T[], of: (item: T) => string): T | undefined {
  return new Set(items.map(of)).size === 1 ? items[0] : undefined;
}
