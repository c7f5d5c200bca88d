/** Failures of activities: codes that workflows and people see, and which of them trying again cannot help. */
import { ApplicationFailure } from '@temporalio/common';
import { FactsGap, KeyDestroyed, UnknownInstance } from '../store/index.ts';

export type FailureCode =
  | 'FACTS_GAP' // the record and the instance do not agree on what was recorded
  | 'UNKNOWN_INSTANCE' // never registered
  | 'UNKNOWN_ORGANISATION'
  | 'UNKNOWN_WORLD'
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_JOB' // no such job type
  | 'INVALID_INPUT' // a job's input does not fit
  | 'UNKNOWN_SECRET'
  | 'SECRET_ELSEWHERE' // it may not be sent to this address
  | 'NOT_REACHABLE' // an address inside our own network
  | 'ANSWER_TOO_LONG'
  | 'REFUSED' // another system said no
  | 'KEY_DESTROYED'; // the initiative was erased

/** A failure that stays the same however often it is tried. */
export const lasting = (type: FailureCode, message: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(message, type);

const causes: [new (...args: never[]) => Error, FailureCode][] = [
  [FactsGap, 'FACTS_GAP'],
  [UnknownInstance, 'UNKNOWN_INSTANCE'],
  [KeyDestroyed, 'KEY_DESTROYED'],
];

/** What an activity throws for what the store threw; anything it does not know may pass and is tried again. */
export function failureOf(error: unknown): unknown {
  const known = causes.find(([kind]) => error instanceof kind);
  return known ? lasting(known[1], (error as Error).message) : error;
}
