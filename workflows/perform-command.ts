/** Carries out one command of an instance; what comes of it returns as an event. */
import { msToNumber } from '@temporalio/common/lib/time';
import { ActivityFailure, isCancellation, patched, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';
import { parseIsoDuration } from '../core/calendar/index.ts';
import type { CommandOf } from '../core/command.ts';
import type { HostEvent } from '../core/event.ts';
import type { Variables } from '../core/state.ts';
import { attempt, carry, refusalOf } from './carry.ts';
import type { InstanceCommand, NumberedCommand } from './messages.ts';

/** Type of the failure by which a job gives a BPMN error; its details are the code and perhaps data. */
const BPMN_ERROR = 'BPMN_ERROR';

export interface Performer {
  instance: string;
  initiative?: string;
  world?: string;
}

/** Other instances that began by a message or signal. */
interface Begun {
  type: 'begun';
  instances: string[];
}

type Performed = HostEvent | Begun | undefined;
type Perform<C> = (who: Performer, command: C, about: NumberedCommand) => Promise<Performed>;

const performers: { [D in InstanceCommand['do']]: Perform<Extract<InstanceCommand, { do: D }>> } = {
  job: performJob,

  async cancelJob(who, { key, jobType, input }) {
    await carry('cancelJob', { ...who, key, jobType, input });
    return undefined;
  },

  async resolve(who, { key, role }) {
    const { people, reasons } = await carry('resolve', { ...who, role });
    return { type: 'resolved', job: key, role, people, reasons };
  },

  async load({ instance }, { key, process, binding, caller, tag, decision }) {
    const found = await carry('load', {
      instance,
      process,
      binding,
      ...(caller ? { caller } : {}),
      ...(tag ? { tag } : {}),
      ...(decision ? { decision } : {}),
    });
    return 'missing' in found
      ? { type: 'notLoaded', job: key, reason: 'not published' }
      : { type: 'loaded', job: key, ...found };
  },

  async post({ instance, world }, { to, notes, announce, withdraw, ended }, { n, at }) {
    const id = `${instance}/${n}`;
    const place = world ? { world } : {};
    await carry('post', { instance, to, ...place, notes, announce, withdraw, ended, at, id });
    return undefined;
  },

  async publish({ instance }, { kind, name, key, data, until, hops }, { n }) {
    const id = `${instance}/${n}`;
    const message = {
      instance,
      kind,
      name,
      ...(key ? { key } : {}),
      ...(data ? { data } : {}),
      ...(until ? { until } : {}),
      ...(hops === undefined ? {} : { hops }),
      id,
    };
    const { started } = await carry('publish', message);
    return started.length > 0 ? { type: 'begun', instances: started } : undefined;
  },

  async subscribe({ instance }, { id, kind, name, key }) {
    await carry('subscribe', { instance, id, kind, name, ...(key ? { key } : {}) });
    return undefined;
  },

  async unsubscribe({ instance }, { id }) {
    await carry('unsubscribe', { instance, id });
    return undefined;
  },
};

/** The event that answers a command, or nothing when it needs no answer. */
export function performCommand(who: Performer, numbered: NumberedCommand): Promise<Performed> {
  const { command } = numbered;
  return (performers[command.do] as Perform<InstanceCommand>)(who, command, numbered);
}

/** Commands that must not overtake one another share a lane; in a rehearsal world all of them do. */
export function laneOf(world: string | undefined): (command: InstanceCommand) => string {
  return (command) => {
    if (world !== undefined) return 'world';
    switch (command.do) {
      case 'post':
        return `post ${command.to}`;
      case 'publish':
        return 'publish';
      case 'subscribe':
      case 'unsubscribe':
        return `wait ${command.id}`;
      case 'job':
      case 'cancelJob':
        return `job ${command.key}`;
      default:
        return `${command.do} ${command.key}`;
    }
  };
}

/** A try ends by itself within its `timeout`; the server waits so much longer for it to say so. */
const GRACE_MS = 10_000;
const TIMEOUT_MS = 60_000;

/** Work that nobody outside is asked for: at once. */
const isOurs = (jobType: string) => jobType === 'record' || /^(capacity|report)\./.test(jobType);

/** Failures of a job since it last went well, and what was asked for before the next; the pause grows with them. */
const failures = new Map<string, { count: number; notBefore: number }>();
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;
const DAY_MS = 86_400_000;

/** Three times as long after each failure, at least what the other side asked for. */
function pauseAfter(count: number, notBefore: number, retryAfter: string | undefined): number {
  const own = msOfDuration(retryAfter);
  const grown = (own ?? FIRST_PAUSE_MS) * 3 ** (count - 1);
  return Math.min(
    Math.max(Math.min(grown, own === undefined ? LONGEST_PAUSE_MS : DAY_MS), notBefore),
    DAY_MS,
  );
}

async function performJob(who: Performer, job: CommandOf<'job'>): Promise<HostEvent | undefined> {
  const { key, jobType, input, retries, retryAfter, timeout, element } = job;
  const { count, notBefore } = failures.get(key) ?? { count: 0, notBefore: 0 };
  // A rehearsal has no time to lose: its clock stands still while a command is carried out.
  if (count > 0 && who.world === undefined) await sleep(pauseAfter(count, notBefore, retryAfter));
  try {
    const done = await runJob({
      ...who,
      key,
      jobType,
      input,
      ...(element ? { element } : {}),
      ...(timeout ? { timeout } : {}),
    });
    failures.delete(key);
    if ('waiting' in done) return undefined;
    return { type: 'jobCompleted', job: key, ...(done.result ? { result: done.result } : {}) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    const refused = refusalOf(error);
    failures.set(key, { count: count + 1, notBefore: msToNumber(refused?.nextRetryDelay ?? 0) });
    if (refused?.type === BPMN_ERROR) {
      const [code, data] = (refused.details ?? []) as [string, Variables?];
      return { type: 'jobError', job: key, code, ...(data ? { data } : {}) };
    }
    const left = refused?.nonRetryable ? 0 : Math.max(0, retries - 1);
    return { type: 'jobFailed', job: key, error: textOf(error), retries: left };
  }
}

/** What takes longer than a local attempt may take is begun again as an activity of its own; jobs are idempotent by key. */
async function runJob(work: Parameters<Activities['runJob']>[0]) {
  const isPassedOver = work.world !== undefined;
  if (!isOurs(work.jobType) && !isPassedOver && patched('outside')) return durably(work);
  try {
    return await attempt('runJob', work);
  } catch (error) {
    if (isCancellation(error) || refusalOf(error)) throw error;
    return durably(work);
  }
}

function durably(work: Parameters<Activities['runJob']>[0]) {
  const timeout = msOfDuration(work.timeout) ?? TIMEOUT_MS;
  return proxyActivities<Activities>({
    startToCloseTimeout: timeout + GRACE_MS,
    retry: { maximumAttempts: 1 },
  }).runJob(work);
}

const msOfDuration = (text: string | undefined) =>
  text === undefined ? undefined : parseIsoDuration(text)?.ms;

function textOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
