/** Whether a caller may do something at all, in whichever team. */
import { mayAnywhere } from './held-roles.ts';
import { type Action, may } from './permissions.ts';
import { Problem } from './problem.ts';
import type { Caller } from './route.ts';

/** Throws PERMISSION_DENIED unless a role of the caller allows it. */
export function permit({ roles, role, mustChange, session }: Caller, action: Action): void {
  if (session && may('newcomer', action)) return;
  if (!mayAnywhere(roles, action))
    throw new Problem('PERMISSION_DENIED', `The role '${role}' may not do this (${action})`);
  if (mustChange)
    throw new Problem('PASSWORD_CHANGE_NEEDED', 'Choose a password of your own first: POST /v1/password');
}
