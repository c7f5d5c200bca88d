/** What is wrong with the automatic work of a story's processes: a rehearsal passes over it, a running process would not. */
import type { Finding } from '../contract/index.ts';
import { jobDescriptions } from '../contract/jobs/describe.ts';
import { modelOf, rules } from '../core/check/index.ts';
import { type Stage, setupOf } from '../core/scenario/index.ts';

const ABOUT_JOBS = rules.filter(({ id }) => id === 'unknown-job' || id === 'job-input');

export interface JobFinding extends Finding {
  /** The process, as the scenario names it. */
  process: string;
}

/** Work that the story answers itself is its own affair. */
export function jobFindings(stage: Stage): JobFinding[] {
  const jobs = jobDescriptions();
  const { ownedJobs } = setupOf(stage);
  const told = new Set<object>();
  return [...stage.definitions].flatMap(([process, definition]) => {
    if (told.has(definition)) return [];
    told.add(definition);
    const model = modelOf(definition, { jobs, jobsFollow: true });
    return ABOUT_JOBS.flatMap((rule) =>
      [...rule.find(model)].flatMap(({ element, message, severity = rule.severity }) =>
        ownedJobs.includes(element) ? [] : [{ process, rule: rule.id, severity, element, message }],
      ),
    );
  });
}
