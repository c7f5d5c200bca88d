/** Waits until a server that was just started answers, and gives up at once when its process ends. */
import type { ChildServer } from './child.ts';
import { SetupProblem } from './setup-problem.ts';

const LIMIT_MS = 60_000;

/** Whether that is why a server did not start; another port may be free. */
export const isPortTaken = (said: unknown): boolean => /address already in use/i.test(String(said));

export async function untilReady(
  name: string,
  child: ChildServer,
  ask: () => Promise<unknown>,
): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  for (;;) {
    const lastWords = child.lastWords();
    if (lastWords) throw new SetupProblem(`The ${name} server did not start: ${lastWords}`);
    // One written in Java stays when its port is taken, and never answers.
    const taken = child.said().split('\n').find(isPortTaken);
    if (taken) {
      await child.kill();
      throw new SetupProblem(`The ${name} server did not start: ${taken}`);
    }
    try {
      await Promise.race([ask(), child.ended]);
      if (child.lastWords()) continue;
      return;
    } catch (error) {
      if (Date.now() > limit) {
        await child.kill();
        throw new SetupProblem(`The ${name} server gave no answer within a minute: ${String(error)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
