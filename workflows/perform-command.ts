/** Carries out one command of an instance; what comes of it returns as an event. */
import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';
import type { Command, CommandOf } from '../core/command.ts';
import type { HostEvent } from '../core/event.ts';
import { attempt, insist, refusalOf } from './carry.ts';
import type { NumberedCommand } from './messages.ts';

export interface Performer {
  instance: string;
  initiative?: string;
  world?: string;
}

type Perform<C> = (who: Performer, command: C, about: NumberedCommand) => Promise<HostEvent | undefined>;

const performers: { [D in Exclude<Command['do'], 'cancelJob'>]: Perform<CommandOf<D>> } = {
  job: performJob,

  async resolve(who, { key, role }) {
    const { people, reasons } = await insist('resolve', { ...who, role });
    return { type: 'resolved', job: key, role, people, reasons };
  },

  async load({ instance }, { key, process, binding, tag }) {
    const found = await insist('load', { instance, process, binding, ...(tag ? { tag } : {}) });
    return 'missing' in found
      ? { type: 'notLoaded', job: key, reason: `'${process}' is not published` }
      : { type: 'loaded', job: key, ...found };
  },

  async post({ instance, world }, { to, notes, announce, withdraw, ended }, { n, at }) {
    const id = `${instance}/${n}`;
    const place = world ? { world } : {};
    await insist('post', { instance, to, ...place, notes, announce, withdraw, ended, at, id });
    return undefined;
  },

  async publish({ instance }, { kind, name, key, data }, { n }) {
    const id = `${instance}/${n}`;
    await insist('publish', { instance, kind, name, ...(key ? { key } : {}), ...(data ? { data } : {}), id });
    return undefined;
  },
};

/** The event that answers a command, or nothing when it needs no answer. */
export function performCommand(who: Performer, numbered: NumberedCommand): Promise<HostEvent | undefined> {
  const { command } = numbered;
  if (command.do === 'cancelJob') return Promise.resolve(undefined);
  return (performers[command.do] as Perform<Command>)(who, command, numbered);
}

/** Commands that must not overtake one another share a lane; in a rehearsal world all of them do. */
export function laneOf(world: string | undefined): (command: Command) => string {
  return (command) => {
    if (world !== undefined) return 'world';
    switch (command.do) {
      case 'post':
        return `post ${command.to}`;
      case 'publish':
        return 'publish';
      case 'cancelJob':
        return 'cancel';
      default:
        return `${command.do} ${command.key}`;
    }
  };
}

async function performJob(who: Performer, job: CommandOf<'job'>): Promise<HostEvent | undefined> {
  const { key, jobType, input } = job;
  const work = { ...who, key, jobType, input };
  try {
    const done = await attempt('runJob', work).catch((error) => again(error, job.retries, work));
    return 'waiting' in done
      ? undefined
      : { type: 'jobCompleted', job: key, ...(done.result ? { result: done.result } : {}) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    const refusal = refusalOf(error);
    if (refusal?.type === 'BPMN_ERROR') {
      const [code, data] = refusal.details as [string, CommandOf<'job'>['input'] | undefined];
      return { type: 'jobError', job: key, code, ...(data ? { data } : {}) };
    }
    return { type: 'jobFailed', job: key, error: textOf(error), retries: 0 };
  }
}

/** The attempts that are left after the first, with growing pauses between them. */
function again(error: unknown, retries: number, work: Parameters<Activities['runJob']>[0]) {
  if (isCancellation(error) || refusalOf(error)?.nonRetryable || retries <= 0) throw error;
  const { runJob } = proxyActivities<Activities>({
    startToCloseTimeout: '10 minutes',
    retry: {
      maximumAttempts: retries,
      initialInterval: '1s',
      backoffCoefficient: 3,
      maximumInterval: '10 minutes',
    },
  });
  return runJob(work);
}

function textOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
