/** Requests and answers about links with which partners look at a process, without an account. */
import { z } from 'zod';
import { Instant, LocalDate, listOf, said } from './common.ts';

/** A link to look at a draft as it is, or at one version; its address is known only to whom it was given. */
export const SharedLink = z.object({
  id: z.string(),
  forWhom: z.string(),
  /** Left out: the draft, as it is whenever somebody looks. */
  version: z.number().int().optional(),
  createdBy: z.string(),
  createdAt: Instant,
  /** The last day on which it opens. */
  endsOn: LocalDate.optional(),
  revokedBy: z.string().optional(),
  revokedAt: Instant.optional(),
});
export const SharedLinks = listOf(SharedLink);

export const Sharing = z
  .object({
    forWhom: said(120),
    version: z.number().int().positive().optional(),
    endsOn: LocalDate.optional(),
  })
  .strict();
/** The address is in the answer, this once. */
export const SharedLinkMade = SharedLink.extend({ address: z.string() });
