/** How everybody outside the workflows speaks to the engine: API, activities, CLI and the driver of rehearsal worlds. */
import {
  Client,
  type Connection,
  QueryRejectedError,
  WithStartWorkflowOperation,
  WorkflowFailedError,
} from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import type { Act } from '../contract/index.ts';
import type { Instant } from '../core/calendar/index.ts';
import type { StartInput } from '../core/event.ts';
import {
  type Compiled,
  type Ctx,
  compile,
  contentHash,
  ENGINE_VERSION,
  holdsAfterEnd,
  type outstanding,
  start,
} from '../core/index.ts';
import { mailroomId } from '../workflows/ids.ts';
import {
  type Acted,
  type ActRequest,
  type EventRequest,
  type InstanceInput,
  type InstanceResult,
  type InstanceView,
  type MailroomInput,
  type MailroomView,
  type MigrateRequest,
  type PinnedDefinition,
  type PinnedSurroundings,
  type PostRequest,
  type Pulse,
  queries,
  type Settled,
  type Surroundings,
  signals,
  type TickRequest,
  updates,
  workflowTypes,
} from '../workflows/messages.ts';
import { visible } from '../workflows/visible.ts';
import { type Answer, answerOf } from './answer.ts';
import { dailySchedule, lookAgain } from './daily-schedule.ts';
import { turns } from './turns.ts';
import { typedSearchAttributes } from './typed-search-attributes.ts';

export type { Answer } from './answer.ts';
export { EngineDefect, EngineUnavailable } from './engine-problem.ts';

export interface EngineClientOptions {
  connection: Connection;
  namespace: string;
  taskQueue: string;
  dataConverter: DataConverter;
}

export interface StartRequest {
  org: string;
  /** `start.instance` becomes the workflow id. `start.at` counts in a rehearsal world only. */
  start: StartInput;
  surroundings: Surroundings;
  /** The instance's own definition first, then those it is known to call. */
  definitions: [PinnedDefinition, ...PinnedDefinition[]];
  /** Whether to wait until the first facts are in the read model; true by default. */
  wait?: boolean;
  /** See `InstanceInput`. */
  updatesPerRun?: number;
}

export interface AskOptions {
  /** Milliseconds to wait for an answer, 10,000 by default; then EngineUnavailable. */
  deadlineMs?: number;
}

export type EngineClient = ReturnType<typeof engineClient>;

export function engineClient({ connection, namespace, taskQueue, dataConverter }: EngineClientOptions) {
  const client = new Client({
    connection,
    namespace,
    dataConverter,
    // Nothing reads a closed workflow: what ended is in the read model.
    workflow: { queryRejectCondition: 'NOT_OPEN' },
  });

  const inTurn = turns();

  const update = <T>(
    workflowId: string,
    name: string,
    argument: unknown,
    id?: string,
    options?: AskOptions,
  ) =>
    inTurn(workflowId, () =>
      answerOf<T>(client, workflowId, options?.deadlineMs, () =>
        client.workflow.getHandle(workflowId).executeUpdate<T, [unknown]>(name, {
          args: [argument],
          ...(id === undefined ? {} : { updateId: id }),
        }),
      ),
    );

  const query = <T>(workflowId: string, name: string, ...args: unknown[]) =>
    client.workflow.getHandle(workflowId).query<T, unknown[]>(name, ...args);

  return {
    client,

    /**
     * Starts an instance and answers when its first facts are in the read model. The same id again answers the same
     * instance; a start that does not fit (`start` of the core) is refused and starts nothing.
     */
    async startInstance(request: StartRequest, options?: AskOptions): Promise<Answer<Acted>> {
      const { org, definitions } = request;
      const surroundings = pinnedSurroundings(request.surroundings);
      const [own] = definitions;
      const at = request.start.world ? request.start.at : new Date().toISOString();
      const input: StartInput = { engine: ENGINE_VERSION, ...request.start, hash: own.hash, at };
      const first = start(contextOf(request), input);
      if (!first.ok) return first;
      const { updatesPerRun } = request;
      const { hash: _, ...given } = input; // it comes with the definition
      const begin: InstanceInput = { org, start: given, ...(updatesPerRun ? { updatesPerRun } : {}) };
      const workflow = {
        workflowId: input.instance,
        taskQueue,
        args: [begin, surroundings, ...definitions] as Parameters<StartedWorkflow>,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        typedSearchAttributes: typedSearchAttributes(visible(org, own.definition.id, first.state)),
      } as const;
      return answerOf<Acted>(client, input.instance, options?.deadlineMs, async () => {
        try {
          if (request.wait === false) {
            await client.workflow.start<StartedWorkflow>(workflowTypes.processInstance, workflow);
            return { n: 0, projected: false };
          }
          return await client.workflow.executeUpdateWithStart<StartedWorkflow, Acted, []>(updates.started, {
            startWorkflowOperation: new WithStartWorkflowOperation<StartedWorkflow>(
              workflowTypes.processInstance,
              workflow,
            ),
          });
        } catch (error) {
          if (error instanceof WorkflowExecutionAlreadyStartedError) return { n: 0, projected: true }; // it has ended
          throw error;
        }
      });
    },

    /** An act of a person. `id` is the Idempotency-Key: the same act with the same id happens once. */
    act(instance: string, act: Act, { id, at, ...options }: AskOptions & { id: string; at?: Instant }) {
      const request: ActRequest = at === undefined ? { act } : { act, at };
      return update<Acted>(instance, updates.act, request, id, options);
    },

    /** An event from another workflow, or the answer to a job that was waited for; once per id. */
    deliver(instance: string, request: EventRequest, options?: AskOptions): Promise<Answer<Acted>> {
      return update<Acted>(instance, updates.deliver, request, request.id, options);
    },

    view: (instance: string) => query<InstanceView>(instance, queries.view),
    outstanding: (instance: string) => query<ReturnType<typeof outstanding>>(instance, queries.outstanding),
    nextDue: (workflowId: string) => query<Instant | null>(workflowId, queries.nextDue),
    /** Moves an instance to another version, once per id. */
    migrate: (
      instance: string,
      to: PinnedDefinition,
      request: MigrateRequest & { id: string },
      options?: AskOptions,
    ): Promise<Answer<Acted>> => {
      const { id, ...rest } = request;
      return inTurn(instance, () =>
        answerOf<Acted>(client, instance, options?.deadlineMs, () =>
          client.workflow
            .getHandle(instance)
            .executeUpdate<Acted, [MigrateRequest, PinnedDefinition]>(updates.migrate, {
              args: [rest, to],
              updateId: id,
            }),
        ),
      );
    },

    /** The note keys an instance still stands behind; when it has ended, what it told at its end. */
    holds: (instance: string, keys: string[]) =>
      ifOpen(query<string[]>(instance, queries.holds, keys), holdsAfterEnd(instance, keys)),

    /** Hands notes to a recipient's mailroom, which is started when it is not running. Harmless when repeated. */
    async postToMailroom(input: {
      org: string;
      person: string;
      world?: string;
      /** See `MailroomInput`. */
      gatherMs?: number;
      lingerMs?: number;
      surroundings: Surroundings;
      post: PostRequest;
    }): Promise<void> {
      const { surroundings, post, ...mailroom } = input;
      const args: [MailroomInput, PinnedSurroundings] = [mailroom, pinnedSurroundings(surroundings)];
      await client.workflow.signalWithStart(workflowTypes.mailroom, {
        workflowId: mailroomId(mailroom),
        taskQueue,
        args,
        signal: signals.post,
        signalArgs: [post],
      });
      // One thing at a time: the sender goes on when the mailroom has done what the post gave it to do.
      if (input.world) await update<Settled>(mailroomId(mailroom), updates.settle, {});
    },

    mailroomView: (mailroom: string) => query<MailroomView>(mailroom, queries.view),

    /** Rehearsal worlds: fires what is due at that moment in one member, once per id where one is given; see worker/world.ts. */
    tick(member: string, at: Instant, { id, ...options }: AskOptions & { id?: string } = {}) {
      const request: TickRequest = { at };
      return update<Settled>(member, updates.tick, request, id, options);
    },
    /** Rehearsal worlds: how a member stands; undefined when it has ended. */
    pulse: (member: string) => ifOpen<Pulse | undefined>(query<Pulse>(member, queries.pulse), undefined),
    /** Rehearsal worlds: what an instance that has ended did at its end; undefined for a mailroom, and for what was broken off. */
    async lastPulse(member: string): Promise<Pulse | undefined> {
      try {
        const result = (await client.workflow.getHandle(member).result()) as InstanceResult | undefined;
        if (!result?.posted) return undefined;
        const { status, posted, begun } = result;
        return { busy: false, status, nextDue: null, posted, ...(begun ? { begun } : {}) };
      } catch (error) {
        if (error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError) return undefined;
        throw error;
      }
    },
    /** Rehearsal worlds: waits until a member has nothing in hand. */
    settle: (member: string, options?: AskOptions): Promise<Answer<Settled>> =>
      update<Settled>(member, updates.settle, {}, undefined, options),

    /** Ends a workflow without a word to anybody: rehearsals, and what is about to be erased. */
    async terminate(workflowId: string, reason: string): Promise<void> {
      try {
        await client.workflow.getHandle(workflowId).terminate(reason);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },

    /** Makes sure that the organisation's daily schedule exists, in its zone. */
    ensureSchedule: (organisation: { org: string; zone: string }) =>
      dailySchedule(client, taskQueue, organisation),
    /** Looks again at what starts itself today; without a schedule yet, its first run does. */
    startsChanged: (org: string): Promise<void> => lookAgain(client, org),
  };
}

/** What a query answers, or something else when there is no open workflow to ask. */
async function ifOpen<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof QueryRejectedError || error instanceof WorkflowNotFoundError) return otherwise;
    throw error;
  }
}

/** A definition as workflows take it. */
export function pinnedDefinition(
  definition: PinnedDefinition['definition'],
  hash = contentHash(definition),
): PinnedDefinition {
  return { hash, definition };
}

type StartedWorkflow = (
  ...args: [InstanceInput, PinnedSurroundings, ...PinnedDefinition[]]
) => Promise<unknown>;

const pins = new WeakMap<Surroundings, PinnedSurroundings>();

function pinnedSurroundings(surroundings: Surroundings): PinnedSurroundings {
  const known = pins.get(surroundings);
  if (known) return known;
  const pinned = { hash: contentHash(surroundings), surroundings };
  pins.set(surroundings, pinned);
  return pinned;
}

/** The engine asks for its process a dozen times while it starts; each is made ready once. */
function contextOf({ definitions, surroundings }: StartRequest): Ctx {
  const compiled = new Map<string, Compiled>();
  return {
    ...surroundings,
    process: (hash) => {
      const known = compiled.get(hash);
      if (known) return known;
      const found = definitions.find((pinned) => pinned.hash === hash);
      if (!found) throw new Error(`Expected the definition ${hash} among those given, but it is not there`);
      const made = compile(found.definition, hash);
      compiled.set(hash, made);
      return made;
    },
  };
}
