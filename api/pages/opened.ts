/** What a personal link opens: whose it is, where it leads, and in which language it speaks. */
import type { Request } from 'express';
import type { Language, Side } from '../../contract/index.ts';
import { standInOf } from '../../core/away.ts';
import { localDate } from '../../core/calendar/index.ts';
import type { Contact, Frame } from '../../pages/frame.ts';
import type { Notice } from '../../pages/notices.ts';
import type {
  Holders,
  Initiative,
  InstanceSummary,
  Organisation,
  Person,
  PersonalLink,
  World,
} from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { pageLook } from '../look/shown-look.ts';

export interface Opened {
  token: string;
  link: PersonalLink;
  organisation: Organisation;
  person: Person;
  initiative?: Initiative;
  instances: InstanceSummary[];
  /** Where the reader stands in this initiative. */
  side: Side;
  language: Language;
  /** Moment of reading: the world's in a rehearsal. */
  now: string;
  today: string;
  /** People of the initiative and the organisation's contact, by id. */
  people: Map<string, Person>;
  frame: Omit<Frame, 'title'>;
  /** Address of a page below this link. */
  address(below?: string): string;
}

export type Opening = { opened: Opened } | { notice: Notice; frame: Omit<Frame, 'title'>; status: number };

/** Who helps: the first of these roles that somebody holds. */
const CONTACT_ROLES = ['supporter', 'coordinator', 'manager'];

export const languageOf = (request: Request, preferred: Language = 'nl'): Language => {
  const asked = request.query.lang;
  return asked === 'nl' || asked === 'en' ? asked : preferred;
};

export const acceptedLanguage = (request: Request): Language =>
  languageOf(request, request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl');

/** Nothing is written: opening is what mail scanners do as well. */
export async function open(deps: Deps, request: Request, token: string): Promise<Opening> {
  const { store, clock } = deps;
  const link = await store.links.find(token);
  if (!link) return { notice: { kind: 'unknown' }, status: 404, frame: await strangersFrame(deps, request) };
  const [organisation, person, initiative, world] = await Promise.all([
    store.organisations.get(link.org),
    store.people.get(link.person),
    link.initiative === undefined ? undefined : store.initiatives.get(link.initiative),
    link.world === undefined ? undefined : store.worlds.get(link.world),
  ]);
  if (!organisation || !person || person.erased || initiative?.status === 'erased')
    return { notice: { kind: 'erased' }, status: 410, frame: await strangersFrame(deps, request) };
  const language = languageOf(request, person.language);
  const own = language === person.language ? '' : `?lang=${language}`;
  const address = (below = '') => `/p/${token}${below}${own}`;
  const otherLanguage = language === 'nl' ? 'en' : 'nl';
  const frame = {
    language,
    organisation: organisation.name,
    look: pageLook(await store.looks.get(organisation.id)),
    other: `/p/${token}${otherLanguage === person.language ? '' : `?lang=${otherLanguage}`}`,
    ...(link.world === undefined ? {} : { rehearsal: true }),
  };
  const now = world?.at ?? clock();
  const today = localDate(organisation.zone, now);
  if (link.revokedAt !== undefined)
    return {
      notice: { kind: 'revoked', day: link.revokedAt.slice(0, 10) },
      status: 410,
      frame: { ...frame, other: undefined } as Omit<Frame, 'title'>,
    };
  const instances = await instancesOf(deps, link, initiative);
  const around = [initiative?.roles ?? {}, world ? world.roles : organisation.roles];
  const people = await peopleAround(deps, around, person, world);
  const contact = contactOf(around, people, person.id, today);
  return {
    opened: {
      token,
      link,
      organisation,
      person,
      ...(initiative ? { initiative } : {}),
      instances,
      side: sideIn(person, initiative),
      language,
      now,
      today,
      people,
      frame: { ...frame, ...(contact ? { contact } : {}) },
      address,
    },
  };
}

/** An initiator of this initiative may be a volunteer elsewhere. */
const sideIn = ({ id, side }: Person, initiative: Initiative | undefined): Side =>
  initiative?.roles.initiator?.includes(id) ? 'initiator' : side;

async function instancesOf({ store }: Deps, link: PersonalLink, initiative: Initiative | undefined) {
  if (!initiative) {
    const only = await store.instances.summary(link.instance);
    return only ? [only] : [];
  }
  const { org, id, world } = initiative;
  return store.instances.list({ org, initiative: id, ...(world ? { world } : {}) });
}

/** A rehearsal has people of its own. */
async function peopleAround(
  { store }: Deps,
  around: Holders[],
  reader: Person,
  world: World | undefined,
): Promise<Map<string, Person>> {
  const found = world
    ? await store.people.list(world.org, world.id)
    : await store.people.getMany([...new Set(around.flatMap((roles) => Object.values(roles).flat()))]);
  const deputies = found.flatMap(({ away, deputy }) => (away ? (away.deputy ?? deputy ?? []) : []));
  const more = await store.people.getMany(deputies.filter((id) => !found.some((one) => one.id === id)));
  return new Map([...found, ...more, reader].map((person) => [person.id, person]));
}

/** Whom to ask; the stand-in while that person is away. */
function contactOf(
  around: Holders[],
  people: Map<string, Person>,
  reader: string,
  today: string,
): Contact | undefined {
  const holds = (role: string) => around.map((roles) => roles[role]?.[0]).find((one) => one !== undefined);
  const id = CONTACT_ROLES.map(holds).find((one) => one !== undefined && one !== reader);
  const first = id === undefined ? undefined : people.get(id);
  const deputy = first && people.get(standInOf(first, today) ?? '');
  const one = deputy || first;
  if (!one?.name) return undefined;
  return {
    name: one.name,
    ...(one.phone ? { phone: one.phone } : {}),
    ...(one.mail ? { mail: one.mail } : {}),
    ...(deputy && first?.name ? { insteadOf: first.name } : {}),
  };
}

/** The frame of a page that nobody is known on: the organisation's name, when there is only one. */
export async function strangersFrame(
  { store }: Pick<Deps, 'store'>,
  request: Request,
  of?: Organisation,
): Promise<Omit<Frame, 'title'>> {
  const language = acceptedLanguage(request);
  const all = of ? [of] : await store.organisations.list();
  const [only] = all.length === 1 ? all : [];
  const look = only && pageLook(await store.looks.get(only.id));
  return { language, organisation: only?.name ?? 'Speelruimte', noContact: true, ...(look ? { look } : {}) };
}
