/** The last handler: every error becomes a problem; what is our own mistake is logged and told in general words. */
import type { ErrorRequestHandler, Response } from 'express';
import type { Log } from './deps.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { Problem } from './problem.ts';

export function answerError(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    const problem = problemOf(error);
    if (problem.status >= 500)
      log.error(
        { method: request.method, route: request.route?.path, error: summary(error) },
        'a request failed',
      );
    if (response.headersSent) return next(error);
    sendProblem(response, problem);
  };
}

export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set(problem.more.headers ?? {})
    .type('application/problem+json')
    .send(JSON.stringify(problem.body));
}

/** Errors of the body parser carry a `type`; those of the engine a `name`, since the worker's code is not ours to import. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { name, type, body, limit } = error as {
    name?: string;
    type?: string;
    body?: string;
    limit?: number;
  };
  if (type === 'entity.parse.failed') {
    const { line, column, expected } = jsonErrorPlace(body ?? '');
    return new Problem(
      'MALFORMED_JSON',
      `Expected ${expected} at line ${line}, column ${column} of the body`,
      {
        path: `line ${line}, column ${column}`,
      },
    );
  }
  if (type === 'entity.too.large')
    return new Problem('TOO_LARGE', `Expected a body of at most ${limit} bytes`);
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new Problem('UNSUPPORTED_MEDIA_TYPE', 'Expected JSON in UTF-8');
  if (type === 'request.aborted' || type === 'request.size.invalid' || name === 'URIError')
    return new Problem('INVALID_ARGUMENT', 'Expected a complete request with a well-formed address');
  if (name === 'EngineUnavailable' || name === 'ServiceError')
    return new Problem(
      'UNAVAILABLE',
      'No answer in time; your act may still be carried out. Ask again with the same Idempotency-Key.',
      {
        headers: { 'Retry-After': '2' },
      },
    );
  // The read model did not know yet that it had ended.
  if (name === 'QueryRejectedError' || name === 'WorkflowNotFoundError')
    return new Problem('INVALID_STATE', 'This has ended meanwhile');
  if (name === 'KeyDestroyed') return new Problem('INVALID_STATE', 'This initiative was erased');
  if (
    name === 'MongoServerSelectionError' ||
    name === 'MongoNetworkError' ||
    name === 'MongooseServerSelectionError'
  )
    return new Problem(
      'UNAVAILABLE',
      'The database does not answer at the moment. Ask again with the same Idempotency-Key.',
      {
        headers: { 'Retry-After': '5' },
      },
    );
  return new Problem(
    'DEFECT',
    'Something went wrong on our side. Nothing was done, or it can be asked again with the same Idempotency-Key.',
  );
}

/** Enough to mend it; words of people are in neither name nor stack. */
function summary(error: unknown): object {
  const { name, stack } = error as Error;
  return { name, stack: stack?.split('\n').slice(1, 6).join('\n') };
}
