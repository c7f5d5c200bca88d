/** Requests and answers about other systems: what can be asked of them, secrets for them, and what they tell us. */
import { z } from 'zod';
import { Data, Instant, listOf } from './common.ts';

const Name = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_.-]{0,63}$/, 'expected a name of letters, digits, dots and dashes');

/** Automatic work a process can ask for. `input` and `result` are JSON Schemas; `outside`: a rehearsal passes over it. */
export const JobDescription = z.object({
  type: z.string(),
  name: z.object({ nl: z.string(), en: z.string() }),
  about: z.object({ nl: z.string(), en: z.string() }),
  outside: z.boolean(),
  input: z.looseObject({}),
  result: z.looseObject({}),
});
export type JobDescription = z.infer<typeof JobDescription>;
export const JobDescriptions = listOf(JobDescription);

export const SecretName = z.object({ name: Name });

/** The value is never shown again. It is sent to these addresses only. */
export const SecretPut = z
  .object({
    value: z.string().min(1).max(4_096),
    origins: z
      .array(
        z
          .url({ protocol: /^https?$/, error: 'expected an address such as https://crm.example.org' })
          .transform((url) => new URL(url).origin),
      )
      .min(1)
      .max(20),
  })
  .strict();
export const Secret = z.object({
  name: z.string(),
  origins: z.array(z.string()),
  changedAt: Instant,
  changedBy: z.string(),
});
export const Secrets = listOf(Secret);

/** A token gives a system, or a person's own program, one role. */
export const NewToken = z
  .object({
    name: z.string().min(1).max(80),
    role: z.enum(['coordinator', 'supporter', 'manager', 'administrator', 'system']).default('system'),
  })
  .strict();
export const Token = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  person: z.string().optional(),
  createdAt: Instant,
  lastUsedAt: Instant.optional(),
  revokedAt: Instant.optional(),
});
export const Tokens = listOf(Token);
/** The token is in the answer this once. */
export const TokenMade = Token.extend({ token: z.string() });

/**
 * A BPMN message from outside: for the instance that waits longest for its name and key, else for a process that begins with
 * it; kept for `ttl` when there is neither. The same `id` again, while it is kept, changes nothing.
 */
export const EventMessage = z
  .object({
    name: z.string().min(1).max(200),
    key: z.json().optional(),
    data: Data.optional(),
    /** ISO duration. */
    ttl: z.string().max(40).optional(),
    id: z.string().min(1).max(200).optional(),
    world: z.string().optional(),
  })
  .strict();
/** A BPMN signal: for all that listen to its name. */
export const EventSignal = z
  .object({ name: z.string().min(1).max(200), data: Data.optional(), world: z.string().optional() })
  .strict();
/** Instances it reached and those it began; `keptUntil` when nobody waited. */
export const EventSent = z.object({
  reached: z.array(z.string()),
  started: z.array(z.string()),
  keptUntil: Instant.optional(),
});
