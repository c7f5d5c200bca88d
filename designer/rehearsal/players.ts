/** Who one can play in a rehearsal, with what they are called there. */
import { useTranslation } from 'react-i18next';
import type { PersonRow, World } from '../app/queries.ts';
import type { Player } from '../app/rehearsal.ts';

/** Our own side first, in the order of the roles; then everybody else. */
export function playersOf({ roles }: World, people: readonly PersonRow[]): Player[] {
  const order = Object.values(roles).flat();
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const ours = (side: string) => (side === 'us' ? 0 : 1);
  return people
    .map(({ id, name = id, side }) => ({
      id,
      name,
      side,
      roles: Object.keys(roles).filter((role) => roles[role]?.includes(id)),
    }))
    .sort((a, b) => ours(a.side) - ours(b.side) || rank(a.id) - rank(b.id));
}

/** Whose part one plays before choosing: who holds one's own role there. */
export function ownPart(players: readonly Player[], roles: readonly string[]): Player | undefined {
  for (const role of roles) {
    const found = players.find((one) => one.roles.includes(role));
    if (found) return found;
  }
  return players.find(({ side }) => side === 'us') ?? players[0];
}

/** `Bo, supporter`: with the words that people use. */
export function useRoleWords(): (role: string) => string {
  const { t, i18n } = useTranslation('initiatives');
  return (role) =>
    i18n.exists(`page.roles.${role}`, { ns: 'initiatives' }) ? t(`page.roles.${role as 'manager'}`) : role;
}

export function usePlayerWords(): (player: Player) => string {
  const { t } = useTranslation('shared');
  const words = useRoleWords();
  return ({ name, side, roles }) =>
    `${name}, ${roles.length > 0 ? roles.map(words).join(', ') : t(`side.${side as 'us'}`)}`;
}
