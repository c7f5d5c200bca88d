/** What requests and answers of several nouns share. */
import { z } from 'zod';

export { Instant, LocalDate } from '../date.ts';
export const Data = z.record(z.string(), z.json());

/** A number written in an address. */
const counted = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

/**
 * Words that somebody writes: cut at both ends, and not empty. They are counted as sent, white
 * space too, as the published schema says.
 */
export const said = (most: number) => z.string().max(most).trim().min(1);

/** How far a list goes, and from where. */
export const Page = z.object({ limit: counted(1, 500).default(100), skip: counted(0, 100_000).default(0) });

/** `true` or `false` in an address. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Staff act for an initiator only on behalf of them, and say how that was agreed. */
export const onBehalf = {
  onBehalfOf: z.string().min(1).optional(),
  channel: z.enum(['phone', 'mail', 'paper', 'conversation', 'link', 'sms', 'app']).optional(),
};

/** An act was carried out. `projected` false: lists follow within seconds. */
export const Acted = z.object({ instance: z.string(), n: z.number().int(), projected: z.boolean() });
export type Acted = z.infer<typeof Acted>;

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Where a view belongs, beside what it shows. */
export const place = { org: z.string(), initiative: z.string().optional(), world: z.string().optional() };

/** Everything that went wrong, as RFC 9457 has it. `code` is stable; prose may change. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  /** Field or element it is about. */
  path: z.string().optional(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
