/** Requests and answers about process instances. */
import { z } from 'zod';
import { Act } from '../act.ts';
import { DueView, InstanceView } from '../view.ts';
import { Acted, Data, Flag, Instant, LocalDate, listOf, Page, place } from './common.ts';

export const InstanceList = Page.extend({
  initiative: z.string().optional(),
  world: z.string().optional(),
  status: z.enum(['starting', 'running', 'paused', 'resting', 'ended', 'stopped']).optional(),
  process: z.string().optional(),
  /** Those that are stuck. */
  incidents: Flag.optional(),
}).strict();

export const InstanceSummary = z.object({
  ...place,
  instance: z.string(),
  process: z.string(),
  version: z.number().optional(),
  hash: z.string(),
  by: z.string().optional(),
  registeredAt: Instant,
  status: z.string(),
  n: z.number().int(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  nextDue: Instant.optional(),
  incidents: z.number().int(),
});
export const InstanceSummaries = listOf(InstanceSummary);

/** Starts a process outside a registration, in an initiative or by itself. */
export const InstanceStart = z
  .object({
    process: z.string(),
    /** The latest, unless given. */
    version: z.number().int().positive().optional(),
    /** Id of the start event, where there are several. */
    element: z.string().optional(),
    data: Data.optional(),
    initiative: z.string().optional(),
    world: z.string().optional(),
  })
  .strict();

export const Started = Acted;
export const InstanceRead = InstanceView.extend(place);

export const FactsQuery = z
  .object({
    from: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(1_000).default(500),
  })
  .strict();
/** Facts as the engine gave them, oldest first; `next` is the number to go on from. */
export const Facts = z.object({
  items: z.array(z.looseObject({ n: z.number(), at: z.string(), type: z.string() })),
  next: z.number().int().optional(),
});

export const ForecastQuery = z.object({ until: LocalDate.optional() }).strict();
/** What will happen if nobody acts, and when every step is or would be due, with the days counted. */
export const Forecast = z.object({
  instance: z.string(),
  at: Instant,
  until: Instant,
  due: z.array(DueView.extend({ element: z.string(), open: z.boolean() })),
  happens: z.array(
    z.object({
      at: Instant,
      type: z.string(),
      item: z.string().optional(),
      rung: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  messages: z.array(
    z.object({
      at: Instant,
      to: z.string(),
      channel: z.string(),
      about: z.array(z.string()),
      subject: z.string(),
    }),
  ),
});

/** Any act on one instance; who did it comes from the token. */
export const InstanceAct = Act;
