/** Requests and answers about initiatives. */
import { z } from 'zod';
import { Act } from '../act.ts';
import { InstanceView, TimelineEntry } from '../view.ts';
import { Acted, Data, Instant, listOf, Page } from './common.ts';

/**
 * Registers an initiative and starts its process. `data` answers the start form; `yourName` and `contact` in it are kept with
 * the person and never leave the store.
 */
export const Registration = z
  .object({
    process: z.string().default('T1'),
    data: Data,
    /** Person who is known already, instead of `yourName` and `contact`. */
    initiator: z.string().optional(),
    team: z.string().optional(),
    /** Rehearsal world it is registered in. */
    world: z.string().optional(),
  })
  .strict();
export type Registration = z.input<typeof Registration>;

export const Registered = Acted.extend({ initiative: z.string(), initiator: z.string() });
export type Registered = z.infer<typeof Registered>;

/** Most that fit in an address. */
const IDS = 100;

export const InitiativeList = Page.extend({
  /** Only these, divided by commas. */
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .refine((ids) => ids.length <= IDS, `Expected at most ${IDS} ids`)
    .optional(),
  status: z.enum(['open', 'closed', 'erased']).optional(),
  team: z.string().optional(),
  world: z.string().optional(),
  before: z.string().optional(),
}).strict();

const words = z.looseObject({
  title: z.string(),
  idea: z.string().optional(),
  place: z.string().optional(),
  motto: z.string().optional(),
});

export const InitiativeRecord = z.object({
  id: z.string(),
  org: z.string(),
  team: z.string().optional(),
  world: z.string().optional(),
  roles: z.record(z.string(), z.array(z.string())),
  contact: z.string().optional(),
  status: z.enum(['open', 'closed', 'erased']),
  createdAt: Instant,
  revision: z.number().int(),
  words: words.optional(),
});

export const PersonWords = z.object({
  id: z.string(),
  name: z.string().optional(),
  side: z.string(),
  mail: z.string().optional(),
  phone: z.string().optional(),
  erased: z.boolean().optional(),
});

export const InitiativeRecords = listOf(InitiativeRecord);
/** The initiative with its people by name and what runs in it. */
export const InitiativeWhole = InitiativeRecord.extend({
  people: z.array(PersonWords),
  instances: z.array(InstanceView.partial().extend({ id: z.string(), process: z.unknown() })),
});

export const TimelineQuery = z
  .object({ before: Instant.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) })
  .strict();
export const Timeline = listOf(TimelineEntry);

/** Acts that concern an initiative as a whole: each is delivered once to every instance that runs in it. */
export const InitiativeActType = z.enum([
  'pause',
  'resume',
  'absent',
  'back',
  'handOver',
  'withdrawConsent',
  'changeChannel',
  'assign',
  'stop',
]);
type OfInitiative = Extract<
  (typeof Act)['options'][number],
  z.ZodType<{ type: z.infer<typeof InitiativeActType> }>
>;
const isOfInitiative = (act: (typeof Act)['options'][number]): act is OfInitiative =>
  InitiativeActType.safeParse(act.shape.type.value).success;
export const InitiativeAct = z.discriminatedUnion(
  'type',
  Act.options.filter(isOfInitiative) as [OfInitiative, ...OfInitiative[]],
  `expected one of ${InitiativeActType.options.join(', ')}`,
);
export const ActRecord = z.object({
  id: z.string(),
  initiative: z.string(),
  at: Instant,
  type: z.string().optional(),
  /** Every instance has confirmed, refused or ended. */
  done: z.boolean(),
  deliveries: z.array(
    z.object({
      instance: z.string(),
      state: z.enum(['pending', 'confirmed', 'refused', 'ended']),
      code: z.string().optional(),
    }),
  ),
});
export type ActRecord = z.infer<typeof ActRecord>;
export const ActRecords = listOf(ActRecord);

export const Erasure = z.object({ why: z.string().min(1), confirm: z.literal('erase') }).strict();
export const Erased = z.object({
  initiative: z.string(),
  stopped: z.array(z.string()),
  people: z.array(z.string()),
});
