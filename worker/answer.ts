/** Turns what Temporal throws into an answer of the engine: a result, a rejection, or one of two problems. */
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { httpStatus, type Rejection } from '../contract/index.ts';
import { failureTypes } from '../workflows/messages.ts';
import { EngineDefect, EngineUnavailable } from './engine-problem.ts';

export type Answer<T> = { ok: true; result: T } | { ok: false; rejection: Rejection };

const DEADLINE_MS = 10_000;
const BETWEEN_TRIES_MS = 50;

/** Runs an update. One that met a workflow just continuing as new is asked again: it carries an id, so it happens once. */
export async function answerOf<T>(
  client: Client,
  workflowId: string,
  deadlineMs = DEADLINE_MS,
  ask: () => Promise<T>,
): Promise<Answer<T>> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    try {
      return { ok: true, result: await client.withDeadline(deadline, ask) };
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) {
        const refused = rejectionOf(error);
        if (refused) return { ok: false, rejection: refused };
      }
      const gone = await goneBecause(client, workflowId, error);
      if (gone) return { ok: false, rejection: gone };
      if (!isPassing(error) || Date.now() + BETWEEN_TRIES_MS >= deadline)
        throw unavailable(workflowId, error);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}

function rejectionOf({ cause }: WorkflowUpdateFailedError): Rejection | undefined {
  if (!(cause instanceof ApplicationFailure)) return undefined;
  if (cause.type === failureTypes.defect) throw new EngineDefect(cause.message);
  if (cause.type && cause.type in httpStatus) return cause.details?.[0] as Rejection;
  return undefined;
}

/** An instance that has ended, or never was. */
async function goneBecause(
  client: Client,
  workflowId: string,
  error: unknown,
): Promise<Rejection | undefined> {
  if (!(error instanceof WorkflowNotFoundError)) return undefined;
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW') return undefined;
    return { code: 'INVALID_STATE', message: `'${workflowId}' has ended`, path: 'instance' };
  } catch (again) {
    if (!(again instanceof WorkflowNotFoundError)) throw again;
    return { code: 'NOT_FOUND', message: `There is no '${workflowId}'`, path: 'instance' };
  }
}

/** CANCELLED, UNKNOWN, ABORTED, RESOURCE_EXHAUSTED, UNAVAILABLE, FAILED_PRECONDITION of gRPC. */
const PASSING = new Set([1, 2, 8, 9, 10, 14]);

function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true; // between two runs
  if (error instanceof WorkflowUpdateFailedError) return true; // the run ended before the update was done
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && PASSING.has(cause.code);
}

function unavailable(workflowId: string, error: unknown): unknown {
  return isPassing(error) || (error as { code?: number }).code === 4
    ? new EngineUnavailable(`No answer from '${workflowId}' in time`, { cause: error })
    : error;
}
