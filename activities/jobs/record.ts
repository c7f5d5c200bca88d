/** Job `record`: keeps learnings, counts and other results after the instance. */
import { recordContract } from '../../contract/jobs/record.ts';
import { job } from './job.ts';

export const record = job({
  ...recordContract,
  async run({ home, instance, key, input, at }, { store }) {
    const { kind, ...data } = input;
    const { org, initiative, world } = home;
    await store.results.add({ id: `${instance}/${key}`, org, instance, initiative, world, kind, at, data });
    return { result: {} };
  },
});
