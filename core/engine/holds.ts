// Places an instance holds in a capacity (free room): given back when it rests, stops or ends (P06).
import type { Work } from './work.ts';

/** @returns whether something was given back, so that the instance waits for the answer before it ends. */
export function releaseHolds(w: Work): boolean {
  const names = Object.keys(w.state.holds);
  for (const capacity of names) {
    const key = w.key();
    delete w.own('holds')[capacity];
    w.own('jobs')[key] = { key, jobType: 'capacity.release', input: { capacity }, retries: 3 };
    w.fact({ type: 'capacity.released', capacity });
    w.command({ do: 'job', key, jobType: 'capacity.release', input: { capacity }, retries: 3 });
  }
  return names.length > 0;
}
