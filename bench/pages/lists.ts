/** How long a list of tasks takes to come, as often as somebody looks at it. */
import { median, percentile } from '../statistics.ts';

export interface Latency {
  p50: number;
  p95: number;
}

/** The same list asked of everybody. */
export interface Asked {
  what: string;
  path: string;
  /** How many the list by hand gives for it. */
  limit: number;
}

export const LISTS: Asked[] = [
  { what: 'GET /v1/tasks', path: '/tasks', limit: 100 },
  { what: 'GET /v1/tasks?mine=true&limit=500', path: '/tasks?mine=true&limit=500', limit: 500 },
];

/** Keys that seal rows are remembered this long: after it a list reads them again, as for somebody who comes back. */
const FORGOTTEN_MS = 10_500;

export async function latency(url: string, token: string | undefined, times: number): Promise<Latency> {
  for (let n = 0; n < 5; n++) await timed(url, token);
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await timed(url, token));
  return { p50: median(taken), p95: percentile(taken, 95) };
}

/** For somebody who has not looked for a while. */
export async function firstLook(url: string, token: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    await new Promise((resolve) => setTimeout(resolve, FORGOTTEN_MS));
    taken.push(await timed(url, token));
  }
  return median(taken);
}

async function timed(url: string, token: string | undefined): Promise<number> {
  const before = performance.now();
  const response = await fetch(url, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (!response.ok) throw new Error(`GET ${url}: ${response.status}`);
  await response.arrayBuffer();
  return performance.now() - before;
}
