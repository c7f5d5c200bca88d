/** The workflow of one recipient's mailroom: a host for the core's mailroom rules. It lives while there is something to send. */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { Instant } from '../core/calendar/index.ts';
import { mailroomEmpty, mailroomNextDue, mailroomStep, openMailroom } from '../core/index.ts';
import type { MailroomCommand, MailroomEvent, MailroomState } from '../core/mailroom-types.ts';
import { alarm } from './alarm.ts';
import { moment } from './clock.ts';
import { handled } from './handled.ts';
import { lanes } from './lanes.ts';
import { QUIET_MS, shouldContinue } from './limits.ts';
import {
  type CarriedMailroom,
  type MailroomInput,
  type MailroomView,
  type PinnedSurroundings,
  type PostRequest,
  type Pulse,
  queries,
  type Settled,
  signals,
  type TickRequest,
  updates,
} from './messages.ts';
import { mailroomLaneOf, performMailroomCommand } from './perform-mailroom-command.ts';
import { worldly } from './worldly.ts';

/** Instances whose timers fire at the same moment post within seconds of one another; a batch waits for them. */
const GATHER_MS = 20_000;
/**
 * It remembers posts for as long as a killed worker may need to repeat one. The server also starts a workflow of one id once
 * per second only; in a burst of acts the second one would wait for that.
 */
const LINGER_MS = 60_000;
const STALE_MS = 60_000;

/** Ends when nothing waits, is announced or rests under a lead. A post that comes while it ends is not lost: see below. */
export function mailroom(input: MailroomInput, pinned: PinnedSurroundings): Promise<void> {
  return CancellationScope.nonCancellable(() => run(input, pinned));
}

async function run(input: MailroomInput, pinned: PinnedSurroundings): Promise<void> {
  const { person, world, gatherMs = GATHER_MS, lingerMs = LINGER_MS } = input;
  const { surroundings } = pinned;
  const carried = 'carried' in input ? input.carried : undefined;
  const keys = handled<true>(carried?.handled.map((key) => [key, true]) ?? []);
  let state: MailroomState | undefined = carried?.state;
  let commandNumber = carried?.commandNumber ?? 0;
  let due: Instant | undefined;

  const commands = lanes<MailroomCommand>(mailroomLaneOf(world), async (numbered) => {
    const answer = await performMailroomCommand(world, numbered);
    if (answer) apply({ ...answer, at: moment(world, state?.at) });
  });

  /**
   * A post counts from the moment its sender gave it and a batch from when it was due, so that a post repeated to a new run
   * makes the same message keys; unless it was on its way for long, and its moment would be in the middle of last night.
   */
  const arrival = (at: Instant): Instant => {
    const now = moment(world, state?.at, at);
    if (world !== undefined || Date.parse(now) - Date.parse(at) > STALE_MS) return now;
    return state && state.at > at ? state.at : at;
  };

  const changed = () => {
    due = state && mailroomNextDue(state);
    setCurrentDetails(
      state
        ? `${state.waiting.length} waiting, ${state.announced.length} announced${due ? `. Next at ${due}` : ''}.`
        : 'Empty.',
    );
  };

  const apply = (event: MailroomEvent) => {
    if (event.type === 'post') state ??= openMailroom(person, event.reach, event.at, world);
    if (!state) return;
    const result = mailroomStep(surroundings, state, event);
    state = result.state;
    commands.add(result.commands.map((command) => ({ n: ++commandNumber, command, at: event.at })));
    changed();
  };

  const pulse = (): Pulse => ({
    busy: !commands.idle(),
    status: 'running',
    nextDue: due ?? null,
    posted: [],
  });
  const settled = async (): Promise<Settled> => {
    await condition(commands.idle);
    return { n: 0, ...pulse() };
  };

  changed();
  commands.add(carried?.commands ?? []);

  setHandler(defineSignal<[PostRequest]>(signals.post), ({ id, ...post }) => {
    if (keys.get(id)) return;
    keys.set(id, true);
    apply({ type: 'post', ...post, at: arrival(post.at) });
  });
  setHandler(defineQuery<MailroomView | null>(queries.view), () =>
    state
      ? { state, nextDue: due ?? null, pendingCommands: commands.pending().map(({ command }) => command) }
      : null,
  );
  setHandler(defineQuery<Instant | null>(queries.nextDue), () => due ?? null);
  setHandler(defineQuery<Pulse>(queries.pulse), pulse);
  setHandler(
    defineUpdate<Settled, [TickRequest]>(updates.tick),
    ({ at }) => {
      apply({ type: 'tick', at: moment(world, state?.at, at) });
      return settled();
    },
    { validator: (_: TickRequest) => worldly(world) },
  );
  setHandler(defineUpdate<Settled, []>(updates.settle), settled, {
    validator: () => worldly(world),
  });

  const isQuiet = () => commands.idle() && allHandlersFinished();
  // Members of a world stay until it is closed: they arm no timers, also not for lingering.
  const isOver = () => world === undefined && isQuiet() && (state === undefined || mailroomEmpty(state));

  const body = async () => {
    for (;;) {
      await condition(() => isOver() || shouldContinue(0));
      if (!isOver()) break;
      // A signal that arrives now makes the server refuse the completion, and the workflow goes on with it; one that
      // arrives later starts a new run (signal with start).
      if (!(await condition(() => !isOver(), lingerMs))) return;
    }
    if (!state) return;
    await condition(isQuiet, QUIET_MS);
    await condition(allHandlersFinished);
    const next: CarriedMailroom = {
      state,
      handled: keys.entries().map(([key]) => key),
      commands: commands.pending(),
      commandNumber,
    };
    await continueAsNew<typeof mailroom>({ ...input, carried: next }, pinned);
  };

  const armed = () => (world === undefined && state ? wakeAt(state, due, gatherMs) : undefined);
  await Promise.race([
    body(),
    alarm(armed, (at) => apply({ type: 'tick', at: arrival(at) })),
    commands.defect,
  ]);
}

/** One act may lead to several notes in a row (a job answered in between): they make one message. */
const ACT_GATHER_MS = 1_000;

/** What a person's act caused goes a second after its moment; a batch a little later. With nothing to send it closes when its lead has run out. */
function wakeAt({ waiting, lead }: MailroomState, due: Instant | undefined, gatherMs: number) {
  if (due === undefined) return lead?.until;
  // It came for this very moment, as against one that waited for the morning.
  const atOnce = waiting.some(({ act, at, came }) => act && at <= due && at <= came);
  return new Date(Date.parse(due) + (atOnce ? Math.min(gatherMs, ACT_GATHER_MS) : gatherMs)).toISOString();
}
