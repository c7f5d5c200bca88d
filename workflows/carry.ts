/** Calls an activity: at once within the workflow task, and when that does not work durably, until it does. */
import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  sleep,
} from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';

/** Longest local attempt. A workflow task, and with it every answer to a person, lasts as long as its local activities. */
export const LOCAL_MS = 1_500;
const TROUBLE_MS = 3_600_000;

type Name = keyof Activities;
type InputOf<N extends Name> = Parameters<Activities[N]>[0];
type ResultOf<N extends Name> = Awaited<ReturnType<Activities[N]>>;
type Call = (input: unknown) => Promise<unknown>;

const local = proxyLocalActivities({
  startToCloseTimeout: LOCAL_MS,
  retry: { maximumAttempts: 1 },
  // One that hangs must not hold the workflow task until it has noticed.
  cancellationType: ActivityCancellationType.ABANDON,
});
const durable = proxyActivities({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

let attempts = 0;
let troubles = 0;

/** Whether no local attempt is under way: what is known now is all this workflow task will know. */
export const isCalm = (): boolean => attempts === 0;
/** Whether something cannot be carried out and waits for a repair outside. */
export const isTroubled = (): boolean => troubles > 0;

/** The newest local attempt under way, and whether those that wait behind one that hung should not wait as long again. */
let newest: Promise<unknown> | undefined;
let hanging = false;

/**
 * One local attempt. Throws what it threw. They go one after another: on replay the results of several at once arrive
 * together, and what they lead to would come in another order than it did.
 */
export async function attempt<N extends Name>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  attempts += 1;
  const begin = () => tryLocally(name, input);
  const mine = newest ? newest.then(begin, begin) : begin();
  newest = mine;
  try {
    return await mine;
  } finally {
    attempts -= 1;
    if (attempts === 0) {
      newest = undefined;
      hanging = false;
    }
  }
}

async function tryLocally<N extends Name>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  if (hanging) throw new Error(`${name} was not tried locally, because the one before it hung`);
  try {
    return (await (local[name] as Call)(input)) as ResultOf<N>;
  } catch (error) {
    hanging = !isCancellation(error) && refusalOf(error) === undefined;
    throw error;
  }
}

/** At once if it can be, and until it is done. */
export async function carry<N extends Name>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  try {
    return await attempt(name, input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return persist(name, input);
  }
}

/** Until it is done, whatever happens: what trying again cannot help now may have been repaired in an hour. */
export async function persist<N extends Name>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  for (;;) {
    try {
      return (await (durable[name] as Call)(input)) as ResultOf<N>;
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.error(`${name} cannot be carried out and is tried again in an hour`, {
        type: refusalOf(error)?.type,
      });
      troubles += 1;
      await sleep(TROUBLE_MS).finally(() => {
        troubles -= 1;
      });
    }
  }
}

/** The failure an activity gave by itself, as against a timeout. A local one comes bare. */
export function refusalOf(error: unknown): ApplicationFailure | undefined {
  const failure = error instanceof ActivityFailure ? error.cause : error;
  return failure instanceof ApplicationFailure ? failure : undefined;
}
