/** Facts on their way to the store: in order, in batches, kept until the store acknowledged them. */
import { condition } from '@temporalio/workflow';
import type { Fact } from '../contract/index.ts';
import { attempt, isCalm, persist } from './carry.ts';

const BATCH = 500;
/** Together with the longest local attempt the two seconds a person waits at most. */
const PATIENCE_MS = 500;

export interface Outbox {
  add(facts: Fact[]): void;
  pending(): Fact[];
  /** Waits until the facts up to number `n` are in the store, two seconds at most; answers whether they are. */
  projected(n: number): Promise<boolean>;
  /** Never ends: brings facts to the store. */
  drain(): Promise<never>;
}

/** `hurried` ends the waiting of everybody: the workflow is about to continue as new. */
export function outbox(
  instance: string,
  carried: Fact[],
  view: () => { nextDue?: string; status: string },
  hurried: () => boolean,
): Outbox {
  let facts = [...carried];
  let wanted = 0;
  let slow = false;

  const isThere = (n: number) => facts.length === 0 || (facts[0] as Fact).n > n;

  return {
    add(more) {
      for (const fact of more) facts.push(fact);
    },
    pending: () => facts,
    async projected(n) {
      wanted = Math.max(wanted, n);
      await condition(() => isThere(n) || slow || hurried());
      if (!isThere(n) && !hurried()) await condition(() => isThere(n) || hurried(), PATIENCE_MS);
      return isThere(n);
    },

    async drain() {
      for (;;) {
        // The facts of one workflow task go together, unless somebody is waiting for the first ones.
        await condition(() => facts.length > 0 && (isCalm() || !isThere(wanted)));
        const batch = facts.slice(0, BATCH);
        const input = { instance, facts: batch, view: view() };
        try {
          await attempt('project', input);
        } catch {
          slow = true;
          await persist('project', input);
        }
        slow = false;
        facts = facts.slice(batch.length);
      }
    },
  };
}
