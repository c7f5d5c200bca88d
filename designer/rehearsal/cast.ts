/** People made up for a rehearsal, as rows somebody fills in, and as the server wants them. Pure. */

export const REACH = ['mail', 'sms', 'phone', 'post'] as const;
export type Reach = (typeof REACH)[number];

export interface CastRow {
  id: number;
  role: string;
  name: string;
  reach: Reach;
  language: 'nl' | 'en';
}

/** Who takes part in most stories. */
export const USUAL_ROLES = ['initiator', 'supporter', 'coordinator', 'manager'] as const;

/** Nothing leaves a rehearsal, so addresses only have to look like one, and be nobody's. */
function addressOf({ reach, name, id }: CastRow): object {
  const slug = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .toLowerCase();
  if (reach === 'mail') return { mail: `${slug || 'somebody'}.${id}@rehearsal.invalid` };
  if (reach === 'sms') return { sms: '06 00 00 00 00', phone: '06 00 00 00 00' };
  return reach === 'phone' ? { phone: '06 00 00 00 00' } : { post: 'Oefenstraat 1' };
}

/** Per role, in the order of the rows; rows without a name are left out. */
export function peopleOf(rows: readonly CastRow[]): Record<string, object[]> {
  const people: Record<string, object[]> = {};
  for (const row of rows) {
    const name = row.name.trim();
    if (name === '') continue;
    people[row.role] = [
      ...(people[row.role] ?? []),
      { name, channel: row.reach, language: row.language, ...addressOf(row) },
    ];
  }
  return people;
}
