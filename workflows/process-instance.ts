/** The workflow of one process instance: a host for the core that makes its state durable and carries out its commands. */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineUpdate,
  log,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { Rejection } from '../contract/index.ts';
import type { Instant } from '../core/calendar/index.ts';
import type { CoreEvent, StartInput } from '../core/event.ts';
import {
  type Compiled,
  type Ctx,
  compile,
  contentHash,
  nextDue,
  outstanding,
  start,
  step,
  stillHolds,
} from '../core/index.ts';
import type { State } from '../core/state.ts';
import { alarm } from './alarm.ts';
import { isTroubled } from './carry.ts';
import { moment } from './clock.ts';
import { details } from './details.ts';
import { handled } from './handled.ts';
import { lanes } from './lanes.ts';
import { QUIET_MS, shouldContinue } from './limits.ts';
import {
  type Acted,
  type ActRequest,
  type CarriedInstance,
  type EventRequest,
  type InstanceCommand,
  type InstanceInput,
  type InstanceResult,
  type InstanceView,
  type MigrateRequest,
  type PinnedDefinition,
  type PinnedSurroundings,
  type Pulse,
  queries,
  type Settled,
  type TickRequest,
  updates,
} from './messages.ts';
import { outbox } from './outbox.ts';
import { laneOf, performCommand } from './perform-command.ts';
import { judged, refusal } from './refuse.ts';
import { show } from './show.ts';
import { worldly } from './worldly.ts';

const act = defineUpdate<Acted, [ActRequest]>(updates.act);
const deliver = defineUpdate<Acted, [EventRequest]>(updates.deliver);
const migrate = defineUpdate<Acted, [MigrateRequest, PinnedDefinition]>(updates.migrate);
const started = defineUpdate<Acted, []>(updates.started);
const tick = defineUpdate<Settled, [TickRequest]>(updates.tick);
const settle = defineUpdate<Settled, []>(updates.settle);

/**
 * Ends when nothing is active any more. Cancelling the workflow is not a way to stop an instance and does nothing: `stop` is
 * an act of a person, told to those who wait. Throws the rejection's code when the start itself does not fit.
 */
export function processInstance(
  input: InstanceInput,
  surroundings: PinnedSurroundings,
  ...definitions: PinnedDefinition[]
): Promise<InstanceResult> {
  return CancellationScope.nonCancellable(() => run(input, surroundings, definitions));
}

async function run(input: InstanceInput, given: PinnedSurroundings, definitions: PinnedDefinition[]) {
  let pinned = given;
  const { calendar, settings } = pinned.surroundings;
  const library = new Map(definitions.map(({ hash, definition }) => [hash, definition]));
  const compiled = new Map<string, Compiled>();
  const process: Ctx['process'] = (hash) => {
    const known = compiled.get(hash);
    if (known) return known;
    const definition = library.get(hash);
    if (!definition) throw new Error(`Expected the definition ${hash} in this instance, but it is not there`);
    const made = compile(definition, hash);
    compiled.set(hash, made);
    return made;
  };
  const ctx: Ctx = { process, calendar, settings };

  const carried = 'carried' in input ? input.carried : begin(ctx, input.start, definitions[0]);
  let state: State = carried.state;
  let commandNumber = carried.commandNumber;
  let due: Instant | undefined;
  let handledHere = 0;
  let continuing = false;
  const { instance, world } = state;
  const posted = new Set(carried.posted);
  const begun = new Set(carried.begun);
  const keys = handled(carried.handled);
  const facts = outbox(
    instance,
    carried.facts,
    () => ({ status: state.status, ...dueOf(due) }),
    () => continuing,
  );
  const inbox = [...carried.inbox];
  let asked = 0;
  const commands = lanes(laneOf(world), async (numbered) => {
    const answer = await performCommand(who(state), numbered);
    if (!answer) return;
    if (answer.type === 'begun') {
      for (const one of answer.instances) begun.add(one);
      return;
    }
    if (answer.type === 'loaded') library.set(answer.hash, answer.definition);
    receive({ ...answer, at: moment(world, state.at) });
  });

  /**
   * Answers of the host. In a rehearsal world they wait their turn: after all commands of a step, in order, and only while
   * somebody asks this member to do something, so that one thing happens at a time (as in core/simulator).
   */
  const receive = (event: CoreEvent) => {
    if (world !== undefined) inbox.push(event);
    else take(event);
  };
  const take = (event: CoreEvent) => {
    const refused = apply(event);
    if (refused) log.info('An answer came too late', { type: event.type, code: refused.code });
  };
  const takeTurns = async () => {
    for (;;) {
      await condition(() => asked > 0 && inbox.length > 0 && commands.idle());
      take(inbox.shift() as CoreEvent);
    }
  };

  const changed = () => {
    due = nextDue(state);
    setCurrentDetails(details(process, state, due));
  };

  /** One event: one synchronous step, state replaced, facts and commands on their way. */
  const apply = (event: CoreEvent): Rejection | undefined => {
    try {
      return applied(event);
    } catch (error) {
      // The workflow task fails and is tried until we have repaired it; the server only keeps an encrypted text.
      log.error('The engine failed on an event', { type: event.type, error });
      throw error;
    }
  };

  const applied = (event: CoreEvent): Rejection | undefined => {
    const result = step(ctx, state, event);
    if (!result.ok) return result.rejection;
    if (event.type === 'calendarChanged') {
      ctx.calendar = event.calendar;
      const surroundings = { ...pinned.surroundings, calendar: event.calendar };
      pinned = { hash: contentHash(surroundings), surroundings };
    }
    const { jobs } = state;
    state = result.state;
    facts.add(result.facts);
    for (const command of result.commands) {
      if (command.do === 'cancelJob') {
        const job = jobs[command.key];
        commands.cancel((other) => other.do === 'job' && other.key === command.key);
        if (job) issue({ ...command, jobType: job.jobType, input: job.input });
      } else issue(command);
    }
    changed();
    return undefined;
  };

  const issue = (command: InstanceCommand) => {
    if (command.do === 'post') posted.add(command.to);
    commands.add([{ n: ++commandNumber, command, at: state.at }]);
  };

  const isSettled = () => commands.idle() && inbox.length === 0 && facts.pending().length === 0;
  const isQuiet = () => allHandlersFinished() && isSettled();
  const isOver = () => state.status !== 'running';

  /** In a rehearsal world everything a request causes is done before it is answered. */
  const settled = async (): Promise<void> => {
    asked += 1;
    await condition(isSettled);
    asked -= 1;
  };

  const answer = async (n: number): Promise<Acted> => {
    if (world !== undefined) await settled();
    return { n, projected: await facts.projected(n) };
  };

  /** What was handled before is answered again; a refusal is thrown and changes nothing. */
  const once = (id: string, handle: () => Rejection | undefined): number => {
    handledHere += 1;
    const before = keys.get(id);
    if (before !== undefined) return before;
    const rejection = handle();
    if (rejection) throw refusal(rejection);
    keys.set(id, state.n);
    return state.n;
  };

  const judge = (event: CoreEvent, id: string) =>
    judged(() => {
      if (keys.get(id) !== undefined) return undefined;
      const result = step(ctx, state, event);
      return result.ok ? undefined : result.rejection;
    });

  const pulse = (): Pulse => ({
    busy: !isSettled(),
    status: state.status,
    nextDue: due ?? null,
    posted: [...posted],
    ...(begun.size > 0 ? { begun: [...begun] } : {}),
  });

  const standing = async (): Promise<Settled> => {
    await settled();
    return { n: state.n, ...pulse() };
  };

  /** A version that was brought along; named by its content, so knowing it changes nothing. */
  const known = ({ hash, definition }: PinnedDefinition): string => {
    library.set(hash, definition);
    return hash;
  };

  const eventOf = ({ act: event, at }: ActRequest): CoreEvent => ({
    ...event,
    at: moment(world, state.at, at),
  });
  const deliveryOf = ({ event, at, hops }: EventRequest): CoreEvent => ({
    ...eventOf({ act: event as ActRequest['act'], ...(at ? { at } : {}) }),
    ...(hops === undefined ? {} : { hops }),
  });

  changed();
  commands.add(carried.commands);

  setHandler(defineQuery<InstanceView>(queries.view), () => ({
    state,
    nextDue: due ?? null,
    pendingFacts: facts.pending().length,
    pendingCommands: commands.pending().map(({ command }) => command),
  }));
  setHandler(defineQuery(queries.outstanding), () => outstanding(state));
  setHandler(defineQuery<string[], [string[]]>(queries.holds), (noteKeys) => stillHolds(state, noteKeys));
  setHandler(defineQuery<Instant | null>(queries.nextDue), () => due ?? null);
  setHandler(defineQuery<Pulse>(queries.pulse), pulse);

  setHandler(act, (request) => answer(once(updateId(), () => apply(eventOf(request)))), {
    validator: (request) => judge(eventOf(request), updateId()),
  });
  setHandler(
    deliver,
    async (request) => {
      const event = deliveryOf(request);
      if (world === undefined) return answer(once(request.id, () => apply(event)));
      return { n: once(request.id, () => void inbox.push(event)), projected: false };
    },
    { validator: (request) => judge(deliveryOf(request), request.id) },
  );
  setHandler(
    migrate,
    ({ how, at }, to) =>
      answer(
        once(updateId(), () =>
          apply({ ...how, type: 'migrate', hash: known(to), at: moment(world, state.at, at) }),
        ),
      ),
    {
      validator: ({ how, at }, to) =>
        judge({ ...how, type: 'migrate', hash: known(to), at: moment(world, state.at, at) }, updateId()),
    },
  );
  setHandler(started, () => answer(state.n));
  setHandler(
    tick,
    ({ at }) => {
      const rejection = apply({ type: 'tick', at: moment(world, state.at, at) });
      if (rejection) throw refusal(rejection);
      return standing();
    },
    { validator: (_: TickRequest) => worldly(world) },
  );
  setHandler(settle, standing, { validator: () => worldly(world) });

  const showing = show(
    input.org,
    process(state.definitions[0] as string).id,
    () => state,
    () => isTroubled(),
  );

  const body = async () => {
    await condition(() => (isOver() && isQuiet()) || shouldContinue(handledHere, input.updatesPerRun));
    if (isOver() && isQuiet()) {
      showing.close();
      const met =
        world === undefined ? {} : { posted: [...posted], ...(begun.size > 0 ? { begun: [...begun] } : {}) };
      return { status: state.status, outcomes: state.outcomes, ...met };
    }
    continuing = true;
    await condition(isQuiet, QUIET_MS);
    await condition(allHandlersFinished);
    const next: CarriedInstance = {
      state,
      handled: keys.entries(),
      facts: facts.pending(),
      commands: commands.pending(),
      commandNumber,
      inbox,
      posted: [...posted],
      ...(begun.size > 0 ? { begun: [...begun] } : {}),
    };
    return continueAsNew<typeof processInstance>(
      { ...settingsOf(input), carried: next },
      pinned,
      ...state.definitions.map((hash) => ({ hash, definition: process(hash).definition })),
    );
  };

  return Promise.race([
    body(),
    alarm(
      () => (world === undefined ? due : undefined),
      () => void apply({ type: 'tick', at: moment(world, state.at) }),
    ),
    facts.drain(),
    showing.keep(),
    takeTurns(),
    commands.defect,
  ]);
}

function settingsOf({ org, updatesPerRun }: InstanceInput) {
  return { org, ...(updatesPerRun === undefined ? {} : { updatesPerRun }) };
}

function begin(
  ctx: Ctx,
  given: Omit<StartInput, 'hash'>,
  definition: PinnedDefinition | undefined,
): CarriedInstance {
  if (!definition) throw new Error('Expected the definition to start with, but there is none');
  const at = moment(given.world, undefined, given.at);
  const result = start(ctx, { ...given, hash: definition.hash, at });
  if (!result.ok) throw refusal(result.rejection);
  const { state, facts } = result;
  const commands = result.commands as InstanceCommand[]; // nothing to cancel yet
  return {
    state,
    handled: [],
    facts,
    commands: commands.map((command, i) => ({ n: i + 1, command, at: state.at })),
    commandNumber: commands.length,
    inbox: [],
    posted: commands.flatMap((command) => (command.do === 'post' ? [command.to] : [])),
  };
}

function who({ instance, initiative, world }: State) {
  return { instance, ...(initiative ? { initiative } : {}), ...(world ? { world } : {}) };
}

const dueOf = (due: Instant | undefined) => (due ? { nextDue: due } : {});

function updateId(): string {
  const info = currentUpdateInfo();
  if (!info) throw new Error('Expected to be within an update, but was not');
  return info.id;
}
