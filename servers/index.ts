/** What other folders use of the servers. */
export type { AppOptions, RunningApp, StartApp } from './application.ts';
export { cacheFolder } from './cache.ts';
export { chromium } from './chromium.ts';
export { type Config, environment, readConfig } from './config.ts';
export { claimDataDir } from './data-dir.ts';
export { givenTemporal } from './given-temporal.ts';
export { type MongoDatabase, type MongoOptions, startMongo } from './mongo.ts';
export { freePort, requirePort } from './ports.ts';
export { type Progress, silent, toStderr } from './progress.ts';
export { ensureSearchAttributes, type SearchAttributes } from './search-attributes.ts';
export { secretKey } from './secret-key.ts';
export { SetupProblem } from './setup-problem.ts';
export {
  startTemporal,
  type TemporalConnection,
  type TemporalOptions,
  type TemporalServer,
} from './temporal.ts';
export { temporaryFolder } from './temporary-folder.ts';
