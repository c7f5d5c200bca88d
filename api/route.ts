/** What a route is: data that says what it takes, who may, and what it answers, with the function that does it. */
import type { z } from 'zod';
import type { Deps } from './deps.ts';
import type { HeldRole } from './held-roles.ts';
import type { Action } from './permissions.ts';
import type { ProblemCode } from './problem.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Who asks: the organisation and the person come from the token or the session, never from the request. */
export interface Caller {
  org: string;
  /** The first of the roles: whose part they play when nothing says otherwise. */
  role: string;
  roles: readonly HeldRole[];
  /** Id of the token, or of the person who signed in; with the Idempotency-Key it names a request. */
  token: string;
  person?: string;
  /** Whose part they play in a rehearsal: a role or a person of its world. It says nothing anywhere else. */
  part?: string;
  session?: { secret: string; id: string; usedAt: string; endsAt: string };
  /** Has to choose another password before anything else. */
  mustChange?: boolean;
}

/** Whose hand it was: the person's, or of the token that has none. */
export const handOf = ({ person, token }: Pick<Caller, 'person' | 'token'>): string => person ?? token;

/** What the request says beside what a route takes. */
export interface Asked {
  /** Network address it comes from. */
  address: string;
  /** Secret of the session cookie, whether or not it still holds. */
  secret?: string;
}

export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  caller: Caller;
  /** What the route needs: looked at again for what belongs to a team. */
  action: Action;
  asked: Asked;
  deps: Deps;
  /** Minted once per Idempotency-Key: a repeated request finds the same. */
  id: string;
  /** The Idempotency-Key was used for it before, and no answer was kept: what was asked may have been carried out. */
  repeated: boolean;
}

/** An answer with headers of its own. */
export class Reply {
  constructor(
    readonly body: unknown,
    readonly headers: Record<string, string>,
  ) {}
}

/** An answer that is not JSON. */
export class Document {
  constructor(
    readonly type: string,
    readonly content: string,
  ) {}
}

export interface Route<P = unknown, Q = unknown, B = unknown> {
  /** Name of the operation: `tasks.complete`. */
  id: string;
  method: Method;
  /** Below `/v1`, with `:params`. */
  path: string;
  action: Action;
  /** One sentence for people who read the documentation. */
  summary: string;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** JSON; `z.never()` where only documents are answered. */
  answer: z.ZodType;
  /** Media types of bodies that are taken as text, beside JSON. */
  texts?: readonly string[];
  /** 200 unless given. */
  status?: 201 | 202;
  /** Media types of answers that are no JSON. */
  documents?: readonly string[];
  /** Problems beside those that follow from what it takes. */
  problems?: readonly ProblemCode[];
  /** The answer holds a secret: it is not kept for a repeated request, which is carried out again with the same id. */
  keepsNoAnswer?: true;
  handle(call: Call<P, Q, B>): Promise<unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds routes of every shape; each is checked where it is defined
export type AnyRoute = Route<any, any, any>;

/** Gives the handler the types of what the route parses. */
export const route = <P, Q, B>(defined: Route<P, Q, B>): Route<P, Q, B> => defined;
