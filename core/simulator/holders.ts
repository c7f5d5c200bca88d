/** Who holds a role in a story's world: whom the story names, or somebody unnamed where it names nobody. */

const OUTSIDE = ['initiator', 'volunteer', 'partner', 'issuer', 'owner'];

/**
 * People who hold a role, and why. Where nobody is named, our own roles fall to coordinator and manager (nobody is answered,
 * the engine passes the work on) if there are any; otherwise somebody unnamed holds the role, whose id is the role's.
 */
export function holdersIn(
  roles: Record<string, string[]>,
  role: string,
): { people: string[]; reasons: string[] } {
  const named = roles[role];
  if (named?.length) return { people: named, reasons: ['world'] };
  const staffed = (roles.coordinator?.length ?? 0) + (roles.manager?.length ?? 0) > 0;
  return staffed && !OUTSIDE.includes(role)
    ? { people: [], reasons: [] }
    : { people: [role], reasons: ['unnamed'] };
}
