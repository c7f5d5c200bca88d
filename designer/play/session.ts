/** A process being played on the screen: the production engine on a clock of its own, steps of people, of time, or of a story. */
import type {
  Definition,
  ElementOf,
  Fact,
  Form,
  InstanceView,
  Language,
  LedgerLine,
  Rejection,
  Side,
  Text,
} from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/dutch-calendar.ts';
import { toInstant, toLocal } from '../../core/calendar/index.ts';
import { formOfTask } from '../../core/forms/index.ts';
import { outstanding } from '../../core/index.ts';
import { sideOf } from '../../core/prose/say.ts';
import type { Stage } from '../../core/scenario/index.ts';
import type { SimulatedMessage, World } from '../../core/simulator/world.ts';
import type { ElementInstance, State, Task, Variables } from '../../core/state.ts';
import {
  answeredIn,
  answersOf,
  chosenWork,
  Drawings,
  type Frame,
  Playing,
  type StoryItem,
  stageToPlay,
  standstillIn,
  type WrittenScenario,
  writeScenario,
  writtenMoment,
} from '../../core/trying/index.ts';
import { applyFact } from '../../core/views/instance-view.ts';

export interface OpenTask {
  key: string;
  name: string;
  element: string;
  title: Text | undefined;
  roles: string[];
  side: Side;
  /** Role id of who does it: in play everybody has one role. */
  person: string;
  due?: string;
  late: boolean;
  form?: Form;
  outcomes: { id: string; label: Text; by?: string[] | undefined }[];
  /** Which called process it is in; '' for the one that is played. */
  frame: string;
  meeting: boolean;
  confirms: boolean;
  ledger?: LedgerLine[];
}

export interface Waiting {
  element: string;
  frame: string;
  title: Text | undefined;
  until?: string;
  /** A message it also waits for. */
  message?: string;
}

export type Cast = Readonly<Record<string, string>>;

/** A story that was told elsewhere and is gone through here step by step. */
export interface Opened {
  title: string;
  /** Where and with whom it plays, when that is not as usual here. */
  stage?: Stage;
  items: readonly StoryItem[];
  /** How each of its steps is told. */
  labels: readonly Text[];
}

/** One of the processes in play: the one that is played, or one that was called. */
export interface FrameSeen extends Frame {
  walked: string[];
  present: string[];
}

export interface AnswerToWork {
  item: StoryItem;
  /** What went wrong, or what came of it. */
  error?: string;
  result?: Variables;
}

export class PlaySession {
  readonly definition: Definition;
  readonly playing: Playing;
  private readonly language: Language;
  private readonly labels: Text[] = [];
  /** The step that was tried last, whether or not it was refused. */
  tried: StoryItem | undefined;
  private ahead: { item: StoryItem; label: Text }[] = [];
  private readonly fromStory = new Set<StoryItem>();
  private readonly drawings: Drawings;

  /** @param called processes that it calls. @throws InvalidDefinition when the drawing cannot be carried out. */
  constructor(
    definition: Definition,
    day: string,
    language: Language,
    cast: Cast,
    opened?: Opened,
    called: readonly Definition[] = [],
  ) {
    this.definition = definition;
    this.language = language;
    this.drawings = new Drawings(definition, called);
    const at = toInstant(dutchCalendar.zone, day, '10:00');
    const stage = opened?.stage ?? stageToPlay({ definition, at, names: cast, language, called });
    this.playing = new Playing(stage, opened?.stage ? answeredIn(opened.items) : chosenWork(this.drawings));
    this.ahead = (opened?.items ?? []).map((item, i) => ({ item, label: opened?.labels[i] ?? '' }));
  }

  private get state(): State | undefined {
    return this.playing.state;
  }
  get world(): World {
    return this.playing.world;
  }
  get instance(): string | undefined {
    return this.playing.instance;
  }
  get at(): string {
    return this.world.at;
  }
  get today(): string {
    return toLocal(dutchCalendar.zone, this.world.at).date;
  }
  get facts(): readonly Fact[] {
    return this.world.facts;
  }
  get messages(): readonly SimulatedMessage[] {
    return this.world.messages;
  }
  get steps(): readonly Text[] {
    return this.labels;
  }

  /** Ways to begin: start events of the process itself that a person presses. */
  starts(): ElementOf<'startEvent'>[] {
    return this.definition.elements.filter(
      (one): one is ElementOf<'startEvent'> =>
        one.type === 'startEvent' && one.parent === undefined && one.triggers === undefined,
    );
  }

  form(id: string | undefined): Form | undefined {
    return this.definition.forms.find((form) => form.id === id);
  }

  /** Answers as they are sent: roles stand for whoever has them. */
  asSent(form: Form, data: Variables): Variables {
    return this.playing.asSent(form, data);
  }

  start(element: string, by: string, data: Variables, label: Text): Rejection | undefined {
    const several = this.starts().length > 1;
    return this.step(
      {
        at: this.playing.now,
        start: { by, ...(several ? { element } : {}), ...(Object.keys(data).length > 0 ? { data } : {}) },
      },
      label,
    );
  }

  complete(
    task: OpenTask,
    given: { by: string; outcome?: string; data?: Variables },
    label: Text,
  ): Rejection | undefined {
    const { by, outcome, data } = given;
    return this.step(
      {
        at: this.playing.now,
        complete: {
          ...this.playing.taskNamed(task.key),
          by: this.playing.named(by),
          ...(outcome === undefined ? {} : { outcome }),
          ...(data && Object.keys(data).length > 0 ? { data } : {}),
        },
      },
      label,
    );
  }

  done(commitment: string, by: string, label: Text): Rejection | undefined {
    return this.step({ at: this.playing.now, done: { commitment, by: this.playing.named(by) } }, label);
  }

  message(element: string, label: Text): Rejection | undefined {
    return this.step({ at: this.playing.now, message: { element, by: 'initiator' } }, label);
  }

  answer({ item }: AnswerToWork, label: Text): Rejection | undefined {
    return this.step({ at: this.playing.now, ...item }, label);
  }

  /** What somebody does of their own accord: a story that was gone through ends there. */
  private step(item: StoryItem, label: Text): Rejection | undefined {
    this.tried = item;
    const rejection = this.playing.play(item);
    if (rejection) return rejection;
    this.labels.push(label);
    this.ahead = [];
    return undefined;
  }

  /** How the next step of the story is told; undefined when it is over. */
  get nextOfStory(): Text | undefined {
    return this.ahead[0]?.label;
  }

  /** One step of the story that was opened. */
  goOn(): Rejection | undefined {
    const next = this.ahead.shift();
    if (!next) return undefined;
    const { expect: _, ...item } = next.item;
    this.tried = item;
    const rejection = this.playing.play(item);
    if (rejection) {
      this.ahead = [];
      return rejection;
    }
    this.fromStory.add(item);
    this.labels.push(next.label);
    return undefined;
  }

  /** On to the next moment at which something happens by itself. @returns whether there was one. */
  next(label: (at: string) => Text): boolean {
    const { world } = this;
    if (world.nextDue() === undefined) return false;
    // Some moments change nothing to see: which one does, is looked up in a twin of this world.
    const before = world.snapshot();
    const [facts, messages] = [this.facts.length, this.messages.length];
    for (let n = 0; n < 200 && world.nextDue() !== undefined; n += 1) {
      world.advanceNext();
      if (this.facts.length + this.messages.length > facts + messages) break;
    }
    const { at } = world;
    world.restore(before);
    world.facts.length = facts;
    world.messages.length = messages;
    return this.step({ at: writtenMoment(dutchCalendar.zone, at) }, label(at)) === undefined;
  }

  jump(day: string, label: (at: string) => Text): void {
    const at = toInstant(dutchCalendar.zone, day, '10:00');
    if (at > this.world.at) this.step({ at: writtenMoment(dutchCalendar.zone, at) }, label(at));
  }

  get canGoBack(): boolean {
    return this.playing.canGoBack;
  }

  /** As it was before the last step; a step of the story that was opened comes next again. */
  back(): void {
    if (!this.canGoBack) return;
    const item = this.playing.items.at(-1);
    this.playing.back();
    const label = this.labels.pop();
    if (item && label !== undefined && this.fromStory.has(item)) this.ahead.unshift({ item, label });
  }

  /** What was played as a scenario. */
  written(title: string): WrittenScenario {
    const { stage, items } = this.playing;
    return writeScenario({ title, process: this.definition.id, stage, items });
  }

  nameOf(person: string): string | undefined {
    const { people, roles } = this.playing.stage.cast;
    return (people[person] ?? people[roles[person]?.[0] ?? ''])?.name;
  }

  /** The processes in it, each with where it is and has been. */
  frames(): FrameSeen[] {
    const { frames, factsIn } = this.playing.frames;
    return frames.map((frame) => {
      const seen = factsIn(frame.key).reduce<InstanceView | undefined>(applyFact, undefined);
      return {
        ...frame,
        walked: seen ? [...Object.keys(seen.walked.elements), ...Object.keys(seen.walked.flows)] : [],
        // What it waits for ends with the whole, also where that was stopped.
        present: this.ended ? [] : (seen?.active.map(({ element }) => element) ?? []),
      };
    });
  }

  /** In which called process something stands. */
  private frameOf(scope: string): string {
    const { elements = {} } = this.state ?? {};
    let at = elements[scope];
    while (at && at.called === undefined) at = elements[at.scope];
    return at?.key ?? '';
  }

  private definitionIn(d: number): Definition {
    return this.world.definitionsOf(this.instance as string)[d]?.definition ?? this.definition;
  }

  tasks(): OpenTask[] {
    const { state } = this;
    if (state?.status !== 'running') return [];
    const open: OpenTask[] = [];
    for (const one of Object.values(state.elements)) {
      if (!one.task || one.parts) continue;
      open.push(this.openTask(one, one.task));
    }
    return open.toSorted((a, b) => (a.due ?? '~').localeCompare(b.due ?? '~'));
  }

  private openTask({ key, element: id, d, scope }: ElementInstance, task: Task): OpenTask {
    const definition = this.definitionIn(d);
    const element = definition.elements.find((one) => one.id === id);
    const confirms = task.name === `${id}.confirm`;
    const own = task.about === undefined ? element : undefined;
    const formId = formOfTask(own, confirms);
    const form = definition.forms.find((one) => one.id === formId);
    const due = this.facts.findLast((fact) => fact.type === 'due.set' && fact.item === task.name);
    const outcomes = task.outcomes ?? (own?.type === 'userTask' ? (own.outcomes ?? []) : []);
    return {
      key,
      name: task.name,
      element: id,
      title: task.label ?? element?.name,
      roles: task.roles,
      side: task.side,
      person: task.owner === undefined ? (task.roles[0] ?? 'coordinator') : this.playing.named(task.owner),
      ...(task.due ? { due: task.due } : {}),
      late: task.late ?? false,
      ...(form ? { form } : {}),
      outcomes,
      meeting: own?.type === 'userTask' && own.meeting !== undefined,
      confirms,
      frame: this.frameOf(scope),
      ...(due?.type === 'due.set' ? { ledger: due.ledger } : {}),
    };
  }

  /** What waits for a moment or a message. */
  waiting(): Waiting[] {
    const { state } = this;
    if (state?.status !== 'running') return [];
    return Object.values(state.elements).flatMap((one) => {
      const element = this.definitionIn(one.d).elements.find(({ id }) => id === one.element);
      if (element?.type !== 'intermediateCatchEvent') return [];
      const timer = Object.values(state.timers).find((at) => at.kind === 'wait' && at.key === one.key);
      return [
        {
          element: one.element,
          frame: this.frameOf(one.scope),
          title: element.name,
          ...(timer ? { until: timer.at } : {}),
          ...(element.triggers.message ? { message: element.triggers.message.name } : {}),
        },
      ];
    });
  }

  /** Automatic work that waits here for how it goes. */
  work(): { element: string; title: Text | undefined; answers: AnswerToWork[] }[] {
    const { state } = this;
    if (state?.status !== 'running') return [];
    const waiting = Object.values(state.jobs).flatMap(({ element }) =>
      element === undefined ? [] : (state.elements[element] ?? []),
    );
    return [...new Map(waiting.map((one) => [one.element, one.d]))].map(([id, d]) => ({
      element: id,
      title: this.definitionIn(d).elements.find((one) => one.id === id)?.name,
      answers: answersOf(this.drawings.of(this.definitionIn(d)), id).map((answer) => ({
        item: { job: { element: id, ...answer } },
        ...('error' in answer
          ? { error: answer.error }
          : Object.keys(answer.complete).length > 0
            ? { result: answer.complete }
            : {}),
      })),
    }));
  }

  commitments() {
    const { state } = this;
    return state ? Object.values(state.commitments) : [];
  }

  /** Where work that is done at once leads to itself without end. */
  get goesRoundAt(): string | undefined {
    return this.world.goesRoundAt;
  }

  /** Where it stands still for good. */
  get standstill(): string | undefined {
    const { state } = this;
    return state && standstillIn(state);
  }

  incidents() {
    const { state } = this;
    return state ? outstanding(state).incidents : [];
  }

  get variables(): Variables {
    return this.state?.variables[''] ?? {};
  }
  get people(): Record<string, string[]> {
    return this.state?.people ?? {};
  }
  get ended(): { outcomes: string[] } | undefined {
    const { state } = this;
    return state && state.status !== 'running' ? { outcomes: state.outcomes } : undefined;
  }
  side(role: string): Side {
    return sideOf(this.definition, role);
  }
  words(message: SimulatedMessage): { subject: string; text: string } {
    return message.texts[this.language];
  }
}
