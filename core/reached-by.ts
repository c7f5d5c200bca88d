// By which ways somebody may ask to be reached.
import type { Reach } from './mailroom-types.ts';

export type ReachedBy = NonNullable<Reach['preferred']>;

export const REACHED_BY = ['mail', 'sms', 'post', 'phone'] as const satisfies ReachedBy[];

/** Undefined for whatever is none of them. */
export const reachedBy = (given: unknown): ReachedBy | undefined => REACHED_BY.find((one) => one === given);
