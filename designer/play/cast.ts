/** Roles of which somebody made up plays, also where a drawing does not name them. */
export type CastKey =
  | 'initiator'
  | 'coordinator'
  | 'supporter'
  | 'backup'
  | 'manager'
  | 'director'
  | 'volunteer'
  | 'partner'
  | 'issuer'
  | 'deputy'
  | 'guide';
export const CAST: CastKey[] = [
  'initiator',
  'coordinator',
  'supporter',
  'backup',
  'manager',
  'director',
  'volunteer',
  'partner',
  'issuer',
  'deputy',
  'guide',
];
