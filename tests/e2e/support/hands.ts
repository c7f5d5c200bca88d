/** By what a story's steps are carried out in a rehearsal world: its people have the ids they have there. By requests, unless a test does it otherwise. */
import type { Act } from '../../../contract/index.ts';
import type { Answered, Application } from './application.ts';

export interface Hands {
  /** The body of the answer names the `instance`. */
  start(asked: { process: string; by?: string; element?: string; data?: unknown }): Promise<Answered>;
  act(instance: string, act: Act): Promise<Answered>;
  advanceTo(at: string): Promise<Answered>;
}

export const httpHands = (app: Pick<Application, 'ask'>, world: string): Hands => ({
  start: (asked) => app.ask('POST', `/worlds/${world}/instances`, asked),
  act: (instance, act) => app.ask('POST', `/worlds/${world}/instances/${instance}/acts`, act),
  advanceTo: (at) => app.ask('POST', `/worlds/${world}/jump`, { to: at }),
});
