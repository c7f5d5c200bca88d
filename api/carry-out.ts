/** From a request to an answer, the same way for every route: parse, permit, claim the key, call, map. */
import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { monotonicFactory } from 'ulid';
import type { z } from 'zod';
import { callerOf } from './authenticate.ts';
import type { Deps } from './deps.ts';
import { permit } from './permit.ts';

import { Problem } from './problem.ts';
import { type AnyRoute, type Asked, type Caller, Document, Reply } from './route.ts';
import { secretOf } from './session-cookie.ts';

const nextUlid = monotonicFactory();
/** Visible ASCII without spaces. */
const KEY = /^[!-~]{1,200}$/;

export function carryOut(route: AnyRoute, deps: Deps): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(response);
    permit(caller, route.action);
    const input = {
      params: parsed(route.params, request.params, ''),
      query: parsed(route.query, request.query, ''),
      body: parsed(route.body, bodyOf(request, route), 'body'),
    };
    const claimed = await claim(request, caller, deps);
    if (claimed && 'answer' in claimed) return answer(response, route, deps, claimed.answer);
    try {
      const result = await route.handle({
        ...input,
        caller,
        action: route.action,
        asked: askedBy(request, deps),
        deps,
        id: claimed?.id ?? nextUlid(),
        repeated: claimed?.repeated ?? false,
      });
      if (claimed && !(result instanceof Document) && !route.keepsNoAnswer)
        await deps.store.requests.answered(
          claimed.key,
          (result instanceof Reply ? result.body : result) ?? null,
        );
      answer(response, route, deps, result);
    } catch (error) {
      // What was refused may be asked again differently; what may have happened keeps its key.
      if (claimed && error instanceof Problem && error.status < 500)
        await deps.store.requests.release(claimed.key);
      throw error;
    }
  };
}

function askedBy(request: Request, { installation }: Deps): Asked {
  const secret = secretOf(request, installation);
  return { address: request.ip ?? 'unknown', ...(secret ? { secret } : {}) };
}

function answer(response: Response, route: AnyRoute, deps: Deps, result: unknown): void {
  if (result instanceof Document) {
    // Mail as it looks has its style inside; nothing else may come from it.
    response
      .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .type(result.type)
      .send(result.content);
    return;
  }
  if (result instanceof Reply) {
    response.set(result.headers);
    return answer(response, route, deps, result.body);
  }
  if (deps.checkAnswers) route.answer.parse(JSON.parse(JSON.stringify(result ?? null)));
  response.status(route.status ?? 200).json(result ?? null);
}

function bodyOf(request: Request, route: AnyRoute): unknown {
  if (!route.body) return undefined;
  const sent = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'];
  const types = ['application/json', ...(route.texts ?? [])];
  if (sent && !request.is(['json', ...types]))
    throw new Problem('UNSUPPORTED_MEDIA_TYPE', `Expected a body of type ${types.join(' or ')}`);
  return request.body;
}

/** Names every place that does not fit, with what was expected there. */
function parsed<T>(schema: z.ZodType<T> | undefined, value: unknown, at: string): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.') || at || 'request',
    message: issue.message,
  }));
  const [first] = problems;
  throw new Problem(
    'INVALID_ARGUMENT',
    problems.map(({ path, message }) => `${path}: ${message}`).join('; '),
    {
      ...(first ? { path: first.path } : {}),
      problems,
    },
  );
}

async function claim(request: Request, caller: Caller, { store, clock }: Deps) {
  const key = request.get('Idempotency-Key');
  if (key === undefined || request.method === 'GET' || caller.token === '') return undefined;
  if (!KEY.test(key))
    throw new Problem(
      'INVALID_ARGUMENT',
      'Expected an Idempotency-Key of 1 to 200 letters, digits and signs',
      {
        path: 'Idempotency-Key',
      },
    );
  const named = { org: caller.org, by: caller.token, key };
  // Asked in another part, it is another request.
  const part = caller.part === undefined ? [] : [caller.part];
  const asked = JSON.stringify([request.method, request.path, request.body ?? null, ...part]);
  const hash = createHash('sha256').update(asked).digest('hex');
  const id = nextUlid();
  const { same, ...found } = await store.requests.claim(named, { hash, id, at: clock() });
  if (!same)
    throw new Problem('KEY_REUSED', 'This Idempotency-Key was used for another request; take a new one', {
      path: 'Idempotency-Key',
    });
  return { ...found, repeated: found.id !== id, key: named };
}
