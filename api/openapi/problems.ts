/** Which problems a route can answer: those that follow from what it takes, and those it names itself. */
import type { Answer } from '../../contract/api/openapi.ts';
import { may } from '../permissions.ts';
import { Problem, type ProblemCode } from '../problem.ts';
import type { AnyRoute } from '../route.ts';

export function problemsOf({ action, method, params, query, body, problems = [] }: AnyRoute): ProblemCode[] {
  const writes = method !== 'get';
  const isOpen = may('nobody', action);
  return [
    ...new Set<ProblemCode>([
      ...(writes || params || query ? (['INVALID_ARGUMENT'] as const) : []),
      ...(body ? (['MALFORMED_JSON', 'TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const) : []),
      'UNAUTHENTICATED',
      'PERMISSION_DENIED',
      ...(isOpen ? [] : (['PASSWORD_CHANGE_NEEDED'] as const)),
      ...(writes || params || query ? (['NOT_FOUND'] as const) : []),
      ...(writes || params ? (['INVALID_STATE'] as const) : []),
      ...(writes ? (['ALREADY_EXISTS', 'STALE'] as const) : []),
      ...(writes && !isOpen ? (['KEY_REUSED'] as const) : []),
      ...problems,
      'DEFECT',
      'UNAVAILABLE',
    ]),
  ];
}

const byStatus = (codes: ProblemCode[]): Map<number, Problem[]> => {
  const found = new Map<number, Problem[]>();
  for (const problem of codes.map((code) => new Problem(code, DETAIL[code] ?? '')))
    found.set(problem.status, [...(found.get(problem.status) ?? []), problem]);
  return found;
};

/** An answer is named after its codes. */
const nameOf = (problems: Problem[]) => problems.map(({ code }) => code).join('.');

export const problemRefs = (codes: ProblemCode[]): Record<string, { $ref: string }> =>
  Object.fromEntries(
    [...byStatus(codes)].map(([status, problems]) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(problems)}` },
    ]),
  );

/** Every answer that some route can give, by its name. */
export const problemAnswers = (ofRoutes: ProblemCode[][]): Record<string, Answer> =>
  Object.fromEntries(
    ofRoutes
      .flatMap((codes) => [...byStatus(codes).values()])
      .map((problems) => [nameOf(problems), answerOf(problems)]),
  );

function answerOf(problems: Problem[]): Answer {
  const status = problems[0]?.status;
  const example = problems.find(({ message }) => message !== '');
  return {
    description: problems.map(({ body }) => `${body.title} (\`${body.code}\`).`).join(' '),
    headers: {
      'API-Version': header('API-Version'),
      ...(status === 401 ? { 'WWW-Authenticate': header('WWW-Authenticate') } : {}),
      ...(status === 429 || status === 503 ? { 'Retry-After': header('Retry-After') } : {}),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        ...(example ? { example: example.body } : {}),
      },
    },
  };
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

const DETAIL: Partial<Record<ProblemCode, string>> = {
  INVALID_ARGUMENT: 'limit: Invalid input: expected number, received NaN',
  UNAUTHENTICATED:
    'Expected a session (POST /v1/session), or a valid token in the header Authorization: Bearer …',
  PERMISSION_DENIED: "The role 'supporter' may not do this (definition.publish)",
  NOT_FOUND: "There is no instance 'pi_01JQ8Z'",
  INVALID_STATE: "'pi_01JQ8Z' has ended",
};
