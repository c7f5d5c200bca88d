// The process definition: what coordinators draw, as versioned data. Elements are BPMN elements;
// `block` says which palette block drew one, and the domain's own data (term, ladder, role, form) sits on the element.
import { z } from 'zod';
import { Form } from './form.ts';
import { Amount, Ladder, Term } from './term.ts';
import { MessageText, Text } from './text.ts';

export const Side = z.enum(['initiator', 'us', 'partner', 'volunteer']);
export type Side = z.infer<typeof Side>;

export const Role = z
  .object({
    id: z.string(),
    name: Text,
    side: Side,
    /** Several people may hold the role at once (volunteers). */
    many: z.boolean().optional(),
  })
  .strict();
export type Role = z.infer<typeof Role>;

export const Block = z.enum([
  'start',
  'form',
  'task',
  'meeting',
  'message',
  'wait',
  'decide',
  'choose',
  'agree',
  'split',
  'join',
  'loop',
  'handoff',
  'raise',
  'record',
  'sub',
  'end',
]);
export type Block = z.infer<typeof Block>;

/** Assigns a variable when the element completes: by a FEEL expression, or by a term that gives a date. */
export const Assignment = z.union([
  z.object({ variable: z.string(), value: z.string() }).strict(),
  z.object({ variable: z.string(), term: Term }).strict(),
]);
export type Assignment = z.infer<typeof Assignment>;

export const Outcome = z
  .object({
    id: z.string(),
    label: Text,
    /** Other spellings that mean the same. */
    aliases: z.array(z.string()).optional(),
    /** Roles that may press it; default: all who may complete the task. */
    by: z.array(z.string()).optional(),
    /** Taken when the task is completed without naming one. */
    default: z.boolean().optional(),
  })
  .strict();
export type Outcome = z.infer<typeof Outcome>;

const base = {
  id: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.+-]*$/, 'expected a letter, then letters, digits, dots, dashes'),
  name: Text.optional(),
  documentation: Text.optional(),
  block: Block.optional(),
  /** Other names under which scenarios and links may know the element. */
  aliases: z.array(z.string()).optional(),
  /** Id of the sub-process that contains it. */
  parent: z.string().optional(),
  /** Run on completion, in order. */
  set: z.array(Assignment).optional(),
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
};

/** A point in time, or a row of them. */
export const TimerTrigger = z
  .object({
    term: Term,
    /** Repeats: the n-th firing is the anchor plus n times the amount, `times` times (a number or FEEL). */
    times: Amount.optional(),
  })
  .strict();

export const Triggers = z
  .object({
    timer: TimerTrigger.optional(),
    message: z.object({ name: z.string(), key: z.string().optional() }).strict().optional(),
    /** FEEL; fires when it becomes true. */
    condition: z.string().optional(),
    signal: z.string().optional(),
    escalation: z.string().optional(),
    error: z.string().optional(),
  })
  .strict();
export type Triggers = z.infer<typeof Triggers>;

export const Schedule = z
  .object({
    of: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    /** n-th working day of the period (1 = first; -1 = last), or n-th day. */
    workingDay: z.number().int().optional(),
    day: z.number().int().optional(),
    time: z.string().regex(/^\d\d:\d\d$/),
  })
  .strict();
export type Schedule = z.infer<typeof Schedule>;

const StartEvent = z
  .object({
    ...base,
    type: z.literal('startEvent'),
    triggers: Triggers.optional(),
    form: z.string().optional(),
    by: z.array(z.string()).optional(),
    schedule: Schedule.optional(),
    /** Event sub-processes: whether the enclosing scope is interrupted (default true). */
    interrupting: z.boolean().optional(),
  })
  .strict();

const EndEvent = z
  .object({
    ...base,
    type: z.literal('endEvent'),
    end: z.enum(['none', 'terminate', 'error', 'escalation', 'message', 'signal']).default('none'),
    /** What is recorded as the outcome of the instance. */
    outcome: z.string().optional(),
    code: z.string().optional(),
  })
  .strict();

const UserTask = z
  .object({
    ...base,
    type: z.literal('userTask'),
    /** Roles that may complete it; the first staff role is accountable when the ladder chases us, else the initiator. */
    roles: z.array(z.string()).min(1),
    form: z.string().optional(),
    outcomes: z.array(Outcome).optional(),
    term: Term.optional(),
    /** FAST, ORG, INIT, PARTNER, one of the definition's own, or `none`. Default by the accountable side. */
    ladder: z.string().optional(),
    /** One task for each person of the roles; done when all are done. */
    perPerson: z.boolean().optional(),
    /** An unanswered one never blocks: any answer of the same person in this instance ends its chase. */
    optional: z.boolean().optional(),
    /** How the mail that opens it may be bundled: a check-in may shift, one with its own date may not. */
    opening: z.enum(['checkIn', 'dated', 'silent']).optional(),
    /** Words of the opening mail; otherwise made from the name. */
    text: MessageText.optional(),
    /** A conversation with a planned moment: everybody in `roles` is invited. */
    meeting: z
      .object({ minutes: z.number().default(60) })
      .strict()
      .optional(),
    /** Completes itself when these variables are all set already. */
    skipWhenSet: z.array(z.string()).optional(),
    /** FEEL over the new data: true refuses completion, with this sentence. */
    refuseIf: z.array(z.object({ condition: z.string(), saying: Text }).strict()).optional(),
    /** Counts as first contact with the initiator (figure first response). */
    firstContact: z.boolean().optional(),
  })
  .strict();

/** Agreement: drafted by staff, confirmed by the initiator (`<id>.confirm`); one follow-up per commitment. */
const Agreement = z
  .object({
    ...base,
    type: z.literal('agreement'),
    roles: z.array(z.string()).min(1),
    confirmRoles: z.array(z.string()).min(1).default(['initiator']),
    form: z.string().optional(),
    confirmForm: z.string().optional(),
    term: Term.optional(),
    confirmTerm: Term.optional(),
    ladder: z.string().optional(),
    confirmLadder: z.string().optional(),
    /** At least one commitment must be the initiators' own (they stay the owner). */
    ownCommitment: z.boolean().optional(),
    text: MessageText.optional(),
  })
  .strict();

const SendTask = z
  .object({
    ...base,
    type: z.literal('sendTask'),
    to: z.array(z.string()).min(1),
    text: MessageText,
    /** `result`, `honest` and `dated` are never shifted for bundling; a check-in may be. */
    kind: z.enum(['news', 'result', 'honest', 'dated', 'checkIn']).default('news'),
    buttons: z.array(z.string()).optional(),
  })
  .strict();

const ServiceTask = z
  .object({
    ...base,
    type: z.literal('serviceTask'),
    /** capacity.take, capacity.release, capacity.queue, record, or a connector's name. */
    job: z.string(),
    /** FEEL values handed to the job. */
    input: z.record(z.string(), z.string()).optional(),
    /** Variable that receives the job's result. */
    result: z.string().optional(),
    retries: z.number().int().min(0).default(3),
  })
  .strict();

const ScriptTask = z.object({ ...base, type: z.literal('scriptTask') }).strict();
const ExclusiveGateway = z
  .object({
    ...base,
    type: z.literal('exclusiveGateway'),
    /** A loop counts its activations in a variable and leaves by its default flow once `max` is reached. */
    loop: z.object({ counter: z.string(), max: z.number().int().positive() }).strict().optional(),
  })
  .strict();
const ParallelGateway = z.object({ ...base, type: z.literal('parallelGateway') }).strict();
const InclusiveGateway = z.object({ ...base, type: z.literal('inclusiveGateway') }).strict();
const EventBasedGateway = z.object({ ...base, type: z.literal('eventBasedGateway') }).strict();

/** Waits for a moment, a message or a condition; with several triggers the first one wins. */
const IntermediateCatchEvent = z
  .object({
    ...base,
    type: z.literal('intermediateCatchEvent'),
    triggers: Triggers,
    /** While it is active the initiative rests: initiators and partners are not chased. */
    rest: z.boolean().optional(),
    /** Button in mails and on pages that ends the wait (`wake`). */
    button: z.string().optional(),
    roles: z.array(z.string()).optional(),
  })
  .strict();

const IntermediateThrowEvent = z
  .object({
    ...base,
    type: z.literal('intermediateThrowEvent'),
    throws: z
      .object({
        raise: z
          .object({ to: z.string(), text: Text.optional(), kind: z.string().optional() })
          .strict()
          .optional(),
        escalation: z.string().optional(),
        message: z.object({ name: z.string(), key: z.string().optional() }).strict().optional(),
        signal: z.string().optional(),
      })
      .strict()
      .optional(),
  })
  .strict();

const BoundaryEvent = z
  .object({
    ...base,
    type: z.literal('boundaryEvent'),
    attachedTo: z.string(),
    interrupting: z.boolean().default(true),
    triggers: Triggers,
  })
  .strict();

/** Embedded sub-process, or with `event: true` an event sub-process. Children name it as `parent`. */
const SubProcess = z
  .object({ ...base, type: z.literal('subProcess'), event: z.boolean().optional() })
  .strict();

const CallActivity = z
  .object({
    ...base,
    type: z.literal('callActivity'),
    process: z.string(),
    binding: z.enum(['latest', 'pinned', 'tag']).default('latest'),
    tag: z.string().optional(),
    /** When the organisation has not published that process: a task for this role to arrange it by hand. */
    whenMissing: z.string().optional(),
    /** Variable that receives the outcome of the called process. */
    result: z.string().optional(),
  })
  .strict();

export const Element = z.discriminatedUnion('type', [
  StartEvent,
  EndEvent,
  UserTask,
  Agreement,
  SendTask,
  ServiceTask,
  ScriptTask,
  ExclusiveGateway,
  ParallelGateway,
  InclusiveGateway,
  EventBasedGateway,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  BoundaryEvent,
  SubProcess,
  CallActivity,
]);
export type Element = z.infer<typeof Element>;
export type ElementType = Element['type'];
export type ElementOf<T extends ElementType> = Extract<Element, { type: T }>;

/**
 * Sequence flow. Out of a task: taken when its outcome was chosen or its condition holds (all that hold are taken).
 * Out of an exclusive gateway: the first that holds, else the default.
 */
export const Flow = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    label: Text.optional(),
    outcome: z.string().optional(),
    condition: z.string().optional(),
    default: z.boolean().optional(),
    points: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
  })
  .strict();
export type Flow = z.infer<typeof Flow>;

export const Definition = z
  .object({
    v: z.literal(1),
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/),
    name: Text,
    summary: Text.optional(),
    roles: z.array(Role),
    elements: z.array(Element).min(1),
    flows: z.array(Flow),
    forms: z.array(Form).default([]),
    ladders: z.array(Ladder).default([]),
    /** Texts that rungs refer to by key. */
    texts: z.record(z.string(), MessageText).default({}),
    /** Variables with their value at the start. */
    variables: z.record(z.string(), z.json()).default({}),
  })
  .strict();
export type Definition = z.infer<typeof Definition>;
