// Who of several roles answers for a task, from how it is chased (docs/domain.md, notation).
import type { Side } from '../../contract/index.ts';
import { defaultLadder, standardLadders } from './standard-ladders.ts';

/** The first staff role if the ladder chases us, else the first role outside. */
export function accountableRole(
  roles: readonly string[],
  named: string | undefined,
  sideOf: (role: string) => Side,
): string {
  const first = roles[0] as string;
  const sides = roles.map(sideOf);
  const ladder = named ?? defaultLadder[sides[0] as Side];
  // An own ladder, or none, leaves the order in which the roles were drawn.
  if (!standardLadders.some((l) => l.id === ladder)) return first;
  const wanted =
    ladder === 'ORG' || ladder === 'FAST' ? sides.indexOf('us') : sides.findIndex((s) => s !== 'us');
  return roles[wanted] ?? first;
}
