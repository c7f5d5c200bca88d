/** Drives a rehearsal world on the real server: the same loop as core/simulator/world.ts, over workflows that share one virtual clock. */
import type { Act, Rejection } from '../contract/index.ts';
import type { Instant } from '../core/calendar/index.ts';
import type { HostEvent } from '../core/event.ts';
import { mailroomId } from '../workflows/ids.ts';
import type { Acted, MigrateRequest, PinnedDefinition, Pulse, Surroundings } from '../workflows/messages.ts';
import type { Answer, EngineClient, StartRequest } from './client.ts';
import { isOwnStart, type OwnStart, type OwnStarts } from './own-starts.ts';

/** What is durable of a world besides its members; the caller keeps it. */
export interface WorldRecord {
  id: string;
  org: string;
  clock: Instant;
  /** Instance ids by order of creation. */
  instances: string[];
  /** Recipients with a mailroom, by order of creation. */
  mailrooms: string[];
}

export interface RehearsalWorld {
  readonly record: WorldRecord;
  start(request: Omit<StartRequest, 'org' | 'surroundings'>): Promise<Answer<Acted>>;
  act(instance: string, act: Act, id: string): Promise<Answer<Acted>>;
  /** Moves a member to another version, once per id. */
  migrate(
    instance: string,
    to: PinnedDefinition,
    how: MigrateRequest['how'],
    id: string,
  ): Promise<Answer<Acted>>;
  /** A message or BPMN signal from outside, brought where it belongs by the caller; those that began by it are members. */
  send<T extends { started: string[] }>(sending: (at: Instant) => Promise<T>): Promise<T>;
  /** The answer to a job that waits, once per id. */
  deliver(instance: string, event: HostEvent, id: string): Promise<Answer<Acted>>;
  /** Everything due at or before a moment happens, in order; then the clock stands there. */
  jumpTo(to: Instant): Promise<void>;
  /** The next due thing happens, once per `asked`. Answers its moment, or nothing when nothing is due. */
  jumpNext(asked?: AskedJump): Promise<Instant | undefined>;
  nextDue(): Promise<Instant | undefined>;
  /** Ends every member; facts and messages stay in the store. */
  close(): Promise<void>;
}

/** A jump to what is next, which may be asked again when its answer was lost: what was next then is kept before it happens. */
export interface AskedJump {
  id: string;
  /** What it found the first time. */
  before?: Due | undefined;
  keep(found: Due): Promise<void>;
}

/** What is due, and when. */
export interface Due {
  /** The member it is due in, or the name of a start that comes by itself. */
  member: string;
  at: Instant;
}

interface Next extends Due {
  /** Carries it out until nothing is in hand; once per id where one is given. */
  happen(id?: string): Promise<Member[]>;
}

interface Member {
  id: string;
  pulse: Pulse;
}

/**
 * `save` is called after every change of the record. One caller at a time per world within this process; a world has one
 * driving process. `surroundings` must stay the same for the life of the world.
 */
export function rehearsalWorld(
  engine: EngineClient,
  given: WorldRecord,
  surroundings: Surroundings,
  save: (record: WorldRecord) => Promise<void>,
  own?: OwnStarts,
): RehearsalWorld {
  let record = given;
  let queue: Promise<unknown> = Promise.resolve();

  /** One thing at a time. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => {});
    return done;
  };

  /** Kept first: what could not be kept has not changed, and whoever asks again changes it then. */
  const change = async (more: Partial<WorldRecord>) => {
    const changed = { ...record, ...more };
    await save(changed);
    record = changed;
  };

  /** Instances that had ended when they were last looked at. */
  const over = new Set<string>();

  /** Those that run, and once more each that has ended since: it may have met mailrooms at its end. */
  const instances = async (): Promise<Member[]> => {
    const asked = record.instances.filter((id) => !over.has(id));
    const running = await pulses(engine, asked);
    const gone = asked.filter((id) => !running.some((one) => one.id === id));
    for (const id of gone) over.add(id);
    const last = await Promise.all(gone.map(async (id) => ({ id, pulse: await engine.lastPulse(id) })));
    return [...running, ...last.filter((member): member is Member => member.pulse !== undefined)];
  };
  const mailrooms = () =>
    pulses(
      engine,
      record.mailrooms.map((person) => mailroomId({ org: record.org, person, world: record.id })),
    );

  /** Until no member has anything in hand; mailrooms are met by those who post to them. */
  const settle = async (): Promise<Member[]> => {
    for (;;) {
      const [present, rooms] = await Promise.all([instances(), mailrooms()]);
      const met = present
        .flatMap(({ pulse }) => pulse.posted)
        .filter((person) => !record.mailrooms.includes(person));
      if (met.length > 0) await change({ mailrooms: [...record.mailrooms, ...new Set(met)] });
      const begun = present
        .flatMap(({ pulse }) => pulse.begun ?? [])
        .filter((instance) => !record.instances.includes(instance));
      if (begun.length > 0) await change({ instances: [...record.instances, ...new Set(begun)] });
      const busy = [...present, ...rooms].filter(({ pulse }) => pulse.busy);
      if (busy.length + met.length + begun.length === 0) return [...present, ...rooms];
      for (const { id } of busy) needed(await engine.settle(id));
    }
  };

  const earliest = (members: Member[]): Due | undefined => {
    let first: Due | undefined;
    for (const { id, pulse } of members) {
      if (pulse.nextDue === null) continue;
      // What is overdue has waited for this moment, so the order of creation decides.
      const at = pulse.nextDue > record.clock ? pulse.nextDue : record.clock;
      if (first === undefined || at < first.at) first = { member: id, at };
    }
    return first;
  };

  const fire = async ({ member, at }: Due, id?: string): Promise<Member[]> => {
    if (at > record.clock) await change({ clock: at });
    needed(await engine.tick(member, at, id === undefined ? {} : { id }));
    return settle();
  };

  /** What happens next: a member has something due, or a process starts itself; at the same moment members come first. */
  const nextOf = async (members: Member[]): Promise<Next | undefined> => {
    const due = earliest(members);
    const start = await own?.next(record.clock);
    if (start && (!due || start.at < due.at)) return asNext(start);
    return due && inMember(due);
  };

  const inMember = (due: Due): Next => ({ ...due, happen: (id) => fire(due, id) });
  const asNext = (start: OwnStart): Next => ({
    member: start.name,
    at: start.at,
    happen: () => begin(start),
  });

  /** What was found before, unless it is a start that has begun since. */
  const again = async (before: Due): Promise<Next | undefined> => {
    if (!isOwnStart(before.member)) return inMember(before);
    const start = await own?.next(before.at);
    return start && start.name === before.member && start.at === before.at ? asNext(start) : undefined;
  };

  const begin = async (start: OwnStart): Promise<Member[]> => {
    if (start.at > record.clock) await change({ clock: start.at });
    const instance = await start.begin();
    if (!record.instances.includes(instance)) await change({ instances: [...record.instances, instance] });
    return settle();
  };

  /** Everything due at or before a moment, the messages of an act among it. */
  const carryOn = async (to: Instant): Promise<void> => {
    let next = await nextOf(await settle());
    while (next && next.at <= to) next = await nextOf(await next.happen());
  };

  return {
    get record() {
      return record;
    },

    start: (request) =>
      alone(async () => {
        const start = { ...request.start, world: record.id, at: record.clock };
        const answer = await engine.startInstance({ ...request, org: record.org, surroundings, start });
        if (!answer.ok) return answer;
        if (!record.instances.includes(start.instance))
          await change({ instances: [...record.instances, start.instance] });
        await carryOn(record.clock);
        return answer;
      }),

    act: (instance, act, id) =>
      alone(async () => {
        const answer = await engine.act(instance, act, { id, at: record.clock });
        if (answer.ok) await carryOn(record.clock);
        return answer;
      }),

    migrate: (instance, to, how, id) =>
      alone(async () => {
        const answer = await engine.migrate(instance, to, { how, at: record.clock, id });
        if (answer.ok) await carryOn(record.clock);
        return answer;
      }),

    send: (sending) =>
      alone(async () => {
        const sent = await sending(record.clock);
        const { started } = sent;
        const fresh = started.filter((instance) => !record.instances.includes(instance));
        if (fresh.length > 0) await change({ instances: [...record.instances, ...fresh] });
        await carryOn(record.clock);
        return sent;
      }),

    deliver: (instance, event, id) =>
      alone(async () => {
        const answer = await engine.deliver(instance, { event, at: record.clock, id });
        if (answer.ok) await carryOn(record.clock);
        return answer;
      }),

    jumpTo: (to) =>
      alone(async () => {
        await carryOn(to);
        if (to > record.clock) await change({ clock: to });
      }),

    jumpNext: (asked) =>
      alone(async () => {
        const before = asked?.before;
        const next = before ? await again(before) : await nextOf(await settle());
        if (!next) return before?.at;
        if (asked && !before) await asked.keep({ member: next.member, at: next.at });
        await next.happen(asked?.id);
        return next.at;
      }),

    nextDue: () => alone(async () => (await nextOf(await settle()))?.at),

    close: () =>
      alone(async () => {
        for (const { id } of [...(await instances()), ...(await mailrooms())])
          await engine.terminate(id, 'the rehearsal is over');
      }),
  };
}

/** Members that have ended are no longer asked. */
async function pulses(engine: EngineClient, ids: string[]): Promise<Member[]> {
  const found = await Promise.all(ids.map(async (id) => ({ id, pulse: await engine.pulse(id) })));
  return found.filter((member): member is Member => member.pulse !== undefined);
}

/** A member that ended meanwhile has nothing left to do. */
function needed(answer: Answer<unknown>): void {
  if (!answer.ok && !isGone(answer.rejection))
    throw new Error(`Expected a member to go on: ${answer.rejection.message}`);
}

const isGone = ({ path, code }: Rejection) =>
  path === 'instance' && (code === 'INVALID_STATE' || code === 'NOT_FOUND');
