/** Who answers for a task that several roles may do: whoever its ladder chases. */
import { expect, it } from 'vitest';
import type { Side } from '../../../contract/index.ts';
import { accountableRole } from '../../../core/chasing/accountable-role.ts';

const sides: Record<string, Side> = {
  supporter: 'us',
  coordinator: 'us',
  initiator: 'initiator',
  partner: 'partner',
};
const sideOf = (role: string): Side => sides[role] as Side;

it.each([
  // Without a ladder the first role says whose promise it is.
  [['supporter', 'initiator'], undefined, 'supporter'],
  [['initiator', 'supporter'], undefined, 'initiator'],
  [['partner', 'supporter'], undefined, 'partner'],
  // Ladders that chase us look for the first of ours, the others for the first outside.
  [['initiator', 'partner', 'supporter', 'coordinator'], 'ORG', 'supporter'],
  [['initiator', 'coordinator', 'supporter'], 'FAST', 'coordinator'],
  [['supporter', 'coordinator', 'initiator', 'partner'], 'INIT', 'initiator'],
  [['supporter', 'partner', 'initiator'], 'PARTNER', 'partner'],
  // Nobody of that side: the first.
  [['initiator', 'partner'], 'ORG', 'initiator'],
  [['supporter', 'coordinator'], 'INIT', 'supporter'],
  // A ladder of one's own, or none at all, leaves the order in which they were drawn.
  [['initiator', 'supporter'], 'ours', 'initiator'],
  [['supporter', 'initiator'], 'ours', 'supporter'],
])('%j chased by %s: %s', (roles, ladder, accountable) => {
  expect(accountableRole(roles, ladder, sideOf)).toBe(accountable);
});
