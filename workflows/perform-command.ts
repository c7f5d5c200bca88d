/** Carries out one command of an instance; what comes of it returns as an event. */
import { ActivityFailure, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';
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

  async load({ instance }, { key, process, binding, tag, decision }) {
    const found = await carry('load', {
      instance,
      process,
      binding,
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

  async publish({ instance }, { kind, name, key, data }, { n }) {
    const id = `${instance}/${n}`;
    const message = { instance, kind, name, ...(key ? { key } : {}), ...(data ? { data } : {}), id };
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

const durableJob = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 1 },
});

/** Failures of a job since it last went well; the pause before the next attempt grows with them. */
const failures = new Map<string, number>();
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;

async function performJob(who: Performer, job: CommandOf<'job'>): Promise<HostEvent | undefined> {
  const { key, jobType, input, retries, element } = job;
  const failed = failures.get(key) ?? 0;
  // A rehearsal has no time to lose: its clock stands still while a command is carried out.
  if (failed > 0 && who.world === undefined)
    await sleep(Math.min(FIRST_PAUSE_MS * 3 ** (failed - 1), LONGEST_PAUSE_MS));
  try {
    const done = await runJob({ ...who, key, jobType, input, ...(element ? { element } : {}) });
    failures.delete(key);
    if ('waiting' in done) return undefined;
    return { type: 'jobCompleted', job: key, ...(done.result ? { result: done.result } : {}) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    failures.set(key, failed + 1);
    const refused = refusalOf(error);
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
  try {
    return await attempt('runJob', work);
  } catch (error) {
    if (isCancellation(error) || refusalOf(error)) throw error;
    return durableJob.runJob(work);
  }
}

function textOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
