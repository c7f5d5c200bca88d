/** The way to the server: every request goes through here, keeps its key over attempts, and fails in one of two ways. */
import type { Problem as ProblemBody } from '../../contract/api/common.ts';
import { credentials, sessionEnded } from './session.ts';

/** The server answered, and it did not fit: `code` says how, `detail` in words. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly problem: ProblemBody) {
    super(problem.detail);
  }
}

/** No answer came. Nothing is lost: the same request may be sent again. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Options {
  method?: Method;
  body?: unknown;
  /** Idempotency-Key: the same key is carried out once, however often it is sent. */
  key?: string;
  signal?: AbortSignal;
}

/** A fresh key for one intention of a person; works without a secure context too. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Waits between attempts of what changes something, in milliseconds. */
const AGAIN = [600, 2_000, 5_000];

/** `path` below `/v1`. Types come from contract/api; the server holds itself to the same schemas. */
export async function ask<T>(path: string, { method = 'GET', body, key, signal }: Options = {}): Promise<T> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...credentials(method),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
  const response = await fetch(`/v1${path}`, init).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : new Unreachable(error.message);
  });
  if (response.ok) return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  if (response.status === 502 || response.status === 503 || response.status === 504)
    throw new Unreachable(`Status ${response.status}`);
  const problem = await readProblem(response);
  if (response.status === 401) sessionEnded();
  throw new Refused(problem);
}

/** What a person asked for, sent until there is an answer or it is clear that none will come soon. */
export async function send<T>(
  path: string,
  body: unknown = {},
  options: Omit<Options, 'body'> = {},
): Promise<T> {
  const whole = { method: 'POST' as const, key: newKey(), ...options, body };
  for (const pause of AGAIN)
    try {
      return await ask<T>(path, whole);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  return ask<T>(path, whole);
}

async function readProblem(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    const { status, statusText } = response;
    return {
      type: 'about:blank',
      title: statusText,
      status,
      detail: statusText || String(status),
      code: 'DEFECT',
    };
  }
}

/** `?a=1&b=2` of what is given. */
export function queryOf(values: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
