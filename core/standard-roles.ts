// Roles that every organisation or initiative has, and the side they stand on; a definition may declare them to name them itself.
import type { Side } from '../contract/index.ts';

export const standardRoles: Record<string, Side> = {
  initiator: 'initiator',
  supporter: 'us',
  coordinator: 'us',
  manager: 'us',
  director: 'us',
  backup: 'us',
  deputy: 'us',
  guide: 'us',
  volunteer: 'volunteer',
  partner: 'partner',
  issuer: 'partner',
  owner: 'partner',
  recipient: 'partner',
};
