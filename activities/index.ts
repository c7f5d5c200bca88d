/** All activities, put together from what the worker hands in. */
import { askInstance } from './ask-instance.ts';
import { deliverEvent } from './deliver-event.ts';
import { failureOf } from './failures.ts';
import type { JobDeps } from './jobs/job.ts';
import { loadProcess } from './load-process.ts';
import { places } from './place.ts';
import { postNotes } from './post-notes.ts';
import { projectFacts } from './project-facts.ts';
import { publishMessage } from './publish-message.ts';
import { resolveRole } from './resolve-role.ts';
import { jobActivities } from './run-job.ts';
import { subscribing } from './subscribe.ts';
import type { Activities } from './types.ts';

export type { Deps, Engine, Log } from './deps.ts';
export type { FailureCode } from './failures.ts';
export type { Activities, Binding, Delivery } from './types.ts';

/** `send` is made apart (send-message.ts), since it needs a mail transport and texts. */
export function createActivities(deps: JobDeps): Activities {
  const where = places(deps);
  const activities: Activities = {
    project: projectFacts(deps),
    resolve: resolveRole(deps, where),
    ...jobActivities(deps, where),
    load: loadProcess(deps, where),
    post: postNotes(deps, where),
    ask: askInstance(deps),
    deliver: deliverEvent(deps),
    send: deps.send,
    publish: publishMessage(deps, where),
    ...subscribing(deps, where),
  };
  return Object.fromEntries(
    Object.entries(activities).map(([name, run]) => [name, failing(run as Run)]),
  ) as unknown as Activities;
}

type Run = (input: unknown) => Promise<unknown>;

/** Gives failures their code. */
const failing =
  (run: Run): Run =>
  async (input) => {
    try {
      return await run(input);
    } catch (error) {
      throw failureOf(error);
    }
  };
