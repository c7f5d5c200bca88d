/** Job `record`: keeps learnings, counts and other results after the instance. */
import { z } from 'zod';
import { RecordInput } from '../../contract/index.ts';
import { job } from './job.ts';

export const record = job({
  type: 'record',
  name: { nl: 'Vastleggen', en: 'Record' },
  about: {
    nl: 'Bewaart lessen, aantallen en andere uitkomsten, ook na afloop.',
    en: 'Keeps learnings, counts and other results, also afterwards.',
  },
  input: RecordInput,
  result: z.object({}),
  async run({ home, instance, key, input, at }, { store }) {
    const { kind, ...data } = input;
    const { org, initiative, world } = home;
    await store.results.add({ id: `${instance}/${key}`, org, instance, initiative, world, kind, at, data });
    return { result: {} };
  },
});
