/** All jobs, by type. */
import { queueForCapacity, releaseCapacity, takeCapacity } from './capacity.ts';
import { httpRequest } from './http-request.ts';
import type { Job } from './job.ts';
import { mail } from './mail.ts';
import { record } from './record.ts';
import { webhook } from './webhook.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table holds jobs of every input; each parses its own
export const jobs: ReadonlyMap<string, Job<any>> = new Map(
  [takeCapacity, releaseCapacity, queueForCapacity, record, httpRequest, webhook, mail].map((job) => [
    job.type,
    job,
  ]),
);
