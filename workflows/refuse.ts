/** How an update is refused: with the code of the rejection, or as our own mistake; either way without a trace in history. */
import { ApplicationFailure, log } from '@temporalio/workflow';
import type { Rejection } from '../contract/index.ts';
import { failureTypes } from './messages.ts';

export function refusal(rejection: Rejection): ApplicationFailure {
  return ApplicationFailure.create({
    type: rejection.code,
    message: rejection.message,
    details: [rejection],
    nonRetryable: true,
  });
}

/** Runs a validator. An error in it that is not a refusal would reach the caller with its text, which may be anybody's. */
export function judged(judge: () => Rejection | undefined): void {
  let rejection: Rejection | undefined;
  try {
    rejection = judge();
  } catch (error) {
    log.error('Judging a request failed', { error });
    throw ApplicationFailure.create({
      type: failureTypes.defect,
      message: 'The request could not be judged, through no fault of yours',
      nonRetryable: true,
    });
  }
  if (rejection) throw refusal(rejection);
}
