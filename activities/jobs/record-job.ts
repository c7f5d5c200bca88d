/** Job `record`: keeps learnings, counts and other results after the instance. */
import { RecordInput } from '../../contract/index.ts';
import type { Deps } from '../deps.ts';
import type { Job } from './job.ts';
import { parseInput } from './parse-input.ts';

export function recordJob({ store }: Deps): Job {
  return {
    async run({ home, instance, key, jobType, input, at }) {
      const { kind, ...data } = parseInput(RecordInput, jobType, input);
      const { org, initiative, world } = home;
      await store.results.add({ id: `${instance}/${key}`, org, instance, initiative, world, kind, at, data });
      return { result: {} };
    },
  };
}
