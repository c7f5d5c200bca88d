/** What went wrong, as an answer (RFC 9457). Codes are API; prose may change. */

import type { Problem as ProblemBody } from '../contract/api/common.ts';
import { httpStatus, type Rejection } from '../contract/index.ts';

export type ProblemCode =
  | Rejection['code']
  | 'UNAUTHENTICATED'
  | 'METHOD_NOT_ALLOWED'
  | 'STALE'
  | 'MALFORMED_JSON'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_LARGE'
  | 'KEY_REUSED'
  | 'TOO_MANY_TRIES'
  | 'PASSWORD_CHANGE_NEEDED'
  | 'CHECK_FAILED'
  | 'APPROVAL_NEEDED'
  | 'UNAVAILABLE'
  | 'DEFECT';

const STATUS: Record<ProblemCode, number> = {
  ...httpStatus,
  UNAUTHENTICATED: 401,
  METHOD_NOT_ALLOWED: 405,
  STALE: 409,
  MALFORMED_JSON: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_LARGE: 413,
  KEY_REUSED: 409,
  TOO_MANY_TRIES: 429,
  PASSWORD_CHANGE_NEEDED: 403,
  CHECK_FAILED: 422,
  APPROVAL_NEEDED: 409,
  UNAVAILABLE: 503,
  DEFECT: 500,
};

const TITLE: Record<ProblemCode, string> = {
  INVALID_ARGUMENT: 'The request does not fit',
  NOT_FOUND: 'Not found',
  ALREADY_EXISTS: 'It exists already',
  INVALID_STATE: 'It cannot be done now',
  PERMISSION_DENIED: 'Not allowed',
  UNAUTHENTICATED: 'Who are you?',
  METHOD_NOT_ALLOWED: 'This method is not offered here',
  STALE: 'Somebody changed it meanwhile',
  MALFORMED_JSON: 'The body is no JSON',
  UNSUPPORTED_MEDIA_TYPE: 'Expected JSON',
  TOO_LARGE: 'The body is too large',
  KEY_REUSED: 'The Idempotency-Key was used for something else',
  TOO_MANY_TRIES: 'Too many tries',
  PASSWORD_CHANGE_NEEDED: 'Choose a password of your own first',
  CHECK_FAILED: 'The definition cannot be published',
  APPROVAL_NEEDED: 'A second person has to approve it',
  UNAVAILABLE: 'No answer in time',
  DEFECT: 'Something went wrong on our side',
};

interface More {
  path?: string;
  problems?: { path: string; message: string }[];
  headers?: Record<string, string>;
}

/** Thrown anywhere below a route; the error handler answers it. */
export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly more: More = {},
  ) {
    super(detail);
  }

  get status(): number {
    return STATUS[this.code];
  }

  get body(): ProblemBody {
    const { path, problems } = this.more;
    return {
      type: `urn:speelruimte:problem:${this.code.toLowerCase().replaceAll('_', '-')}`,
      title: TITLE[this.code],
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(path === undefined ? {} : { path }),
      ...(problems === undefined ? {} : { problems }),
    };
  }
}

/** All that can go wrong, for the documentation. */
export const everyProblem = (): { code: ProblemCode; status: number; title: string }[] =>
  (Object.keys(STATUS) as ProblemCode[])
    .map((code) => ({ code, status: STATUS[code], title: TITLE[code] }))
    .sort((a, b) => a.status - b.status);

export const notFound = (what: string, id: string, path?: string): Problem =>
  new Problem('NOT_FOUND', `There is no ${what} '${id}'`, path === undefined ? {} : { path });

/** A rejection of the engine as an answer. */
export function rejected({ code, message, path, problems }: Rejection): Problem {
  return new Problem(code, message, {
    ...(path === undefined ? {} : { path }),
    ...(problems === undefined ? {} : { problems }),
  });
}
