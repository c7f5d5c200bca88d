/** Requests and answers about tasks. */
import { z } from 'zod';
import { Form } from '../form.ts';
import { Text } from '../text.ts';
import { TaskView } from '../view.ts';
import { Data, Flag, Instant, LocalDate, listOf, onBehalf, Page, place } from './common.ts';

export const TaskList = Page.extend({
  state: z.enum(['open', 'completed', 'cancelled']).default('open'),
  owner: z.string().optional(),
  /** Open to this role. */
  role: z.string().optional(),
  /** Owned or claimed by whoever asks, offered to them, or nobody's yet and open to one of their roles. */
  mine: Flag.optional(),
  /** In initiatives in which whoever asks has a role; in a rehearsal everybody is around. */
  around: Flag.optional(),
  late: Flag.optional(),
  dueBefore: z.union([Instant, LocalDate]).optional(),
  initiative: z.string().optional(),
  instance: z.string().optional(),
  world: z.string().optional(),
}).strict();

export const TaskRead = TaskView.extend(place);
export const Tasks = listOf(TaskRead);

/** One task with why it is due when it is, and what completing it asks. */
export const TaskWhole = TaskRead.extend({
  /** Why it is due then, in words: a line for each day walked. */
  dueBecause: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }).optional(),
  form: Form.optional(),
  /** What was told before and is only completed or changed here, by field. */
  values: Data.optional(),
  outcomes: z.array(z.object({ id: z.string(), label: Text })).optional(),
  /** Advice from the process for whoever does it. */
  documentation: Text.optional(),
  /** A conversation, whose moment can be planned. */
  isMeeting: z.boolean(),
});

export const Completion = z
  .object({
    outcome: z.string().optional(),
    data: Data.optional(),
    version: z.number().optional(),
    ...onBehalf,
  })
  .strict();
export const Nothing = z
  .object({ ...onBehalf })
  .strict()
  .default({});
export const Planning = z.object({ moment: Instant, place: z.string().optional(), ...onBehalf }).strict();
export const Logging = z
  .object({ outcome: z.enum(['reached', 'not reached']), note: z.string().optional(), ...onBehalf })
  .strict();
export const HandingOver = z
  .object({
    from: z.string().optional(),
    to: z.string(),
    why: z.string().optional(),
    now: z.boolean().optional(),
    ...onBehalf,
  })
  .strict();
export const Declining = z
  .object({ why: z.string().optional(), ...onBehalf })
  .strict()
  .default({});
export const Skipping = z
  .object({ why: z.string().min(1), outcome: z.string().optional(), ...onBehalf })
  .strict();
export const Postponing = z
  .object({ until: z.union([Instant, LocalDate]), why: z.string().min(1), ...onBehalf })
  .strict();
