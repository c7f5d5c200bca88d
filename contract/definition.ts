// The process definition: what coordinators draw, as versioned data. Elements are BPMN elements;
// `block` says which palette block drew one, and the domain's own data (term, ladder, role, form) sits on the element.
import { z } from 'zod';
import { activity, Mapping } from './activity.ts';
import { Artifact } from './artifact.ts';
import { Decision } from './decision.ts';
import { ElementId, ProcessId } from './element-id.ts';
import { Feel } from './feel.ts';
import { Form } from './form.ts';
import { Ladder, Term } from './term.ts';
import { MessageText, Text } from './text.ts';
import { MessageTrigger, Schedule, ThrownMessage, TimeToLive, Triggers } from './trigger.ts';

export const Side = z.enum(['initiator', 'us', 'partner', 'volunteer']);
export type Side = z.infer<typeof Side>;

export const Role = z
  .object({
    id: z.string(),
    name: Text,
    side: Side,
    /** Several people may hold the role at once (volunteers). */
    many: z.boolean().optional(),
    /** Anybody may do what is asked of it; whoever holds it, or else the coordinator, answers for it. */
    anyone: z.boolean().optional(),
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
  z.object({ variable: z.string(), value: Feel }).strict(),
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
  id: ElementId,
  name: Text.optional(),
  documentation: Text.optional(),
  block: Block.optional(),
  /** Other names under which scenarios and links may know the element. */
  aliases: z.array(z.string()).optional(),
  /** Id of the sub-process that contains it. */
  parent: z.string().optional(),
  /** Never begins before each of these was last completed, with that outcome where one is named. */
  needs: z.array(z.object({ element: z.string(), outcome: z.string().optional() }).strict()).optional(),
  /** Run on completion, in order. */
  set: z.array(Assignment).optional(),
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** Tidying the drawing leaves it where it stands. */
  pinned: z.literal(true).optional(),
};

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
    /** Event sub-processes that wait for a message: a button on the pages of whoever holds a role of `by` brings it as well. */
    button: z.string().optional(),
  })
  .strict();

const EndEvent = z
  .object({
    ...base,
    type: z.literal('endEvent'),
    end: z
      .enum(['none', 'terminate', 'error', 'escalation', 'message', 'signal', 'compensation', 'cancel'])
      .default('none'),
    /** What is recorded as the outcome of the instance. */
    outcome: z.string().optional(),
    /** Error or escalation code, name of a message or signal, or the one activity to undo (`compensation`). */
    code: z.string().optional(),
    /** FEEL: correlation key of its message. */
    key: Feel.optional(),
    /** How long its message is kept when nobody waits for it. */
    ttl: TimeToLive.optional(),
    /** Worked out on reaching it, and sent along with its message or signal. */
    data: z.array(Mapping).optional(),
  })
  .strict();

const UserTask = z
  .object({
    ...base,
    ...activity,
    type: z.literal('userTask'),
    /** Roles that may complete it; the first staff role is accountable when the ladder chases us, else the initiator. */
    roles: z.array(z.string()).min(1),
    /** FEEL: id of the one person it is for, who alone may complete it; the first role says where that person stands. Empty: whoever holds the roles. */
    person: Feel.optional(),
    form: z.string().optional(),
    outcomes: z.array(Outcome).optional(),
    term: Term.optional(),
    /** FAST, ORG, INIT, PARTNER, one of the definition's own, or `none`. Default by the accountable side. */
    ladder: z.string().optional(),
    /**
     * One task for each person of the roles; done when all are done. An outcome that is not the default one decides for all
     * at once; the default one needs everybody.
     */
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
    refuseIf: z.array(z.object({ condition: Feel, saying: Text }).strict()).optional(),
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
    /** Each who holds one of `confirmRoles` agrees for themselves; who wants a change takes it back to the draft. */
    everyone: z.boolean().optional(),
    /** Forms filled in before, whose answers are read with it by who confirms. */
    shows: z.array(z.string()).optional(),
    text: MessageText.optional(),
  })
  .strict();

const SendTask = z
  .object({
    ...base,
    ...activity,
    type: z.literal('sendTask'),
    to: z.array(z.string()).min(1),
    text: MessageText,
    /** `result`, `honest` and `dated` are never shifted for bundling; a check-in may be. */
    kind: z.enum(['news', 'result', 'honest', 'dated', 'checkIn']).default('news'),
    buttons: z.array(z.string()).optional(),
  })
  .strict();

/** Hours, minutes and seconds: automatic work waits by the clock, not by the calendar. */
const JobDuration = z
  .string()
  .regex(
    /^PT(?=\d)(\d{1,4}H)?(\d{1,5}M)?(\d{1,6}S)?$/,
    'expected a duration of hours, minutes and seconds, such as PT5M or PT30S',
  );

const ServiceTask = z
  .object({
    ...base,
    ...activity,
    type: z.literal('serviceTask'),
    /** capacity.take, capacity.release, capacity.queue, record, or a connector's name. */
    job: z.string(),
    /** FEEL values handed to the job. */
    input: z.record(z.string(), Feel).optional(),
    /** Variable that receives the job's result. */
    result: z.string().optional(),
    /** Published once it is done: a BPMN send task. */
    message: ThrownMessage.optional(),
    retries: z.number().int().min(0).default(3),
    /** ISO duration: pause before it is tried again; each next is three times as long. A second by default. */
    retryAfter: JobDuration.optional(),
    /** ISO duration: without an answer by then the try has failed. A minute by default. */
    timeout: JobDuration.optional(),
  })
  .strict();

/** Waits for a BPMN message. */
const ReceiveTask = z
  .object({ ...base, ...activity, type: z.literal('receiveTask'), message: MessageTrigger.optional() })
  .strict();

/** Assigns variables (`set`). */
const ScriptTask = z.object({ ...base, ...activity, type: z.literal('scriptTask') }).strict();

/** Reads a decision table: one of the definition's own, or one that was published. */
const BusinessRuleTask = z
  .object({
    ...base,
    ...activity,
    type: z.literal('businessRuleTask'),
    decision: z.string(),
    /** Variable that receives what comes out; without it each output becomes a variable of its name. */
    result: z.string().optional(),
  })
  .strict();

/** Work that happens without the engine: it is passed through and shown as done. */
const ManualTask = z.object({ ...base, ...activity, type: z.literal('manualTask') }).strict();

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
    /** What it takes from a message; where given, nothing else leaves it. */
    outputMapping: z.array(Mapping).optional(),
  })
  .strict();

const IntermediateThrowEvent = z
  .object({
    ...base,
    type: z.literal('intermediateThrowEvent'),
    throws: z
      .object({
        raise: z
          .object({
            to: z.string(),
            text: Text.optional(),
            kind: z.string().optional(),
            /** FEEL: ids of the commitments it is about. Each is raised by itself, until it is done, let go or with somebody else; an empty list raises nothing. */
            about: Feel.optional(),
          })
          .strict()
          .optional(),
        /** Agreements of the instance that are replaced: closed from now on and still readable; open commitments go on. */
        closeAgreements: z
          .object({ except: z.array(z.string()).optional() })
          .strict()
          .optional(),
        /** Gives work to somebody else at once. FEEL: a list of `{ item, to }`, the id of a commitment and a person or role; without `to` it stays. */
        handOver: Feel.optional(),
        escalation: z.string().optional(),
        message: ThrownMessage.optional(),
        signal: z.string().optional(),
        /** Goes on at the catch event with the same link, in the same process or sub-process. */
        link: z.string().optional(),
        /** Undoes what was done: one activity by id, or all of the scope in reverse order. */
        compensation: z.object({ activity: z.string().optional() }).strict().optional(),
      })
      .strict()
      .optional(),
    /** Worked out on reaching it, and sent along with its message or signal. */
    data: z.array(Mapping).optional(),
    /** In an ad-hoc sub-process: a milestone, reached when this FEEL becomes true. */
    when: Feel.optional(),
  })
  .strict();

const BoundaryEvent = z
  .object({
    ...base,
    type: z.literal('boundaryEvent'),
    attachedTo: z.string(),
    interrupting: z.boolean().default(true),
    triggers: Triggers,
    /** Compensation: the activity that undoes the one it sits on, once that is done. */
    handler: z.string().optional(),
    outputMapping: z.array(Mapping).optional(),
  })
  .strict();

/** Embedded sub-process, or with `event: true` an event sub-process. Children name it as `parent`. */
const SubProcess = z
  .object({
    ...base,
    ...activity,
    type: z.literal('subProcess'),
    event: z.boolean().optional(),
    /** Drawn as one closed card; what is in it has a drawing of its own. */
    collapsed: z.literal(true).optional(),
    /** Can be cancelled as a whole from inside: what was done is then undone. */
    transaction: z.boolean().optional(),
    /** What is in it may be done in any order; flows inside still hold (BPMN 2.0 §13.3.5). */
    adHoc: z
      .object({
        /** One thing at a time. */
        sequential: z.boolean().optional(),
        /** FEEL, asked each time something in it is done: true ends it. Without it, it ends when nothing is active. */
        completion: Feel.optional(),
        /** Whether what is still active ends with it (default), or is waited for. */
        cancelRemaining: z.boolean().optional(),
      })
      .strict()
      .optional(),
  })
  .strict();

/** Something BPMN has and this engine does not carry out: shown, kept as it was, and not published. */
const Unsupported = z
  .object({
    ...base,
    type: z.literal('unsupported'),
    /** Its name in BPMN, such as `complexGateway`. */
    bpmn: z.string(),
    attachedTo: z.string().optional(),
  })
  .strict();

const CallActivity = z
  .object({
    ...base,
    ...activity,
    type: z.literal('callActivity'),
    process: z.string(),
    binding: z.enum(['latest', 'pinned', 'tag']).default('latest'),
    tag: z.string().optional(),
    /** When the organisation has not published that process: a task for this role to arrange it by hand. */
    whenMissing: z.string().optional(),
    /** Variable that receives the outcome of the called process. */
    result: z.string().optional(),
    /** All variables of the called process come back; otherwise its outcome and what `outputMapping` names. */
    returnsAll: z.boolean().optional(),
  })
  .strict();

export const Element = z.discriminatedUnion('type', [
  StartEvent,
  EndEvent,
  UserTask,
  Agreement,
  SendTask,
  ServiceTask,
  ReceiveTask,
  ScriptTask,
  BusinessRuleTask,
  ManualTask,
  ExclusiveGateway,
  ParallelGateway,
  InclusiveGateway,
  EventBasedGateway,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  BoundaryEvent,
  SubProcess,
  CallActivity,
  Unsupported,
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
    condition: Feel.optional(),
    default: z.boolean().optional(),
    points: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
    /** Where its words stand: the middle of their left side, counted from where it leaves its element. Absent: where they fit. */
    labelBy: z.object({ x: z.number(), y: z.number() }).strict().optional(),
    documentation: Text.optional(),
  })
  .strict();
export type Flow = z.infer<typeof Flow>;

export const Definition = z
  .object({
    v: z.literal(1),
    id: ProcessId,
    name: Text,
    summary: Text.optional(),
    /** Name of a version that calls may be bound to. */
    tag: z.string().optional(),
    roles: z.array(Role),
    elements: z.array(Element),
    flows: z.array(Flow),
    forms: z.array(Form).default([]),
    ladders: z.array(Ladder).default([]),
    /** Texts that rungs refer to by key. */
    texts: z.record(z.string(), MessageText).default({}),
    /** Variables with their value at the start. */
    variables: z.record(z.string(), z.json()).default({}),
    decisions: z.array(Decision).optional(),
    artifacts: z.array(Artifact).optional(),
    /** XML that came with it, per element ('' for the process, '*' for its file), for the way back. */
    kept: z.array(z.object({ at: z.string(), xml: z.string() }).strict()).optional(),
  })
  .strict()
  .refine(({ elements, decisions }) => elements.length + (decisions?.length ?? 0) > 0, {
    path: ['elements'],
    error: 'expected at least one element, or a decision table',
  });
export type Definition = z.infer<typeof Definition>;
