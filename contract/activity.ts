// What any activity may carry: values of its own, once for each of many, again and again, or undone later (BPMN 2.0 §10.3.8, §10.6).
import { z } from 'zod';
import { Feel } from './feel.ts';
import { Amount } from './term.ts';

/** Gives a variable the value of a FEEL expression. */
export const Mapping = z.object({ variable: z.string().min(1), value: Feel }).strict();
export type Mapping = z.infer<typeof Mapping>;

/**
 * Many instances of one activity: one for each item of a list, or so many. Each sees `loopCounter` (1, 2, 3…) and its item;
 * `completion` also sees `nrOfInstances`, `nrOfActiveInstances`, `nrOfCompletedInstances` and `nrOfTerminatedInstances`.
 */
export const MultiInstance = z
  .object({
    /** One after another; otherwise side by side. */
    sequential: z.boolean().optional(),
    /** FEEL that gives the list. */
    items: Feel.optional(),
    /** Instead of a list: how many, a number or FEEL. */
    count: Amount.optional(),
    /** The item's name within an instance. */
    item: z.string().optional(),
    /** The list is looked at again when variables change; what was added to its end gets an instance too. */
    growing: z.boolean().optional(),
    /** FEEL, asked each time one completes: true ends the rest. */
    completion: Feel.optional(),
    /** FEEL over one instance at its end; the list of all, in the order of the items, goes to the variable. */
    output: Mapping.optional(),
  })
  .strict()
  .refine(({ items, count }) => (items === undefined) !== (count === undefined), {
    error: 'expected a list of items, or a count',
  });
export type MultiInstance = z.infer<typeof MultiInstance>;

/** Standard loop: again while the FEEL condition holds, asked before or after each pass; `loopCounter` counts from 1. */
export const StandardLoop = z
  .object({
    condition: Feel,
    before: z.boolean().optional(),
    max: z.number().int().positive().optional(),
  })
  .strict();
export type StandardLoop = z.infer<typeof StandardLoop>;

export const activity = {
  /** Local variables, worked out in order when it begins; they are gone when it ends. */
  inputMapping: z.array(Mapping).optional(),
  /** Worked out in order when it ends. Where given, only these leave it; what it brought in itself stays inside. */
  outputMapping: z.array(Mapping).optional(),
  many: MultiInstance.optional(),
  again: StandardLoop.optional(),
  /** Undoes another activity; only a compensation begins it. */
  forCompensation: z.literal(true).optional(),
  /** In an ad-hoc sub-process: FEEL that must become true before it begins. */
  when: Feel.optional(),
};
