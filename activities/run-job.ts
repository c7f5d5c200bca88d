/** Activities `runJob` and `cancelJob`: carry out a job, or take back one that would answer later. */
import { ApplicationFailure } from '@temporalio/common';
import { parseIsoDuration } from '../core/calendar/index.ts';
import { lasting } from './failures.ts';
import { jobs } from './jobs/index.ts';
import type { Job, JobAnswer, JobDeps } from './jobs/job.ts';
import { parseInput } from './jobs/parse-input.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** In a rehearsal nothing outside is touched: such work succeeds without data, as in the simulator. */
const PASSED_OVER: JobAnswer = { result: {} };
const TIMEOUT_MS = 60_000;

export function jobActivities(deps: JobDeps, places: Places): Pick<Activities, 'runJob' | 'cancelJob'> {
  async function call(input: Parameters<Activities['runJob']>[0], job: Job, signal: AbortSignal) {
    const home = await places.registration(input.instance);
    const parsed = parseInput(job.input, input.jobType, input.input);
    return { ...input, input: parsed, home, at: await places.now(home.world), signal };
  }

  return {
    async runJob(input) {
      const job = jobs.get(input.jobType);
      if (input.world !== undefined && (!job || job.outside)) return PASSED_OVER;
      if (!job)
        throw lasting(
          'UNKNOWN_JOB',
          `Expected a job of type ${[...jobs.keys()].join(', ')}, but '${input.jobType}' is none`,
        );
      const time = timer(input.timeout);
      try {
        return await Promise.race([job.run(await call(input, job, time.signal), deps), time.up]);
      } finally {
        time.stop();
      }
    },
    async cancelJob(input) {
      const job = jobs.get(input.jobType);
      if (job?.cancel) await job.cancel(await call(input, job, new AbortController().signal), deps);
    },
  };
}

/** Says when a try has taken too long; the job hears it too. */
function timer(timeout: string | undefined) {
  const ms = (timeout === undefined ? undefined : parseIsoDuration(timeout)?.ms) ?? TIMEOUT_MS;
  const failure = ApplicationFailure.retryable(`Expected an answer within ${ms / 1000} seconds`, 'TIMEOUT');
  const controller = new AbortController();
  let late: (error: Error) => void = () => {};
  const up = new Promise<never>((_, reject) => {
    late = reject;
  });
  const timer = setTimeout(() => {
    controller.abort(failure);
    late(failure);
  }, ms);
  return { signal: controller.signal, up, stop: () => clearTimeout(timer) };
}
