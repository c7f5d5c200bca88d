/** Activities of the daily workflow: which published processes start themselves, and starting one. */
import type { ScheduleActivities, Startable } from '../activities/types.ts';
import type { Store } from '../store/index.ts';
import type { StartInstance } from './start-instance.ts';

interface Parts {
  store: Store;
  start: StartInstance;
  log: { warn(about: object, message: string): void };
}

export function scheduledStarts({ store, start, log }: Parts): ScheduleActivities {
  return {
    async startable({ org }) {
      const organisation = await store.organisations.get(org);
      if (!organisation) throw new Error(`Expected an organisation '${org}', but there is none`);
      const processes: Startable[] = [];
      for (const { process, hash } of await store.versions.list(org)) {
        const definition = await store.versions.definition(hash);
        for (const element of definition?.elements ?? [])
          if (element.type === 'startEvent' && element.schedule)
            processes.push({ process, hash, element: element.id, schedule: element.schedule });
      }
      return { calendar: organisation.calendar, processes };
    },
    async startScheduled({ org, hash, element, instance, at }) {
      const version = await store.versions.byHash(org, hash);
      if (!version) throw new Error(`Expected a published process with content ${hash}, but there is none`);
      const { process, number } = version;
      const date = at.slice(0, 10);
      const claimed = await store.schedules.claim({ org, process, element, date, instance });
      if (!claimed.first) return;
      const answer = await start({ id: instance, org, process, version: number, hash, element });
      if (!answer.ok)
        log.warn({ instance, process, code: answer.rejection.code }, 'a scheduled start was refused');
    },
  };
}
