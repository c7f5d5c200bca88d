/** Activities `runJob` and `cancelJob`: carry out a built-in job, or take back one that would answer later. */
import type { Deps } from './deps.ts';
import { lasting } from './failures.ts';
import { capacityJobs } from './jobs/capacity-jobs.ts';
import type { Job } from './jobs/job.ts';
import { recordJob } from './jobs/record-job.ts';
import { reportJobs } from './jobs/report-job.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

/** In a rehearsal nothing outside is touched: work that is not built in succeeds without data, as in the simulator. */
const rehearsed: Job = { run: async () => ({ result: {} }) };

export function jobActivities(deps: Deps, places: Places): Pick<Activities, 'runJob' | 'cancelJob'> {
  const jobs: Record<string, Job | undefined> = {
    ...capacityJobs(deps),
    ...reportJobs(deps, places),
    record: recordJob(deps),
  };

  async function called(input: Parameters<Activities['runJob']>[0]) {
    const known = Object.hasOwn(jobs, input.jobType) ? jobs[input.jobType] : undefined;
    const job = known ?? (input.world === undefined ? undefined : rehearsed);
    if (!job)
      throw lasting(
        'UNKNOWN_JOB',
        `Expected a job of type ${Object.keys(jobs).join(', ')}, but '${input.jobType}' is none`,
      );
    const home = await places.registration(input.instance);
    return { job, call: { ...input, home, at: await places.now(home.world) } };
  }

  return {
    async runJob(input) {
      const { job, call } = await called(input);
      return job.run(call);
    },
    async cancelJob(input) {
      const { job, call } = await called(input);
      await job.cancel?.(call);
    },
  };
}
