/** Activity `project`: facts into the record and the read model; a gap is written to the audit trail. */
import { FactsGap } from '../store/index.ts';
import type { Deps } from './deps.ts';
import type { Activities } from './types.ts';

export function projectFacts({ store, log, clock }: Deps): Activities['project'] {
  return async ({ instance, facts, view }) => {
    try {
      await store.project({ instance, facts, nextDue: view.nextDue });
    } catch (error) {
      if (error instanceof FactsGap) {
        const { missing, recorded } = error;
        log.error({ instance, missing, recorded }, 'facts are missing');
        const org = (await store.instances.registration(instance))?.org ?? '*';
        const detail = { missing, recorded };
        await store.audit.add({
          org,
          at: clock(),
          by: 'system',
          action: 'facts.gap',
          about: instance,
          detail,
        });
      }
      throw error;
    }
  };
}
