/** Who a role or name means in an instance: whoever holds the role there now, else whom the scenario cast. */
import { ANYONE, type Cast, knownPeople, roleOf, whoIs } from './cast.ts';
import { didYouMean } from './near-miss.ts';
import { InvalidScenario } from './problem.ts';
import type { Name } from './reading/name.ts';
import type { View } from './view.ts';

/** @throws InvalidScenario when nobody is called so. */
export function peopleNamed(
  view: Pick<View, 'cast' | 'state'>,
  { text, line }: Pick<Name, 'text' | 'line'>,
): string[] {
  const role = roleOf(view.cast, text);
  const here = role === undefined ? undefined : view.state.people[role];
  if (here?.length) return here;
  return castNamed(view.cast, { text, line });
}

/** The same outside any instance, such as for who starts one. */
export function castNamed(cast: Cast, { text, line }: Pick<Name, 'text' | 'line'>): string[] {
  const found = whoIs(cast, text);
  if (found?.length) return found;
  if (text === ANYONE) return [ANYONE];
  const message = found
    ? `Nobody holds the role '${text}' in this scenario.`
    : `There is no role or person '${text}'.${didYouMean(text, knownPeople(cast))}`;
  throw new InvalidScenario([{ line, message }]);
}

/** Whether somebody, in some role, is the one meant. */
export function isMeant(view: View, name: Name, person: string | undefined, role?: string): boolean {
  if (name.text === ANYONE) return person !== undefined;
  const asked = roleOf(view.cast, name.text);
  if (asked !== undefined && asked === role) return true;
  return person !== undefined && peopleNamed(view, name).includes(person);
}
