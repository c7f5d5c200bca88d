/** Requests and answers about own copies: a draft as one person draws it apart, until they put it with the draft of all. */
import { z } from 'zod';
import { Definition } from '../definition.ts';
import { Instant } from './common.ts';
import { Drawn } from './definitions.ts';

export const OwnCopy = z.object({
  id: z.string(),
  revision: z.number().int(),
  changedAt: Instant,
  definition: Definition,
  /** The draft as it was when the copy began, and its revision. */
  base: Definition,
  baseRevision: z.number().int(),
});
/** Begins with the draft as it is. */
export const OwnCopyBegun = z.object({ revision: z.number().int().min(1) }).strict();
export const OwnCopySaved = z.object({ definition: Drawn, revision: z.number().int().min(1) }).strict();
/** The revision that is thrown away. */
export const OwnCopyGone = z.object({ revision: z.coerce.number().int().min(1) }).strict();
