/** A process that is being tried, step by step: each step is one of a scenario, so that what was played can be kept as one. */
import type { Definition, Fact, Form, Language, Rejection } from '../../contract/index.ts';
import { dutchCalendar, type Instant, toLocal } from '../calendar/index.ts';
import { compile } from '../engine/compile.ts';
import type { Compiled } from '../engine/compiled.ts';
import { castOf } from '../scenario/cast.ts';
import { hostIn, worldOf } from '../scenario/core-host.ts';
import { formData } from '../scenario/form-data.ts';
import {
  carryOut,
  type Failure,
  type Host,
  type Item,
  play,
  type Stage,
  setupOf,
} from '../scenario/index.ts';
import { openTasks } from '../scenario/items.ts';
import { jsonSource } from '../scenario/json-source.ts';
import { InvalidScenario } from '../scenario/problem.ts';
import { readItem } from '../scenario/reading/read-scenario.ts';
import type { SimulatedMessage, World } from '../simulator/world.ts';
import { standardRoles } from '../standard-roles.ts';
import type { Json, State, Variables } from '../state.ts';
import { calledBy } from './called.ts';
import { type Frames, framesIn } from './frames.ts';

/** A step as a scenario file writes it. */
export type StoryItem = { [key: string]: Json };

/** Name of whoever plays each role. */
export type Names = Readonly<Record<string, string>>;

interface Begun {
  definition: Definition;
  at: Instant;
  names?: Names;
  language?: Language;
  /** Elements whose automatic work the story answers itself. */
  owned?: readonly string[];
  /** Processes that it calls, and that those call. */
  called?: readonly Definition[];
}

/** Everybody has one role, and is known by it. @throws InvalidDefinition when it cannot be carried out. */
export function stageToPlay({ definition, at, names = {}, language, called = [] }: Begun): Stage {
  const all = [definition, ...called];
  const roles = all.flatMap((one) => one.roles.map(({ id }) => id));
  const ids = [...new Set([...Object.keys(standardRoles), ...roles])];
  const given = ids.map((role) => ({
    role,
    line: 0,
    people: [{ line: 0, name: names[role] ?? role, ...(language === undefined ? {} : { language }) }],
  }));
  return {
    scenario: {
      line: 0,
      title: '',
      zone: dutchCalendar.zone,
      calendar: dutchCalendar,
      capacities: [...new Set(all.flatMap(capacitiesOf))].map((name) => ({ name, total: PLACES, used: 0 })),
      instances: [],
      settings: {},
      clock: at,
      items: [],
    },
    cast: castOf(given, all),
    definitions: new Map([...called, definition].map((one) => [one.id, one])),
    main: definition,
    beside: called.length > 0 ? new Map([[definition, called]]) : new Map(),
    compiled: new Map(all.map((one) => [one, compile(one, one.id)])),
  };
}

/** How much there is of each capacity that a drawing asks for. */
export const PLACES = 3;

/** Names of capacities that the drawing asks for. */
export function capacitiesOf({ elements }: Definition): string[] {
  const names = elements.flatMap((one) => {
    const name = one.type === 'serviceTask' ? one.input?.capacity : undefined;
    return name && /^"[^"]*"$/.test(name) ? [name.slice(1, -1)] : [];
  });
  return [...new Set(names)];
}

interface Mark {
  snapshot: string;
  facts: number;
  messages: number;
}

export class Playing {
  readonly stage: Stage;
  readonly world: World;
  /** Steps so far. */
  readonly items: StoryItem[] = [];
  readonly #host: Host;
  readonly #marks: Mark[] = [];
  #refusal: Rejection | undefined;

  /** @param owned elements whose automatic work the story answers itself. */
  constructor(stage: Stage, owned: readonly string[] = []) {
    this.stage = stage;
    const setup = setupOf(stage);
    this.world = worldOf({
      ...setup,
      ownedJobs: [...owned],
      settings: { ...setup.settings, ...(owned.length > 0 ? { answeredOutside: [...owned] } : {}) },
    });
    this.#host = this.#listening(hostIn(this.world));
  }

  /** The instance that is played: the first that was started. */
  get instance(): string | undefined {
    return this.world.members[0];
  }
  get state(): State | undefined {
    const { instance } = this;
    return instance === undefined ? undefined : this.world.state(instance);
  }
  /** Where work that is done at once leads to itself without end; nothing happens any more then. */
  get goesRoundAt(): string | undefined {
    return this.world.goesRoundAt;
  }
  get facts(): readonly Fact[] {
    return this.world.facts;
  }
  get messages(): readonly SimulatedMessage[] {
    return this.world.messages;
  }
  /** Processes that are at hand to be called, the newest last. */
  get called(): readonly Definition[] {
    return this.stage.beside.get(this.stage.main) ?? [];
  }
  /** Which process each fact of it happened in. */
  get frames(): Frames {
    const { main } = this.stage;
    return framesIn(
      main,
      this.facts.filter((fact) => fact.instance === this.instance),
      (call) => calledBy(call, [main, ...this.called]),
    );
  }
  /** The process that runs as number `d` in the instance. */
  definitionAt(d: number): Definition | undefined {
    return this.#processes()[d]?.definition;
  }
  get now(): string {
    return writtenMoment(this.stage.scenario.zone, this.world.at);
  }

  /** One step. What is refused changes nothing and is not part of the story. */
  play(item: StoryItem): Rejection | undefined {
    const mark = this.#mark();
    this.#refusal = undefined;
    const failure = this.#tell(item);
    if (failure) {
      this.#restore(mark);
      return failure;
    }
    this.#marks.push(mark);
    this.items.push(item);
    return undefined;
  }

  get canGoBack(): boolean {
    return this.items.length > 1;
  }

  /** As it was before the last step. */
  back(): void {
    const mark = this.canGoBack ? this.#marks.pop() : undefined;
    if (!mark) return;
    this.items.pop();
    this.#restore(mark);
  }

  /** How much had happened before each step. */
  before(step: number): { facts: number; messages: number } {
    return this.#marks[step] ?? { facts: this.facts.length, messages: this.messages.length };
  }

  /** The role a person has, which is how a story names them. */
  named(person: string): string {
    const role = Object.entries(this.stage.cast.roles).find(([, [leader]]) => leader === person)?.[0];
    return role ?? this.stage.cast.people[person]?.name ?? person;
  }

  /** The same, with people named by their role. */
  inRoles(value: Json): Json {
    if (typeof value === 'string') return value in this.stage.cast.people ? this.named(value) : value;
    if (Array.isArray(value)) return value.map((one) => this.inRoles(one));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.inRoles(one)]));
  }

  /** A task as a step names it: by its number among equals where there are several. */
  taskNamed(key: string): { task: string; nth?: number } {
    const open = openTasks({ state: this.state as State, processes: this.#processes() } as Parameters<
      typeof openTasks
    >[0]);
    const name = open.find(({ inst }) => inst.key === key)?.task.name ?? key;
    const equals = open.filter(({ task }) => task.name === name);
    const nth = equals.findIndex(({ inst }) => inst.key === key);
    return equals.length > 1 ? { task: name, nth: nth + 1 } : { task: name };
  }

  /** Answers as they are sent: roles and names stand for people. */
  asSent(form: Form, data: Variables): Variables {
    return formData(this.stage, this.stage.compiled.get(this.stage.main), form, data);
  }

  #processes(): Compiled[] {
    return this.instance === undefined ? [] : this.world.definitionsOf(this.instance);
  }

  #tell(item: StoryItem): Rejection | undefined {
    const { scenario } = this.stage;
    const problems: { line: number; message: string }[] = [];
    const read: Item | undefined = readItem(jsonSource(item, this.items.length + 1), {
      zone: scenario.zone,
      problems,
    });
    if (!read || problems.length > 0) return invalidStep(problems[0]?.message ?? 'Expected a step');
    try {
      const { failures } = carryOut(
        play({ ...this.stage, scenario: { ...scenario, instances: [], items: [read] } }),
        this.#host,
      );
      const [failure] = failures;
      // That it goes round is how the drawing is, and belongs to the story.
      if (this.#refusal === undefined && this.goesRoundAt !== undefined) return undefined;
      return failure && (this.#refusal ?? invalidStep(saidOf(failure)));
    } catch (error) {
      if (error instanceof InvalidScenario) return invalidStep(error.problems[0]?.message ?? error.message);
      throw error;
    }
  }

  #mark(): Mark {
    return {
      snapshot: this.world.snapshot(),
      facts: this.facts.length,
      messages: this.messages.length,
    };
  }

  #restore({ snapshot, facts, messages }: Mark): void {
    this.world.restore(snapshot);
    this.world.facts.length = facts;
    this.world.messages.length = messages;
  }

  /** What is refused is told as the engine said it. */
  #listening(host: Host): Host {
    const heard = <T>(answer: T): T => {
      if (typeof answer === 'object' && answer !== null && 'rejection' in answer)
        this.#refusal = answer.rejection as Rejection;
      return answer;
    };
    return {
      ...host,
      start: (input) => heard(host.start(input)),
      act: (instance, act) => heard(host.act(instance, act)),
      send: (sent) => heard(host.send(sent)),
      answerJob: (instance, answer) => heard(host.answerJob(instance, answer)),
    };
  }
}

const saidOf = ({ expected, got }: Failure): string => `Expected ${expected}, but got ${got}`;
const invalidStep = (message: string): Rejection => ({ code: 'INVALID_ARGUMENT', message });

/** A moment as a step writes it. */
export function writtenMoment(zone: string, at: Instant): string {
  const { date, time, seconds } = toLocal(zone, at);
  return seconds === 0 && at.endsWith(':00.000Z') ? `${date}T${time}` : at;
}
