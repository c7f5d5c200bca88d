/** A fictional organisation with its people, so that a first start has something to show. All names and addresses are invented. */
import { dutchCalendar } from '../../core/calendar/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import type { NewPerson, Organisation } from '../../store/index.ts';

const ids = { sam: 'per_sam', noor: 'per_noor', max: 'per_max', fatima: 'per_fatima', jikke: 'per_jikke' };

export function exampleOrganisation(id: string, zone: string): Omit<Organisation, 'revision'> {
  return {
    id,
    name: 'Buurtkracht De Linde',
    zone,
    language: 'nl',
    calendar: { ...dutchCalendar, zone },
    settings: defaultSettings,
    roles: {
      supporter: [ids.sam],
      coordinator: [ids.noor],
      manager: [ids.max],
      administrator: [ids.fatima],
      director: [ids.max],
      backup: [ids.noor],
      recipient: [ids.jikke],
    },
    teams: [],
  };
}

type Invented = Omit<NewPerson, 'org'>;

const person = (id: string, name: string, mail: string, more: Partial<Invented> = {}): Invented => ({
  id,
  name,
  mail,
  side: 'us',
  language: 'nl',
  channel: 'mail',
  ...more,
});

export const examplePeople: Invented[] = [
  person(ids.sam, 'Sam de Boer', 'sam@delinde.example.org', { phone: '033 555 0102', deputy: ids.noor }),
  person(ids.noor, 'Noor van Dijk', 'noor@delinde.example.org', { phone: '033 555 0103', deputy: ids.max }),
  person(ids.max, 'Max Verhoeven', 'max@delinde.example.org', { phone: '033 555 0104' }),
  person(ids.fatima, 'Fatima El Amrani', 'fatima@delinde.example.org', { phone: '033 555 0105' }),
  person(ids.jikke, 'Jikke Hofstra', 'jikke@municipality.example.org', { side: 'partner' }),
  person('per_joris', 'Joris Smit', 'joris@example.org', { side: 'volunteer' }),
  person('per_meral', 'Meral Kaya', 'meral@example.org', { side: 'volunteer', phone: '06 5550 0110' }),
];

/** Whose token has which role. */
export const exampleTokens = [
  { role: 'supporter', person: ids.sam, name: 'Sam de Boer' },
  { role: 'coordinator', person: ids.noor, name: 'Noor van Dijk' },
  { role: 'manager', person: ids.max, name: 'Max Verhoeven' },
  { role: 'administrator', person: ids.fatima, name: 'Fatima El Amrani' },
  { role: 'system', person: undefined, name: 'another system' },
] as const;

/** Who can sign in on one's own machine: all with the one password that the first start makes. */
export const exampleAccounts = [ids.sam, ids.noor, ids.max, ids.fatima];

export const exampleCapacities = [{ name: 'free room', total: 3 }];
