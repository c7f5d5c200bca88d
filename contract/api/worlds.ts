/** Requests and answers about rehearsal worlds: a clock of their own, fictional people, nothing leaves them. */
import { z } from 'zod';
import { Instant, LocalDate, LocalTime } from '../date.ts';
import { Side } from '../definition.ts';
import { Data, listOf } from './common.ts';

const RehearsalPerson = z
  .object({
    name: z.string().min(1),
    side: Side.optional(),
    mail: z.string().optional(),
    phone: z.string().optional(),
    sms: z.string().optional(),
    post: z.string().optional(),
    channel: z.enum(['mail', 'sms', 'post', 'phone']).optional(),
    language: z.enum(['nl', 'en']).optional(),
  })
  .strict();

/** A local date and time in the organisation's zone (`2026-04-01T20:15`), or an exact moment. */
export const Clock = z.union([Instant, LocalTime, LocalDate]);

/** A world whose clock stands at a moment. Without people it is the organisation's own staff, under the same names. */
export const WorldCreated = z
  .object({
    name: z.string().min(1).default('rehearsal'),
    at: Clock,
    /** Who holds each role: one or more people. */
    people: z.record(z.string(), z.array(RehearsalPerson).min(1)).default({}),
    capacities: z
      .record(
        z.string(),
        z.object({ total: z.number().int().min(0), used: z.number().int().min(0).default(0) }).strict(),
      )
      .default({}),
    selfStarting: z
      .array(z.string())
      .default([])
      .describe('Ids of processes that begin by themselves here too, as their start events say.'),
  })
  .strict();

export const World = z.object({
  id: z.string(),
  name: z.string(),
  at: Instant,
  state: z.enum(['open', 'closed']),
  roles: z.record(z.string(), z.array(z.string())),
  members: z.array(z.object({ kind: z.string(), id: z.string() })),
});
export const WorldList = listOf(World);

/** Starts a process in a world, by whoever holds a role there. */
export const WorldStart = z
  .object({
    process: z.string(),
    by: z.string().optional(),
    element: z.string().optional(),
    data: Data.optional(),
  })
  .strict();

/** Somebody in the world acts: a role or a person of it, then any act. */
export const WorldActed = z.object({ instance: z.string(), n: z.number().int(), projected: z.boolean() });

/** On to a moment, or with neither to the next thing that happens. */
export const Jump = z.object({ to: Clock.optional() }).strict().default({});
export const Jumped = z.object({ at: Instant, moments: z.array(Instant) });
