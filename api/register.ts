/** A registration: the person, the initiative, and the process that begins with it. Safe to repeat under the same id. */
import type { z } from 'zod';
import type { Registered, Registration } from '../contract/api/initiatives.ts';
import type { Definition, Language } from '../contract/index.ts';
import { reachedBy } from '../core/reached-by.ts';
import type { Variables } from '../core/state.ts';
import type { Holders, Person, Version } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { notFound, Problem, rejected } from './problem.ts';

type Asked = z.output<typeof Registration>;

interface By {
  org: string;
  person?: string;
}

/** Answers of every registration form that say who somebody is: kept with the person (ADR 0006). */
const NAME = 'yourName';
const CONTACT = 'contact';

/** `id` is a ULID; the ids of person, initiative and instance are made from it. */
export async function register(
  deps: Pick<Deps, 'store' | 'engine' | 'worlds' | 'clock'>,
  asked: Asked,
  by: By,
  id: string,
): Promise<Registered> {
  const { store, engine, worlds, clock } = deps;
  const { org } = by;
  const world = asked.world === undefined ? undefined : await ownWorld(deps, org, asked.world);
  const version = await store.versions.latest(org, asked.process);
  const definition = version && (await store.versions.definition(version.hash));
  if (!version || !definition) throw notFound('published process', asked.process, 'process');

  const initiator = await initiatorOf(deps, asked, org, `per_${id}`);
  const data = asked.data as Variables;
  const answers: Variables = { ...data };
  for (const field of [NAME, CONTACT]) if (field in answers) answers[field] = initiator.id;

  const initiative = `ini_${id}`;
  const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : undefined);
  await store.initiatives.create({
    id: initiative,
    org,
    ...(asked.team ? { team: asked.team } : {}),
    ...(world ? { world: world.id } : {}),
    roles: await peopleAround(deps, definition, initiator.id, org, asked.team, world?.roles),
    contact: initiator.id,
    createdAt: world?.at ?? clock(),
    words: {
      title: text('title') ?? text('idea')?.slice(0, 80) ?? '',
      ...Object.fromEntries(
        ['idea', 'place', 'motto'].flatMap((key) => (text(key) ? [[key, text(key)]] : [])),
      ),
    },
  });
  const instance = {
    id: `pi_${id}`,
    org,
    initiative,
    ...(world ? { world: world.id } : {}),
    ...versionOf(version),
    data: answers,
    // In a rehearsal initiators speak for themselves.
    by: (world ? undefined : by.person) ?? initiator.id,
  };
  const answer = world ? await worlds.start(world.id, instance) : await engine.start(instance);
  if (!answer.ok) {
    await undo(deps, initiative, initiator);
    throw rejected(atData(answer.rejection));
  }
  await store.changes.add({
    org,
    kind: 'initiative',
    id: initiative,
    initiative,
    rows: [],
    ...(world ? { world: world.id } : {}),
  });
  const { n, projected } = answer.result;
  return { initiative, initiator: initiator.id, instance: instance.id, n, projected };
}

const versionOf = ({ process, number, hash }: Version) => ({ process, version: number, hash });

async function ownWorld({ store }: Pick<Deps, 'store'>, org: string, id: string) {
  const world = await store.worlds.get(id);
  if (world?.org !== org || world.state !== 'open') throw notFound('open rehearsal world', id, 'world');
  return world;
}

/** Nothing half-applied: what a refused registration made goes again. */
async function undo({ store }: Pick<Deps, 'store'>, initiative: string, initiator: Made): Promise<void> {
  await store.initiatives.model.deleteOne({ _id: initiative });
  if (initiator.made) await store.people.model.deleteOne({ _id: initiator.id });
}

/** The form names its fields; in the request they are in `data`. */
function atData<R extends { path?: string; problems?: { path: string; message: string }[] }>(
  rejection: R,
): R {
  const within = (path: string) => (path.startsWith('data') ? path : `data.${path}`);
  const { path, problems } = rejection;
  return {
    ...rejection,
    ...(path && problems ? { path: within(path) } : {}),
    ...(problems ? { problems: problems.map((one) => ({ ...one, path: within(one.path) })) } : {}),
  };
}

interface Made {
  id: string;
  made: boolean;
}

/** Whoever has registered before under the same mail address is the same person. */
async function initiatorOf(
  { store }: Pick<Deps, 'store'>,
  asked: Asked,
  org: string,
  freshId: string,
): Promise<Made> {
  if (asked.initiator !== undefined) {
    const known = await store.people.get(asked.initiator);
    if (known?.org !== org || known.erased) throw notFound('person', asked.initiator, 'initiator');
    return { id: known.id, made: false };
  }
  const name = asked.data[NAME];
  const contact = asked.data[CONTACT];
  const problems = [
    ...(typeof name === 'string' && name.trim()
      ? []
      : [{ path: `data.${NAME}`, message: 'Expected a name' }]),
    ...(typeof contact === 'string' && /@|\d{6}/.test(contact.replace(/[\s-]/g, ''))
      ? []
      : [{ path: `data.${CONTACT}`, message: 'Expected a mail address or a phone number' }]),
  ];
  if (problems.length > 0)
    throw new Problem(
      'INVALID_ARGUMENT',
      problems.map(({ path, message }) => `${path}: ${message}`).join('; '),
      {
        path: problems[0]?.path ?? 'data',
        problems,
      },
    );
  const reach = (contact as string).trim();
  const mail = reach.includes('@') ? reach : undefined;
  const before = mail === undefined ? undefined : await known(store, org, mail, asked.world);
  if (before) return { id: before.id, made: false };
  const made = await store.people.create({
    id: freshId,
    org,
    name: (name as string).trim(),
    ...(mail ? { mail } : { phone: reach }),
    side: 'initiator',
    language: languageOf(asked.data.language),
    ...channelOf(asked.data.channel),
    ...(asked.world ? { world: asked.world } : {}),
  });
  return { id: freshId, made };
}

async function known(store: Deps['store'], org: string, mail: string, world?: string) {
  if (world === undefined) return (await store.people.findByMail(org, mail))[0];
  return (await store.people.list(org, world)).find((person) => person.mail === mail);
}

const languageOf = (given: unknown): Language => (given === 'en' || given === 'other' ? 'en' : 'nl');

function channelOf(given: unknown): Pick<Person, 'channel'> {
  const known = reachedBy(given);
  return known ? { channel: known } : {};
}

/** Who leads each staff role at this moment goes with the initiative, so that its messages name a contact person. */
async function peopleAround(
  { store }: Pick<Deps, 'store'>,
  definition: Definition,
  initiator: string,
  org: string,
  teamId: string | undefined,
  inWorld: Holders | undefined,
): Promise<Holders> {
  const organisation = await store.organisations.get(org);
  const team = organisation?.teams.find(({ id }) => id === teamId);
  if (teamId !== undefined && !team) throw notFound('team', teamId, 'team');
  const sources = inWorld ? [inWorld] : [team?.roles ?? {}, organisation?.roles ?? {}];
  const staff = definition.roles.filter(({ side }) => side === 'us').map(({ id }) => id);
  const held = staff.flatMap((role): [string, string[]][] => {
    const people = sources.map((source) => source[role] ?? []).find((ids) => ids.length > 0);
    return people ? [[role, people]] : [];
  });
  return { ...Object.fromEntries(held), initiator: [initiator] };
}
