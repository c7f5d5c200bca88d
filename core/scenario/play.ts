/** Tells a scenario to a host, step by step, and looks whether everything that must be true is. */
import type { Definition, Fact, Rejection } from '../../contract/index.ts';
import { addIsoDuration, type Instant, parseIsoDuration } from '../calendar/index.ts';
import { compile } from '../engine/compile.ts';
import type { Compiled } from '../engine/compiled.ts';
import type { Sent } from '../simulator/world.ts';
import type { Json } from '../state.ts';
import { type ActStep, acts, nthMissing } from './acts.ts';
import { expectations } from './expectations/index.ts';
import { type Mismatch, shown } from './expectations/mismatch.ts';
import { formData, formOf } from './form-data.ts';
import { type Answer, ask, type SentMessage, type Story } from './host.ts';
import { waitingAt } from './message-target.ts';
import { endOf, isAfter, written } from './moments.ts';
import { elementNames, elementsNamed } from './names.ts';
import { didYouMean } from './near-miss.ts';
import { castNamed } from './people.ts';
import { invalid } from './problem.ts';
import type { Expectation } from './reading/expectations.ts';
import { horizonOf } from './reading/horizon.ts';
import type { Name } from './reading/name.ts';
import type { Item } from './reading/read-scenario.ts';
import type { PlainStep, Step, StepOf } from './reading/steps.ts';
import type { Stage } from './stage.ts';
import type { View } from './view.ts';

/** Something that should have been true; `step` says which step or expectation. */
export interface Failure {
  line: number;
  step: string;
  expected: string;
  got: string;
}

export interface Played {
  ok: boolean;
  facts: Fact[];
  messages: SentMessage[];
  failures: Failure[];
}

interface Version {
  number: number;
  definition: Definition;
}

/** What the telling itself remembers. */
interface Telling {
  stage: Stage;
  /** Instances by the name the story gave them. */
  named: Map<string, string>;
  latest?: string;
  /** Latest published version per process id. */
  published: Map<string, Definition>;
  /** All that the story published per process id, by number; the one it began with is the first. */
  versions: Map<string, Version[]>;
  /** Messages sent before the latest step, of all instances. */
  sentBefore: number;
  failures: Failure[];
}

const ACCEPTED: Answer = {};

/**
 * The story of a scenario from its first step to its last.
 * @throws InvalidScenario when a step goes back in time, or an expectation is about the future or something unknown.
 */
export function* play(stage: Stage): Story<Played> {
  const telling: Telling = {
    stage,
    named: new Map(),
    published: new Map([stage.main, ...(stage.beside.get(stage.main) ?? [])].map((one) => [one.id, one])),
    versions: new Map(
      [stage.main, ...(stage.beside.get(stage.main) ?? [])].map((one) => [
        one.id,
        [{ number: 1, definition: one }],
      ]),
    ),
    sentBefore: 0,
    failures: [],
  };
  for (const given of stage.scenario.instances) {
    const { at, ...start } = given;
    yield* tellItem(telling, {
      line: given.line,
      ...(at && { at }),
      step: { do: 'start', line: given.line, with: start },
      expect: [],
    });
  }
  for (const item of stage.scenario.items) {
    yield* tellItem(telling, item);
    const at = yield* ask('goesRoundAt');
    if (at === undefined) continue;
    const step = item.step ? titleOf(item.step) : 'at';
    telling.failures.push({
      line: item.line,
      step,
      expected: 'the process to come to a wait',
      got: `it goes round at '${at}' without end`,
    });
    break;
  }
  const { failures } = telling;
  const facts = inOneOrder(yield* ask('facts'));
  return { ok: !failures.length, facts, messages: yield* ask('messages'), failures };
}

/** By moment, then instances by their start, then number: the same on every host. */
function inOneOrder(facts: Fact[]): Fact[] {
  const started = facts.filter(({ type }) => type === 'instance.started').map(({ instance }) => instance);
  const order = new Map(started.map((instance, index) => [instance, index]));
  const place = ({ instance }: Fact) => order.get(instance) ?? started.length;
  return facts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : place(a) - place(b) || a.n - b.n));
}

function* tellItem(telling: Telling, item: Item): Story<void> {
  const { step } = item;
  const moves = item.at !== undefined || step?.do === 'jump';
  if (moves && !(step && step.do !== 'jump')) telling.sentBefore = (yield* ask('messages')).length;
  if (item.at !== undefined) yield* goTo(telling, item.at, item.line);
  if (step) {
    if (step.do !== 'jump') telling.sentBefore = (yield* ask('messages')).length;
    const mismatch = yield* tellStep(telling, step, item.in);
    if (mismatch) telling.failures.push({ line: step.line, step: titleOf(step), ...mismatch });
  }
  for (const expectation of item.expect) {
    const mismatch = yield* look(telling, expectation, expectation.in ?? item.in);
    if (mismatch)
      telling.failures.push({ line: expectation.line, step: `expect ${expectation.expects}`, ...mismatch });
  }
}

function* goTo({ stage }: Telling, at: Instant, line: number): Story<void> {
  const now = yield* ask('now');
  const { zone } = stage.scenario;
  if (at < now)
    throw invalid(
      line,
      `Expected a moment not before the clock, which is at ${written(zone, now)}, but got ${written(zone, at)}.`,
    );
  yield* ask('advanceTo', at);
}

function* tellStep(
  telling: Telling,
  step: Step,
  within: Name<'instance'> | undefined,
): Story<Mismatch | undefined> {
  if (step.do === 'refused') return refusal(step.with, yield* perform(telling, step.with.step, within));
  const rejection = rejectionOf(yield* perform(telling, step, within));
  return rejection && { expected: 'the step to be accepted', got: said(rejection) };
}

function refusal({ code, saying }: { code?: string; saying?: string }, answer: Answer): Mismatch | undefined {
  const rejection = rejectionOf(answer);
  const expected = ['refused', code && `with ${code}`, saying && `saying '${saying}'`]
    .filter(Boolean)
    .join(' ');
  if (!rejection) return { expected, got: 'accepted' };
  const fits =
    (code === undefined || rejection.code.toLowerCase() === code.toLowerCase()) &&
    (saying === undefined || said(rejection).toLowerCase().includes(saying.toLowerCase()));
  return fits ? undefined : { expected, got: said(rejection) };
}

function rejectionOf(answer: Answer): Rejection | undefined {
  return typeof answer === 'object' && answer !== null && 'rejection' in answer
    ? (answer.rejection as Rejection)
    : undefined;
}

function said({ code, message, problems = [] }: Rejection): string {
  const more = problems.filter((problem) => !message.includes(problem.message));
  return [`${code}: ${message}`, ...more.map((problem) => `${problem.path}: ${problem.message}`)].join('; ');
}

type Perform<K extends PlainStep['do']> = (
  telling: Telling,
  step: StepOf<K>,
  within: Name<'instance'> | undefined,
) => Story<Answer>;

/** Steps that are more than one act on one instance. */
const performers: {
  [K in Exclude<PlainStep['do'], ActStep> | 'absent' | 'back' | 'signal' | 'message']: Perform<K>;
} = {
  *start(telling, { with: step, line }) {
    const { stage } = telling;
    const definition = definitionOf(telling, step, line);
    const process = stage.compiled.get(definition) as Compiled;
    const element =
      step.element && elementsNamed([process], step.element.text).find(({ type }) => type === 'startEvent');
    const first = element ?? [...process.elements.values()].find((e) => e.type === 'startEvent' && e.form);
    const answer = yield* ask('start', {
      definition,
      ...(step.by && { by: castNamed(stage.cast, step.by)[0] as string }),
      ...(element && { element: element.id }),
      ...(step.data && { data: formData(stage, process, formOf(process, first), step.data) }),
    });
    if ('instance' in answer) {
      telling.latest = answer.instance;
      if (step.as !== undefined) telling.named.set(step.as, answer.instance);
    }
    return answer;
  },

  *job(telling, { with: step, line }, within) {
    const view = yield* viewOf(telling, step.in ?? within, line);
    const ids = elementsNamed(view.processes, step.element.text).map(({ id }) => id);
    const open = Object.values(view.state.jobs)
      .filter(
        ({ element }) => element !== undefined && ids.includes(view.state.elements[element]?.element ?? ''),
      )
      .sort((a, b) => Number(a.key) - Number(b.key));
    const job = open[(step.nth ?? 1) - 1]?.key;
    if (job === undefined) {
      const message = `Expected an open job of '${step.element.text}', but it has none`;
      return { rejection: { code: 'NOT_FOUND', message, path: step.element.text } };
    }
    if (step.fail !== undefined)
      return yield* ask('answerJob', view.state.instance, {
        type: 'jobFailed',
        job,
        error: step.fail,
        ...(step.retries !== undefined && { retries: step.retries }),
      });
    if (step.error !== undefined)
      return yield* ask('answerJob', view.state.instance, {
        type: 'jobError',
        job,
        code: step.error,
        ...(step.data && { data: step.data }),
      });
    return yield* ask('answerJob', view.state.instance, {
      type: 'jobCompleted',
      job,
      result: step.complete ?? {},
    });
  },

  *jump(telling, { with: step, line }) {
    if (step === 'next') {
      if ((yield* ask('advanceNext')) !== undefined) return ACCEPTED;
      return {
        rejection: { code: 'INVALID_STATE', message: 'Expected something to be due, but nothing is' },
      };
    }
    yield* goTo(telling, step.to, line);
    return ACCEPTED;
  },

  *publish(telling, { with: step, line }) {
    const named = telling.stage.definitions.get(step.process.text) as Definition;
    number(telling, named, step.version, line);
    const together = [named, ...(telling.stage.beside.get(named) ?? [])];
    for (const definition of together) {
      number(telling, definition, undefined, line);
      telling.published.set(definition.id, definition);
      yield* ask('publish', definition, together);
    }
    return ACCEPTED;
  },

  *migrate(telling, { with: step, line }, within) {
    const view = yield* viewOf(telling, step.in ?? within, line);
    const to = versionOf(telling, view.processes[0]?.definition.id ?? '', step.to, line);
    return yield* ask('migrate', view.state.instance, to, {
      why: step.why ?? 'told so',
      ...(step.mapping && { mapping: mappingOf(view, to, step.mapping, line) }),
      ...(step.despite && { despite: step.despite }),
      ...(step.undo && { undo: true }),
      ...(step.by && { by: castNamed(telling.stage.cast, step.by)[0] as string }),
    });
  },

  *restart() {
    yield* ask('restartWorker');
    return ACCEPTED;
  },

  absent: toAll,
  back: toAll,

  *signal(telling, step, within) {
    const named = step.with.in ?? within;
    if (named) return yield* act(yield* viewOf(telling, named, step.line), step);
    const { name, data, by } = step.with;
    return yield* sent(telling, {
      kind: 'signal',
      name,
      ...(data && { data }),
      ...(by && { by: castNamed(telling.stage.cast, by)[0] as string }),
    });
  },

  *message(telling, step, within) {
    const named = step.with.in ?? within;
    if (named || step.with.element || step.with.name === undefined) {
      const target = named ? undefined : waitingAt(yield* runningViews(telling), step.with.element);
      return yield* act(target ?? (yield* viewOf(telling, named, step.line)), step);
    }
    const { name, key, data, by, ttl, id } = step.with;
    return yield* sent(telling, {
      kind: 'message',
      name,
      ...(key !== undefined && { key: JSON.stringify(key) }),
      ...(data && { data }),
      ...(by && { by: castNamed(telling.stage.cast, by)[0] as string }),
      ...(ttl !== undefined && { until: keptUntil(yield* ask('now'), ttl, step.line) }),
      ...(id !== undefined && { id }),
    });
  },
};

/** The number of what is published: the one the story says, else the next; the same file again keeps its own. */
function number(
  { versions }: Telling,
  definition: Definition,
  wanted: number | undefined,
  line: number,
): void {
  const all = versions.get(definition.id) ?? [];
  const known = all.findLast((one) => one.definition === definition);
  if (known && (wanted ?? known.number) === known.number) return;
  const next = (all.at(-1)?.number ?? 0) + 1;
  if (wanted !== undefined && wanted < next)
    throw invalid(
      line,
      `There is a version ${next - 1} of '${definition.id}' already. Expected ${next} or more, but got ${wanted}.`,
    );
  versions.set(definition.id, [...all, { number: wanted ?? next, definition }]);
}

/** The version a migration names: by number as published, the latest, or a file. */
function versionOf(
  { stage, versions }: Telling,
  process: string,
  wanted: StepOf<'migrate'>['with']['to'],
  line: number,
): Definition {
  const all = versions.get(process) ?? [];
  const found =
    'text' in wanted
      ? stage.definitions.get(wanted.text)
      : wanted.number === 'latest'
        ? all.at(-1)?.definition
        : all.find((one) => one.number === wanted.number)?.definition;
  if (found) return found;
  throw invalid(
    line,
    `Expected a version of '${process}' that is there (${all.map((one) => one.number).join(', ')}), but got ${
      'text' in wanted ? wanted.text : wanted.number
    }. Publish it first.`,
  );
}

/** Ids for the names in a mapping; an empty one stands for an element that is given up. */
function mappingOf(
  view: View,
  to: Definition,
  mapping: Record<string, Json>,
  line: number,
): Record<string, string> {
  const id = (processes: Compiled[], name: Json, which: string) => {
    const found = typeof name === 'string' ? elementsNamed(processes, name)[0]?.id : undefined;
    if (found !== undefined) return found;
    throw invalid(
      line,
      `There is no element '${shown(name)}' in ${which}.${didYouMean(shown(name), elementNames(processes))}`,
    );
  };
  const [own, target] = [view.processes.slice(0, 1), [compile(to, 'target')]];
  return Object.fromEntries(
    Object.entries(mapping).map(([a, b]) => [
      id(own, a, 'the version it runs on'),
      b === '' ? '' : id(target, b, 'the new version'),
    ]),
  );
}

/** What starts by a message or signal is the latest that the story started. */
function* sent(telling: Telling, message: Sent): Story<Answer> {
  const answer = yield* ask('send', message);
  if ('started' in answer && answer.started.length > 0) telling.latest = answer.started.at(-1);
  return answer;
}

/** For how long a message that nobody waits for is kept: `P1D`, `PT2H`. */
function keptUntil(now: Instant, ttl: string, line: number): Instant {
  const duration = parseIsoDuration(ttl);
  const until = duration && addIsoDuration('UTC', now, duration);
  if (until === undefined) throw invalid(line, `Expected a duration such as P1D or PT2H, but got '${ttl}'.`);
  return until;
}

/** What concerns a person goes to every running instance, unless one is named. */
function* toAll(
  telling: Telling,
  step: StepOf<'absent'> | StepOf<'back'>,
  within: Name<'instance'> | undefined,
): Story<Answer> {
  const named = step.with.in ?? within;
  if (named) return yield* act(yield* viewOf(telling, named, step.line), step);
  const answers: Answer[] = [];
  for (const view of yield* runningViews(telling)) answers.push(yield* act(view, step));
  return answers.find((answer) => !rejectionOf(answer)) ?? answers[0] ?? ACCEPTED;
}

function* perform(telling: Telling, step: PlainStep, within: Name<'instance'> | undefined): Story<Answer> {
  if (step.do in performers) {
    const performer = performers[step.do as keyof typeof performers] as Perform<PlainStep['do']>;
    return yield* performer(telling, step, within);
  }
  const given = 'in' in (step.with as object) ? (step.with as { in?: Name<'instance'> }).in : undefined;
  return yield* act(yield* viewOf(telling, given ?? within, step.line), step);
}

function* act(view: View, step: PlainStep): Story<Answer> {
  const toAct = acts[step.do as ActStep] as (view: View, step: unknown) => ReturnType<(typeof acts)[ActStep]>;
  const acted = nthMissing(view, step.with) ?? toAct(view, step.with);
  return 'rejection' in acted ? acted : yield* ask('act', view.state.instance, acted);
}

/** The definition to start: the one named, else the one that has the named start event, else the scenario's own. */
function definitionOf(
  telling: Telling,
  { process, element }: StepOf<'start'>['with'],
  line: number,
): Definition {
  const { stage, published } = telling;
  if (process) {
    const named = stage.definitions.get(process.text) ?? published.get(process.text);
    if (!named) throw invalid(line, `There is no process '${process.text}'.`);
    return published.get(named.id) ?? named;
  }
  const own = published.get(stage.main.id) ?? stage.main;
  const has = (definition: Definition) =>
    elementsNamed([stage.compiled.get(definition) as Compiled], element?.text ?? '').some(
      ({ type }) => type === 'startEvent',
    );
  return !element || has(own) ? own : ([...published.values()].find(has) ?? own);
}

/** The instance that is meant: the named one, else the latest that the story started, else the latest of all. */
function* instanceOf(telling: Telling, named: Name<'instance'> | undefined, line: number): Story<string> {
  const known = named ? telling.named.get(named.text) : telling.latest;
  if (known !== undefined) return known;
  const started = (yield* ask('facts')).filter((fact) => fact.type === 'instance.started');
  const found = started.findLast((fact) => !named || fact.process === named.text)?.instance;
  if (found === undefined)
    throw invalid(
      named?.line ?? line,
      named ? `'${named.text}' is not started yet.` : 'Nothing is started yet.',
    );
  return found;
}

function* viewOf(
  telling: Telling,
  named: Name<'instance'> | undefined,
  line: number,
  foresee?: Instant,
): Story<View> {
  const instance = yield* instanceOf(telling, named, line);
  return yield* viewOfInstance(telling, instance, foresee);
}

function* viewOfInstance({ stage, sentBefore }: Telling, instance: string, foresee?: Instant): Story<View> {
  const allFacts = yield* ask('facts');
  const messages = yield* ask('messages');
  const own = (message: SentMessage) => message.instance === instance;
  return {
    zone: stage.scenario.zone,
    calendar: stage.scenario.calendar,
    cast: stage.cast,
    now: yield* ask('now'),
    state: yield* ask('state', instance),
    processes: yield* ask('processes', instance),
    facts: allFacts.filter((fact) => fact.instance === instance),
    allFacts,
    messages: messages.filter(own),
    sentBefore: messages.slice(0, sentBefore).filter(own).length,
    capacities: yield* ask('capacities'),
    forecast: foresee === undefined ? [] : yield* ask('forecast', instance, foresee),
  };
}

function* runningViews(telling: Telling): Story<View[]> {
  const started = (yield* ask('facts')).filter((fact) => fact.type === 'instance.started');
  const views: View[] = [];
  for (const { instance } of started) {
    const view = yield* viewOfInstance(telling, instance);
    if (view.state.status === 'running') views.push(view);
  }
  return views;
}

function* look(
  telling: Telling,
  expectation: Expectation,
  within: Name<'instance'> | undefined,
): Story<Mismatch | undefined> {
  const { zone } = telling.stage.scenario;
  const now = yield* ask('now');
  const late = horizonOf(expectation, zone).find((when) => isAfter(zone, when, now));
  if (late)
    throw invalid(
      late.line || expectation.line,
      `An expectation never looks past the clock: ${late.text} is after ${written(zone, now)}. Go there first, with 'at'.`,
    );
  const until = expectation.expects === 'due' ? endOf(zone, expectation.with.on) : undefined;
  const view = yield* viewOf(telling, within, expectation.line, until);
  const check = expectations[expectation.expects] as (view: View, expected: unknown) => Mismatch | undefined;
  const mismatch = check(view, expectation.with);
  return mismatch && expectation.expects !== 'incident' ? withIncidents(view, mismatch) : mismatch;
}

/** What is stuck is often why something else does not hold. */
function withIncidents({ state }: View, { expected, got }: Mismatch): Mismatch {
  const stuck = Object.values(state.incidents).map((one) => `${one.element} ${one.code}: ${one.message}`);
  return { expected, got: stuck.length ? `${got}; stuck: ${stuck.join('; ')}` : got };
}

/** A step in a few words, for reports: `complete n4`. */
function titleOf(step: Step): string {
  if (step.do === 'refused') return `refused: ${titleOf(step.with.step)}`;
  const given = step.with;
  if (typeof given !== 'object' || given === null) return `${step.do} ${given}`;
  const keys = [
    'task',
    'commitment',
    'item',
    'element',
    'text',
    'about',
    'name',
    'person',
    'as',
    'process',
    'to',
  ];
  const main = keys
    .map((key) => (given as Record<string, unknown>)[key])
    .find((value) => value !== undefined);
  const word =
    typeof main !== 'object' || main === null
      ? main
      : 'text' in main
        ? main.text
        : 'number' in main
          ? main.number
          : undefined;
  return word === undefined ? step.do : `${step.do} ${word}`;
}
