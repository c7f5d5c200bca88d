// A definition reduced to what moves its tokens, for the engine to play every way through it: no dates, texts or people; what comes
// from outside is left to the explorer, and conditions on it become questions that the explorer answers.
import type { Definition, Element, ElementOf, Flow } from '../../contract/index.ts';
import { alwaysOrNever, constantOf } from '../check/constant.ts';
import { assignsOf, isCarrying, isEventSubProcess, type Model } from '../check/model.ts';
import { parse } from '../feel/index.ts';
import {
  conditionsOf,
  counterOf,
  followed,
  MOST_ROUNDS,
  type Sources,
  sourcesIn,
} from './known-variables.ts';
import { type Pause, pausesIn } from './pauses.ts';

/** A condition that data decide. */
export interface Question {
  /** The variable that holds the answer while a step is taken. */
  name: string;
  /** The condition; absent where it does not decide alone (a loop also ends when it is full). */
  text?: string;
  /** That it does not hold says nothing of the data. */
  onlyYes?: true;
}

export interface Bare {
  model: Model;
  definition: Definition;
  sources: Map<string, Sources>;
  /** Variables that are kept, because the engine works them out itself. */
  followed: ReadonlySet<string>;
  /** By flow, and by element for what it asks to go on or to be done. */
  ofFlow: Map<string, Question>;
  again: Map<string, Question>;
  completion: Map<string, Question>;
  done: Map<string, Question>;
  /** Elements done for each of a list whose length data decide: the variable that holds it. */
  sizes: Map<string, string>;
  /** Loops without a maximum: they were cut off here, and go on in the drawing for as long as the condition holds. */
  cutOff: ReadonlySet<string>;
  /** Events on an agreement's border watch both its halves: the second one, by the first. */
  twins: Map<string, string>;
  /** Waits put on flows that close a circle without one. */
  pauses: Map<string, Pause>;
}

/** Instances of one activity that are played side by side: more of them show nothing new. */
export const MOST_INSTANCES = 2;
/** Passes of a loop that are played. */
const MOST_PASSES = 2;
/** Whoever does it: people do not matter here. */
const SOMEBODY = 'somebody';
/** An outcome of a called process that no flow names. */
export const OTHER_OUTCOME = 'other';
/** A trigger nothing fires. */
const NEVER = { signal: '~' };

export function bareOf(model: Model): Bare {
  const sources = sourcesIn(model);
  const all = followed(model, sources);
  const counters = [...model.elements.values()].flatMap((element) => counterOf(element) ?? []);
  const asked = new Set([...conditionsOf(model).flatMap(namesIn), ...counters]);
  return new Stripping(model, sources, withWhatTheyRead(asked, all, sources)).run();
}

const namesIn = (text: string): string[] => {
  const parsed = parse(text);
  return parsed.ok ? parsed.names : [];
};

/** Of the variables that can be followed those that conditions ask for, and what these are worked out from. */
function withWhatTheyRead(
  asked: ReadonlySet<string>,
  all: ReadonlySet<string>,
  sources: Map<string, Sources>,
): Set<string> {
  const names = new Set<string>();
  const open = [...asked].filter((name) => all.has(name));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const { reads } of sources.get(name)?.assigned ?? []) open.push(...reads);
  }
  return names;
}

class Stripping implements Bare {
  readonly model: Model;
  readonly sources: Map<string, Sources>;
  readonly followed: ReadonlySet<string>;
  readonly ofFlow = new Map<string, Question>();
  readonly again = new Map<string, Question>();
  readonly completion = new Map<string, Question>();
  readonly done = new Map<string, Question>();
  readonly sizes = new Map<string, string>();
  readonly cutOff = new Set<string>();
  readonly twins = new Map<string, string>();
  readonly pauses: Map<string, Pause>;
  definition: Definition;
  #asked = 0;

  constructor(model: Model, sources: Map<string, Sources>, names: ReadonlySet<string>) {
    this.model = model;
    this.sources = sources;
    this.followed = names;
    this.definition = model.definition;
    this.pauses = new Map(pausesIn(model).map((pause) => [pause.id, pause]));
  }

  run(): this {
    const { model } = this;
    const elements = [...model.elements.values()].flatMap((element) => this.#element(element));
    const flows = [
      ...model.definition.flows
        .filter(({ from, to }) => model.elements.has(from) && model.elements.has(to))
        .flatMap((flow) => this.#flow(flow)),
      ...[...model.elements.values()].flatMap(insideOf),
    ];
    const variables = Object.fromEntries(
      Object.entries(model.definition.variables).filter(([name]) => this.followed.has(name)),
    );
    this.definition = {
      v: 1,
      id: 'Bare',
      name: 'Bare',
      roles: [{ id: SOMEBODY, name: SOMEBODY, side: 'us' }],
      elements: [...elements, ...this.#waiting()],
      flows: flows.flatMap((flow) => this.#pausing(flow)),
      forms: [],
      ladders: [],
      texts: {},
      variables,
    };
    return this;
  }

  /** What stands on a flow that closes a circle. A link that does so is left: it has no line to put it on. */
  #waiting(): Element[] {
    return [...this.pauses.values()].map(({ id, flow }): Element => {
      const parent = this.model.elements.get(flow.from)?.parent;
      return { id, type: 'receiveTask', ...(parent === undefined ? {} : { parent }) };
    });
  }

  #pausing(flow: Flow): Flow[] {
    const pause = this.pauses.get(`~${flow.id}`);
    if (!pause) return [flow];
    return [
      { ...flow, to: pause.id },
      { id: `${pause.id}~`, from: pause.id, to: flow.to },
    ];
  }

  #question(text: string | undefined, onlyYes = false): Question {
    this.#asked += 1;
    return {
      name: `q${this.#asked}`,
      ...(text === undefined ? {} : { text }),
      ...(onlyYes ? { onlyYes: true as const } : {}),
    };
  }

  /** A condition that the drawing alone decides stays as it is. */
  #isSettled(text: string): boolean {
    return alwaysOrNever(text) !== undefined || namesIn(text).every((name) => this.followed.has(name));
  }

  /** What stands in the place of a condition: itself, or the variable of a question. */
  #condition(text: string, into: Map<string, Question>, at: string): string {
    if (this.#isSettled(text)) return text;
    const question = this.#question(text);
    into.set(at, question);
    return question.name;
  }

  #flow(flow: Flow): Flow[] {
    const source = this.model.elements.get(flow.from);
    const { id, to, outcome, condition, default: otherwise } = flow;
    const kept: Flow = {
      id,
      from: source?.type === 'agreement' ? `${flow.from}.confirm` : flow.from,
      to,
      ...(outcome === undefined ? {} : { outcome }),
      ...(otherwise ? { default: true } : {}),
    };
    if (source?.type === 'agreement' && outcome === undefined && !otherwise) kept.outcome = 'confirm';
    const twin = this.twins.get(flow.from);
    const more = twin === undefined ? [] : [{ ...kept, id: `${id}~`, from: twin }];
    if (condition === undefined) return [kept, ...more];
    if (source?.type === 'exclusiveGateway' && source.loop)
      return [this.#looping(kept, condition, source.loop.max)];
    const asked = this.#condition(condition, this.ofFlow, id);
    return [kept, ...more].map((one) => ({ ...one, condition: asked }));
  }

  /** A loop that is not followed round by round may go on or be full at any time. */
  #looping(flow: Flow, condition: string, max: number): Flow {
    if (max <= MOST_ROUNDS && this.#isSettled(condition)) return { ...flow, condition };
    const question = this.#question(condition, true);
    this.ofFlow.set(flow.id, question);
    return { ...flow, condition: question.name };
  }

  #element(element: Element): Element[] {
    const { id, parent } = element;
    const set = assignsOf(element).filter((one) => 'value' in one && this.followed.has(one.variable));
    const base = {
      id,
      ...(parent === undefined ? {} : { parent }),
      ...(set.length > 0 ? { set } : {}),
    };
    const carried = { ...base, ...(isCarrying(element) ? this.#carried(element) : {}) };
    switch (element.type) {
      case 'startEvent':
        return [this.#start(element, base)];
      case 'endEvent': {
        const { end, code } = element;
        const isQuiet = end === 'message' || end === 'signal';
        return [
          {
            ...base,
            type: 'endEvent',
            end: isQuiet ? 'none' : end,
            ...(code === undefined || isQuiet ? {} : { code }),
          },
        ];
      }
      case 'userTask':
        return [
          taskOf(
            carried,
            (element.outcomes ?? []).map((one) => one.id),
          ),
        ];
      case 'agreement':
        return [
          taskOf({ id, ...(parent === undefined ? {} : { parent }) }, ['sent']),
          taskOf({ ...base, id: `${id}.confirm` }, ['confirm', 'change']),
        ];
      case 'callActivity':
        return [taskOf(carried, this.#outcomesOfCall(element))];
      case 'serviceTask':
        return [{ ...carried, type: 'serviceTask', job: 'work', retries: 0 }];
      case 'receiveTask':
        return [{ ...carried, type: 'receiveTask' }];
      case 'sendTask':
      case 'scriptTask':
      case 'businessRuleTask':
      case 'manualTask':
        return [{ ...carried, type: 'scriptTask' }];
      case 'unsupported':
        return element.attachedTo === undefined ? [{ ...base, type: 'manualTask' }] : [];
      case 'exclusiveGateway': {
        const { loop } = element;
        const isFollowed = loop && loop.max <= MOST_ROUNDS && this.followed.has(loop.counter);
        const condition = this.model.outgoing(id).flatMap((flow) => flow.condition ?? []);
        const isExact =
          isFollowed || (loop && loop.max <= MOST_ROUNDS && condition.every((text) => this.#isSettled(text)));
        return [{ ...base, type: 'exclusiveGateway', ...(loop && isExact ? { loop } : {}) }];
      }
      case 'parallelGateway':
      case 'inclusiveGateway':
      case 'eventBasedGateway':
        return [{ ...base, type: element.type }];
      case 'intermediateCatchEvent': {
        const { link } = element.triggers;
        return [{ ...base, type: element.type, triggers: link === undefined ? {} : { link } }];
      }
      case 'intermediateThrowEvent': {
        const { escalation, link, compensation } = element.throws ?? {};
        return [
          {
            ...base,
            type: element.type,
            throws: {
              ...(escalation === undefined ? {} : { escalation }),
              ...(link === undefined ? {} : { link }),
              ...(compensation ? { compensation } : {}),
            },
            ...(element.when === undefined ? {} : { when: 'false' }),
          },
        ];
      }
      case 'boundaryEvent':
        return this.#boundary(element, base);
      case 'subProcess': {
        const { event, transaction, adHoc } = element;
        const completion = adHoc?.completion;
        return [
          {
            ...carried,
            type: 'subProcess',
            ...(event ? { event } : {}),
            ...(transaction ? { transaction } : {}),
            ...(adHoc
              ? {
                  adHoc: {
                    ...(adHoc.sequential ? { sequential: true } : {}),
                    ...(adHoc.cancelRemaining === undefined
                      ? {}
                      : { cancelRemaining: adHoc.cancelRemaining }),
                    ...(completion === undefined
                      ? {}
                      : { completion: this.#condition(completion, this.done, id) }),
                  },
                }
              : {}),
          },
        ];
      }
    }
  }

  /** The start of a process begins when the explorer says so; that of an event sub-process too, but for what is thrown inside. */
  #start(element: ElementOf<'startEvent'>, base: { id: string; parent?: string }): Element {
    const { triggers, interrupting } = element;
    const within = this.model.elements.get(element.parent ?? '');
    const inEvent = isEventSubProcess(within);
    const { error, escalation, compensation } = triggers ?? {};
    const thrown = {
      ...(error === undefined ? {} : { error }),
      ...(escalation === undefined ? {} : { escalation }),
      ...(compensation ? { compensation } : {}),
    };
    const waits = element.schedule !== undefined || Object.keys(triggers ?? {}).length > 0;
    return {
      ...base,
      type: 'startEvent',
      ...(interrupting === undefined ? {} : { interrupting }),
      ...(inEvent
        ? { triggers: thrown }
        : within && waits
          ? // In a part it begins nothing.
            { triggers: NEVER }
          : {}),
    };
  }

  #boundary(element: ElementOf<'boundaryEvent'>, base: { id: string; parent?: string }): Element[] {
    const { attachedTo, interrupting, triggers, handler } = element;
    const { error, escalation, compensation, cancel } = triggers;
    if (!this.model.elements.has(attachedTo)) return [];
    const made: Element = {
      ...base,
      type: 'boundaryEvent',
      attachedTo,
      interrupting,
      triggers: {
        ...(error === undefined ? {} : { error }),
        ...(escalation === undefined ? {} : { escalation }),
        ...(compensation ? { compensation } : {}),
        ...(cancel ? { cancel } : {}),
      },
      ...(handler !== undefined && this.model.elements.has(handler) ? { handler } : {}),
    };
    if (this.model.elements.get(attachedTo)?.type !== 'agreement') return [made];
    const twin = `${element.id}~`;
    this.twins.set(element.id, twin);
    return [made, { ...made, id: twin, attachedTo: `${attachedTo}.confirm` }];
  }

  #carried(element: Extract<Element, { many?: unknown }>): Record<string, unknown> {
    const { id, many, again, forCompensation, when } = element;
    return {
      ...(forCompensation ? { forCompensation } : {}),
      ...(when === undefined ? {} : { when: 'false' }),
      ...(many
        ? {
            many: {
              ...(many.sequential ? { sequential: true } : {}),
              count: this.#count(id, many),
              ...(many.completion === undefined
                ? {}
                : { completion: this.#condition(many.completion, this.completion, id) }),
            },
          }
        : {}),
      ...(again && !many ? { again: this.#loop(id, again) } : {}),
    };
  }

  #count(
    id: string,
    { count, items }: { count?: number | string | undefined; items?: string | undefined },
  ): number | string {
    const given =
      typeof count === 'number' ? count : count === undefined ? undefined : constantOf(count)?.value;
    const list = items === undefined ? undefined : this.#listOf(items);
    const size = list ?? (typeof given === 'number' ? given : undefined);
    if (size !== undefined) return Math.max(0, Math.min(size, MOST_INSTANCES));
    this.#asked += 1;
    const name = `n${this.#asked}`;
    this.sizes.set(id, name);
    return name;
  }

  /** How long a list is that is written out, or declared and never changed. */
  #listOf(items: string): number | undefined {
    const constant = constantOf(items);
    const source = this.sources.get(items.trim());
    const isFixed =
      source &&
      !source.byEngine &&
      [source.assigned, source.brought, source.made].every((l) => l.length === 0);
    const list = constant?.value ?? (isFixed ? source.declared : undefined);
    return Array.isArray(list) ? list.length : undefined;
  }

  #loop(
    id: string,
    { condition, before, max }: { condition: string; before?: boolean | undefined; max?: number | undefined },
  ) {
    if (max === undefined) this.cutOff.add(id);
    return {
      condition: this.#condition(condition, this.again, id),
      ...(before ? { before } : {}),
      max: Math.min(max ?? MOST_PASSES, MOST_PASSES),
    };
  }

  /** As far as flows tell them apart; any other where that goes on too. */
  #outcomesOfCall({ id }: ElementOf<'callActivity'>): string[] {
    const flows = this.model.outgoing(id);
    const named = [...new Set(flows.flatMap(({ outcome }) => outcome ?? []))];
    if (named.length === 0) return [];
    const goesOnAnyway = flows.some((flow) => flow.outcome === undefined);
    return goesOnAnyway ? [...named, OTHER_OUTCOME] : named;
  }
}

/** Between the halves of an agreement. */
function insideOf({ id, type }: Element): Flow[] {
  if (type !== 'agreement') return [];
  return [
    { id: `${id}.sent`, from: id, to: `${id}.confirm`, outcome: 'sent' },
    { id: `${id}.change`, from: `${id}.confirm`, to: id, outcome: 'change' },
  ];
}

function taskOf(base: { id: string } & Record<string, unknown>, outcomes: string[]): Element {
  return {
    ...base,
    type: 'userTask',
    roles: [SOMEBODY],
    ladder: 'none',
    opening: 'silent',
    ...(outcomes.length > 0 ? { outcomes: outcomes.map((id) => ({ id, label: id })) } : {}),
  };
}

export const people = { [SOMEBODY]: [SOMEBODY] };
