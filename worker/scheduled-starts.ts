/** Activities of the daily workflow: which published processes start themselves, and starting one. */
import type { ScheduleActivities, Startable } from '../activities/types.ts';
import { localDate } from '../core/calendar/index.ts';
import { selfStartsOf } from '../core/schedule/self-starts.ts';
import { selfStartsOn } from '../core/schedule/self-starts-on.ts';
import type { Store } from '../store/index.ts';
import type { StartInstance } from './start-instance.ts';

interface Parts {
  store: Store;
  start: StartInstance;
  log: { warn(about: object, message: string): void };
}

export function scheduledStarts({ store, start, log }: Parts): ScheduleActivities {
  return {
    async startable({ org, at }) {
      const organisation = await store.organisations.get(org);
      if (!organisation) throw new Error(`Expected an organisation '${org}', but there is none`);
      const { calendar } = organisation;
      const date = localDate(calendar.zone, at);
      const processes: Startable[] = [];
      for (const { process, hash, publishedAt } of await store.versions.list(org)) {
        const definition = await store.versions.definition(hash);
        for (const element of definition ? selfStartsOf(definition) : []) {
          const moments = selfStartsOn(calendar, element, publishedAt, date);
          const starts = moments.map((moment) => ({
            at: moment,
            // By a schedule it starts once a day, whichever version says at what hour.
            occasion: element.schedule ? date : moment,
          }));
          if (starts.length > 0) processes.push({ process, hash, element: element.id, starts });
        }
      }
      return { processes };
    },
    async startScheduled({ org, hash, element, occasion, instance }) {
      const version = await store.versions.byHash(org, hash);
      if (!version) throw new Error(`Expected a published process with content ${hash}, but there is none`);
      const { process, number } = version;
      // A later version starts itself in its own way.
      if ((await store.versions.latest(org, process))?.hash !== hash) return;
      const claimed = await store.schedules.claim({ org, process, element, date: occasion, instance });
      if (!claimed.first) return;
      const answer = await start({ id: instance, org, process, version: number, hash, element });
      if (!answer.ok)
        log.warn({ instance, process, code: answer.rejection.code }, 'a scheduled start was refused');
    },
  };
}
