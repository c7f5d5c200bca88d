/** Sees to it, before a test run, that the servers and the browser it needs can be started. */
import { chromium } from './chromium.ts';
import { mongoProgram } from './mongo-program.ts';
import { toStderr } from './progress.ts';
import { temporalProgram } from './temporal-program.ts';

export async function prepareForTests(): Promise<void> {
  const { TEMPORAL_ADDRESS, MONGODB_URI } = process.env;
  const [browser] = await Promise.all([
    chromium(toStderr),
    TEMPORAL_ADDRESS || temporalProgram(toStderr),
    MONGODB_URI || mongoProgram(toStderr),
  ]);
  process.env.CHROME_PATH = browser;
}
