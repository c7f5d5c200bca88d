/** Requests and answers about commitments and raised items. */
import { z } from 'zod';
import { NewCommitment } from '../act.ts';
import { CommitmentView, RaisedView } from '../view.ts';
import { Flag, LocalDate, listOf, onBehalf, Page, place } from './common.ts';

export const CommitmentList = Page.extend({
  owner: z.string().optional(),
  side: z.enum(['initiator', 'us', 'partner', 'volunteer']).optional(),
  status: z.enum(['open', 'late', 're-promised', 'done', 'dropped', 'handed over']).optional(),
  open: Flag.optional(),
  /** In initiatives in which whoever asks has a role; in a rehearsal everybody is around. */
  around: Flag.optional(),
  dueBefore: LocalDate.optional(),
  initiative: z.string().optional(),
  instance: z.string().optional(),
  world: z.string().optional(),
}).strict();

export const CommitmentRead = CommitmentView.extend(place);
export const Commitments = listOf(CommitmentRead);

export const CommitmentAdded = z
  .object({ instance: z.string(), commitment: NewCommitment, ...onBehalf })
  .strict();
export const CommitmentDone = z
  .object({ note: z.string().optional(), ...onBehalf })
  .strict()
  .default({});
export const RePromise = z
  .object({ due: LocalDate, why: z.string().min(1), calledInitiator: z.boolean().optional(), ...onBehalf })
  .strict();
export const CommitmentDropped = z.object({ why: z.string().min(1), ...onBehalf }).strict();

export const RaisedList = Page.extend({
  to: z.string().optional(),
  role: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
  initiative: z.string().optional(),
  instance: z.string().optional(),
  world: z.string().optional(),
}).strict();
export const RaisedItems = listOf(RaisedView.extend(place));
