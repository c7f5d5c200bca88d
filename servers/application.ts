/** What the start asks of the application, and what it gives it: `startApp` of worker/app.ts keeps to this. */
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { MongoDatabase } from './mongo.ts';
import type { TemporalServer } from './temporal.ts';

export interface AppOptions {
  config: Config & { SECRET_KEY: string };
  temporal: Pick<TemporalServer, 'kind' | 'address' | 'namespace' | 'connection' | 'uiUrl'>;
  mongoUri: string;
  mongoKind: MongoDatabase['kind'];
  log: Logger;
  /** Fails on answers of the API that are not as declared; for tests. */
  checkAnswers?: boolean;
}

export interface RunningApp {
  url: string;
  /** Lines for the terminal: who may enter, and how. */
  whoMayLogIn: string[];
  stop(): Promise<void>;
}

export type StartApp = (options: AppOptions) => Promise<RunningApp>;
