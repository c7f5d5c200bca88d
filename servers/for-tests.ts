/** Starts one Temporal and one MongoDB on temporary data for a whole test run, and stops them at its end. */
import type { TestProject } from 'vitest/node';
import { searchAttributes } from '../workflows/search-attributes.ts';
import { startMongo } from './mongo.ts';
import { toStderr } from './progress.ts';
import { startTemporal } from './temporal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    temporal: { address: string; namespace: string };
    mongo: { uri: string; kind: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const address = process.env.TEMPORAL_ADDRESS;
  const [temporal, mongo] = await Promise.all([
    startTemporal({
      onProgress: toStderr,
      searchAttributes,
      given: address ? { address } : undefined,
      namespace: process.env.TEMPORAL_NAMESPACE || 'default',
    }),
    startMongo({ onProgress: toStderr, given: process.env.MONGODB_URI }),
  ]);
  project.provide('temporal', { address: temporal.address, namespace: temporal.namespace });
  project.provide('mongo', { uri: mongo.uri, kind: mongo.kind });
  return async () => {
    await Promise.all([temporal.stop(), mongo.stop()]);
  };
}
