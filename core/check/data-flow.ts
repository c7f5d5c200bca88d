// Which variables have a value when an element begins: surely, or only on some of the ways there.
import type { Decision, Element, Flow } from '../../contract/index.ts';
import { readsOf } from '../feel/index.ts';
import { isNeverEmpty } from '../known-names.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import { type Beside, besideIn } from './beside.ts';
import { constantOf } from './constant.ts';
import { entriesOf } from './graph.ts';
import { localsOf } from './locals.ts';
import {
  adHocOf,
  assignsOf,
  isCarrying,
  isCompensationBoundary,
  isEventSubProcess,
  isForCompensation,
  type Model,
  mayBeNone,
  outcomesOf,
  triggersOf,
} from './model.ts';
import { decidedBy, decisionOf, variablesSet } from './variables.ts';

export type Certainty = 'surely' | 'maybe';

/** What is known on the way: names that have a value on every way here, and on any. */
interface Known {
  sure: ReadonlySet<string>;
  may: ReadonlySet<string>;
}

/**
 * The variables seen by an element when it begins, by name. A name that is not there never has a value by then.
 *
 * *Surely* means: on every way through the drawing to this element something gave it a value. An expression over such values
 * counts as one. What people do beside the drawing is left out: skipping a step, a repair, values of a wrong type.
 */
export function variablesAt(model: Model, element: string): Map<string, Certainty> {
  return asMap(flowOf(model).before.get(element));
}

/** The same inside it: with its own values, and its number and item among many. */
export function variablesInside(model: Model, element: string): Map<string, Certainty> {
  const before = flowOf(model).before.get(element);
  const at = model.elements.get(element);
  return asMap(before && at ? withLocals(at, before) : before);
}

/** While it ends: with what its form, job or message brought. */
export function variablesAtEnd(model: Model, element: string): Map<string, Certainty> {
  const before = flowOf(model).before.get(element);
  const at = model.elements.get(element);
  if (!before || !at) return new Map();
  // What lies in a part was done by then.
  if (at.type === 'subProcess') return variablesAfter(model, element);
  return asMap(given(given(withLocals(at, before), givesOf(model, at)), outcomeOf(at)));
}

/** And when it has ended. */
export function variablesAfter(model: Model, element: string): Map<string, Certainty> {
  return asMap(flowOf(model).after.get(element));
}

/** One way from a start to an element on which nothing gives a variable a value, as elements; empty where there is none. */
export function wayWithout(model: Model, element: string, variable: string): string[] {
  const { before, after } = flowOf(model);
  const lacks = (known: Known | undefined) => known !== undefined && !known.sure.has(variable);
  const from = new Map<string, string | undefined>();
  const open: string[] = [];
  for (const { id } of entriesOf(model, ''))
    if (lacks(before.get(id))) {
      from.set(id, undefined);
      open.push(id);
    }
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (id === element) break;
    for (const { to, known } of nextWith(model, id, before, after)) {
      if (from.has(to) || !lacks(known) || !lacks(before.get(to))) continue;
      from.set(to, id);
      open.push(to);
    }
  }
  const way: string[] = [];
  if (!from.has(element)) return way;
  for (let at: string | undefined = element; at !== undefined; at = from.get(at)) way.unshift(at);
  return way;
}

/** What an element's completion is called among variables, for “this only after that”. */
export const doneName = (element: string, outcome?: string): string =>
  outcome === undefined ? `\u2713 ${element}` : `\u2713 ${element} ${outcome}`;

const asMap = (known: Known | undefined): Map<string, Certainty> =>
  new Map(
    [...(known?.may ?? [])]
      .filter((name) => !name.startsWith('\u2713'))
      .map((name) => [name, known?.sure.has(name) ? 'surely' : 'maybe'] as const),
  );

/** Whether a story can come to an element at all. */
export const isReached = (model: Model, element: string): boolean => flowOf(model).before.has(element);

/** Whether an element has surely been done, with its last outcome, whenever another one begins. */
export const surelyDone = (model: Model, element: string, name: string): boolean =>
  flowOf(model).before.get(element)?.sure.has(name) ?? true;

interface DataFlow {
  before: Map<string, Known>;
  after: Map<string, Known>;
}

const flows = new WeakMap<Model, DataFlow>();

/** Which elements may leave a name without a value. */
type Emptied = Map<string, Set<string>>;

/**
 * What may be left empty beside other work is only known once it was gone through: as long as that shows more, it is gone
 * through again without being sure of those names there.
 */
function flowOf(model: Model): DataFlow {
  const known = flows.get(model);
  if (known) return known;
  const beside = besideIn(model);
  let emptied: Emptied = new Map();
  let made = new Analysis(model, emptied, beside).run();
  while (sizeOf(made.emptied) > sizeOf(emptied)) {
    emptied = made.emptied;
    made = new Analysis(model, emptied, beside).run();
  }
  flows.set(model, made);
  return made;
}

const sizeOf = (emptied: Emptied) => [...emptied.values()].reduce((sum, { size }) => sum + size, 0);

const NOTHING: Known = { sure: new Set(), may: new Set() };

/** On either of two ways. */
function either(a: Known | undefined, b: Known): Known {
  if (!a) return b;
  return {
    sure: new Set([...a.sure].filter((name) => b.sure.has(name))),
    may: new Set([...a.may, ...b.may]),
  };
}

/** Along two ways that both were gone. */
const together = (a: Known | undefined, b: Known): Known =>
  a ? { sure: new Set([...a.sure, ...b.sure]), may: new Set([...a.may, ...b.may]) } : b;

const equal = (a: Known | undefined, b: Known): boolean =>
  a !== undefined && a.sure.size === b.sure.size && a.may.size === b.may.size;

/** Adds values: `sure` have one now, `maybe` have one on some ways, `lost` surely have none any more. */
function given(known: Known, { sure = [], maybe = [], lost = [] }: Gives): Known {
  const next = { sure: new Set(known.sure), may: new Set(known.may) };
  for (const name of lost) {
    next.sure.delete(name);
    next.may.delete(name);
  }
  for (const name of maybe) {
    next.may.add(name);
  }
  for (const name of sure) {
    next.sure.add(name);
    next.may.add(name);
  }
  return next;
}

interface Gives {
  sure?: Iterable<string>;
  maybe?: Iterable<string>;
  lost?: Iterable<string>;
}

class Analysis implements DataFlow {
  readonly before = new Map<string, Known>();
  readonly after = new Map<string, Known>();
  /** Names that an assignment may leave empty, found on the way. */
  readonly emptied: Emptied;
  readonly #model: Model;
  /** Everything that may have a value at some time, for what begins at any moment. */
  readonly #all: ReadonlySet<string>;
  readonly #before: Emptied;
  readonly #beside: Beside;
  readonly #unsure = new Map<string, ReadonlySet<string>>();
  /** Elements, and ends of them, that others need to have been done. */
  readonly #needed: ReadonlySet<string>;

  constructor(model: Model, emptied: Emptied, beside: Beside) {
    this.#model = model;
    this.#before = emptied;
    this.emptied = new Map([...emptied].map(([name, by]) => [name, new Set(by)]));
    this.#beside = beside;
    this.#needed = new Set(
      [...model.elements.values()].flatMap(({ needs }) =>
        (needs ?? []).map(({ element, outcome }) => doneName(element, outcome)),
      ),
    );
    this.#all = new Set([...variablesSet(model), ...this.#needed]);
  }

  run(): this {
    const declared = Object.entries(this.#model.definition.variables)
      .filter(([, value]) => value !== null)
      .map(([name]) => name);
    this.#scope('', given(NOTHING, { sure: declared }));
    return this;
  }

  /** Leaves out what cannot be sure at an element, because something beside it may empty it. */
  #certain(at: string, { sure, may }: Known): Known {
    const unsure = this.#unsureAt(at);
    return unsure.size === 0
      ? { sure, may }
      : { sure: new Set([...sure].filter((name) => !unsure.has(name))), may };
  }

  #unsureAt(at: string): ReadonlySet<string> {
    const known = this.#unsure.get(at);
    if (known) return known;
    const names = [...this.#before].filter(([, by]) => [...by].some((one) => this.#beside(at, one)));
    const made = new Set(names.map(([name]) => name));
    this.#unsure.set(at, made);
    return made;
  }

  /** Goes through a scope until nothing changes. @returns what is known when it is done. */
  #scope(scope: string, entry: Known): Known {
    const model = this.#model;
    const members = model.children(scope);
    const anyOrder = adHocOf(model.elements.get(scope)) !== undefined;
    const beginnings = new Map<string, Known>();
    // In any order others may have been done before; what waits beside a scope may begin at any moment in it.
    const anyTime = { sure: entry.sure, may: this.#all };
    for (const { id } of entriesOf(model, scope))
      beginnings.set(id, this.#certain(id, anyOrder ? anyTime : entry));
    for (const { id } of members.filter(isEventSubProcess)) beginnings.set(id, this.#certain(id, anyTime));
    const open = [...beginnings.keys()];
    const queued = new Set(open);
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      queued.delete(id);
      const arriving = this.#arriving(id, beginnings.get(id));
      const before = arriving && this.#atEachPass(id, arriving);
      if (!before || (this.after.has(id) && equal(this.before.get(id), before))) continue;
      this.before.set(id, before);
      const after = this.#certain(id, this.#through(id, before));
      const changed = !equal(this.after.get(id), after);
      this.after.set(id, after);
      const next = [
        ...(changed ? model.outgoing(id).map(({ to }) => to) : []),
        ...this.#atBorder(id, before, after, beginnings),
      ];
      for (const to of next)
        if (!queued.has(to)) {
          queued.add(to);
          open.push(to);
        }
    }
    return this.#done(scope, entry);
  }

  /** What is done many times begins after what one of these may have left behind. */
  #atEachPass(id: string, arriving: Known): Known {
    const element = this.#model.elements.get(id);
    if (!element || !isCarrying(element) || !(element.many || element.again)) return arriving;
    let before = arriving;
    for (;;) {
      const next = either(before, this.#certain(id, this.#pass(element, before)));
      if (equal(before, next)) return before;
      before = next;
    }
  }

  /** What is known when an element begins: along any of its flows, at a join along all, or because it is a beginning. */
  #arriving(id: string, beginning: Known | undefined): Known | undefined {
    const model = this.#model;
    const incoming = model.incoming(id);
    const joins = model.elements.get(id)?.type === 'parallelGateway' && incoming.length > 1;
    // A join goes on once every way has come; until then nothing is known of it.
    if (joins && incoming.some(({ from }) => !this.after.has(from))) return undefined;
    let known = beginning;
    for (const flow of incoming) {
      const after = this.after.get(flow.from);
      if (!after) continue;
      const along = this.#certain(id, this.#along(flow, after));
      known = known ? (joins ? together(known, along) : either(known, along)) : along;
    }
    return known;
  }

  /** What taking a flow tells: which outcome was chosen, and what its condition proves. */
  #along(flow: Flow, known: Known): Known {
    const source = this.#model.elements.get(flow.from);
    if (!source) return known;
    const proved = flow.condition === undefined ? [] : readsOf(flow.condition).proves;
    const sure = [...proved].filter((name) => known.may.has(name));
    if (flow.outcome === undefined) return given(known, { sure });
    const others = outcomesOf(source).filter(({ id }) => id !== flow.outcome);
    return given(known, {
      sure: [...sure, ...this.#named(source.id, flow.outcome)],
      lost: others.flatMap(({ id }) => this.#named(source.id, id)),
    });
  }

  /** The name of something done, where anything needs it. */
  #named(element: string, outcome?: string): string[] {
    const name = doneName(element, outcome);
    return this.#needed.has(name) ? [name] : [];
  }

  /** What an element that began like this leaves behind. */
  #through(id: string, before: Known): Known {
    const element = this.#model.elements.get(id);
    if (!element) return before;
    const done = this.#pass(element, before);
    return this.#settled(element, mayBeNone(element) ? either(done, before) : done);
  }

  /** What doing it once leaves behind. */
  #pass(element: Element, before: Known): Known {
    const { id } = element;
    const inside = withLocals(element, before);
    const own = (within: Known, around: Known) =>
      afterOwn(this.#model, element, within, around, this.#empties(id));
    return element.type === 'subProcess'
      ? this.#outOf(element, before, this.#scope(id, inside), own)
      : own(inside, before);
  }

  #empties(by: string): (name: string) => void {
    return (name) => {
      const all = this.emptied.get(name) ?? new Set();
      this.emptied.set(name, all.add(by));
    };
  }

  /** It has been done; with which outcome is told by the flow, unless there is only one. */
  #settled(element: Element, known: Known): Known {
    if (this.#needed.size === 0) return known;
    const outcomes = outcomesOf(element).flatMap(({ id }) => this.#named(element.id, id));
    const isCertain = outcomesOf(element).length === 1;
    const { sure, may } = given(known, { lost: outcomes });
    return given(
      { sure, may },
      { sure: [...this.#named(element.id), ...(isCertain ? outcomes : [])], maybe: outcomes },
    );
  }

  /** Leaving a part: its own values are gone, those outside of the same name are as before. */
  #outOf(element: Element, before: Known, after: Known, own: (within: Known, around: Known) => Known): Known {
    const names = new Set(localsOf(element));
    const keep = (inner: ReadonlySet<string>, outer: ReadonlySet<string>) =>
      new Set([
        ...[...inner].filter((name) => !names.has(name)),
        ...[...names].filter((name) => outer.has(name)),
      ]);
    const left = { sure: keep(after.sure, before.sure), may: keep(after.may, before.may) };
    return own(after, left);
  }

  /** Events on a border begin while it is active, with what it may have brought by then; what undoes it, once it is done. */
  #atBorder(id: string, before: Known, after: Known, beginnings: Map<string, Known>): string[] {
    const model = this.#model;
    const next: string[] = [];
    for (const boundary of model.boundaries(id)) {
      next.push(boundary.id);
      if (!isCompensationBoundary(boundary)) {
        const may = new Set([...before.may, ...after.may, ...brought(model, boundary)]);
        beginnings.set(boundary.id, this.#certain(boundary.id, { sure: before.sure, may }));
        continue;
      }
      beginnings.set(boundary.id, after);
      const handler = model.handlerOf(boundary);
      if (!handler || !isForCompensation(handler)) continue;
      beginnings.set(handler.id, this.#certain(handler.id, { sure: after.sure, may: this.#all }));
      next.push(handler.id);
    }
    return next;
  }

  /** Whether an element is one of these, or lies in one. */
  #isIn(id: string, parts: ReadonlySet<string>): boolean {
    for (let at = this.#model.elements.get(id); at; at = this.#model.elements.get(at.parent ?? ''))
      if (parts.has(at.id)) return true;
    return false;
  }

  /** A scope is done at any of the places where its ways end. */
  #done(scope: string, entry: Known): Known {
    const model = this.#model;
    const members = model.children(scope);
    // Beside the way that ended last, others brought what they may.
    const may = new Set(entry.may);
    for (const { id } of members) for (const name of this.after.get(id)?.may ?? []) may.add(name);
    if (adHocOf(model.elements.get(scope))) {
      // Any of it may have been done, or none.
      const inside = new Set(members.map(({ id }) => id));
      const emptied = [...this.#before].filter(([, by]) => [...by].some((id) => this.#isIn(id, inside)));
      const unsure = new Set(emptied.map(([name]) => name));
      return { sure: new Set([...entry.sure].filter((name) => !unsure.has(name))), may };
    }
    let known: Known | undefined;
    for (const one of members) {
      const after = this.after.get(one.id);
      if (after && endsScope(model, one)) known = either(known, after);
    }
    return { sure: known?.sure ?? entry.sure, may };
  }
}

/** Where a way through a scope ends; what runs beside it, or undoes something, does not end it. */
function endsScope(model: Model, one: Element): boolean {
  if (model.outgoing(one.id).length > 0 || isForCompensation(one) || isCompensationBoundary(one))
    return false;
  if (!isEventSubProcess(one)) return true;
  return model
    .children(one.id)
    .some(
      (start) => start.type === 'startEvent' && (start.interrupting ?? true) && !start.triggers?.compensation,
    );
}

/** What an activity works out when it begins, its number and its item. */
function withLocals(element: Element, before: Known): Known {
  if (!isCarrying(element)) return before;
  const { inputMapping = [], many, again } = element;
  let known = before;
  if (many || again) known = given(known, { sure: ['loopCounter'] });
  if (many?.item !== undefined) known = given(known, { sure: [many.item] });
  for (const { variable, value } of inputMapping) known = assigned(known, variable, value);
  return known;
}

/** An expression gives a value where all it reads have one, but for what it asks first whether it is there. */
function assigned(known: Known, variable: string, value: string): Known {
  const constant = constantOf(value);
  const { paths, mayBeEmpty } = readsOf(value);
  const isSure = constant
    ? constant.value !== null
    : paths.every(
        ([name]) =>
          name !== undefined && (known.sure.has(name) || mayBeEmpty.has(name) || isNeverEmpty(name)),
      );
  if (isSure) return given(known, { sure: [variable] });
  return constant
    ? given(known, { lost: [variable] })
    : unsureOf(given(known, { maybe: [variable] }), variable);
}

const unsureOf = ({ sure, may }: Known, variable: string): Known => ({
  sure: new Set([...sure].filter((name) => name !== variable)),
  may,
});

/** What an element brings when it ends, and what of that leaves it. `empties` is told what it may leave without a value. */
function afterOwn(
  model: Model,
  element: Element,
  inside: Known,
  before: Known,
  empties: (name: string) => void,
): Known {
  const gives = givesOf(model, element);
  const own = new Set(localsOf(element));
  const within = given(inside, gives);
  const outputs = 'outputMapping' in element ? element.outputMapping : undefined;
  const staysInside = outputs !== undefined || (isCarrying(element) && element.many?.output !== undefined);
  const leaves = (names: Iterable<string> | undefined) => [...(names ?? [])].filter((name) => !own.has(name));
  let outside = staysInside
    ? before
    : given(before, { sure: leaves(gives.sure), maybe: leaves(gives.maybe) });
  const fragile = element.type === 'businessRuleTask' ? leaves(gives.maybe) : [];
  for (const name of staysInside ? [] : fragile)
    if (![...(gives.sure ?? [])].includes(name)) {
      outside = unsureOf(outside, name);
      empties(name);
    }
  outside = given(outside, outcomeOf(element));
  /** Worked out over what is seen inside, and written outside. */
  const write = (variable: string, value: string | undefined): void => {
    const seen = together(outside, within);
    const next = value === undefined ? given(seen, { sure: [variable] }) : assigned(seen, variable, value);
    if (!next.sure.has(variable)) empties(variable);
    outside = next.sure.has(variable)
      ? given(outside, { sure: [variable] })
      : next.may.has(variable)
        ? unsureOf(given(outside, { maybe: [variable] }), variable)
        : given(outside, { lost: [variable] });
  };
  for (const set of assignsOf(element)) write(set.variable, 'value' in set ? set.value : undefined);
  for (const { variable, value } of outputs ?? []) write(variable, value);
  const list = isCarrying(element) ? element.many?.output?.variable : undefined;
  return list === undefined ? outside : given(outside, { sure: [list] });
}

/** The variable that keeps how it ended. */
function outcomeOf(element: Element): Gives {
  const name = outcomeVariable(element.id);
  switch (element.type) {
    case 'userTask': {
      if (!element.outcomes?.length) return {};
      const mayBeSkipped = element.skipWhenSet?.length && !element.outcomes.some((one) => one.default);
      const apart = element.many?.output !== undefined;
      return mayBeSkipped || apart ? { maybe: [name] } : { sure: [name] };
    }
    case 'agreement':
      return { sure: [name, outcomeVariable(`${element.id}.confirm`)] };
    case 'intermediateCatchEvent':
      return element.triggers.link === undefined ? { sure: [name] } : {};
    case 'receiveTask':
      return { sure: [name] };
    default:
      return {};
  }
}

/** What comes with an element's end: a form's answers, a job's result, a message's data. */
function givesOf(model: Model, element: Element): Gives {
  switch (element.type) {
    case 'startEvent':
      return both(
        formGives(model, element.form),
        { maybe: brought(model, element) },
        proved(element.triggers?.condition),
      );
    case 'userTask': {
      const answers = formGives(model, element.form);
      const skips = element.skipWhenSet ?? [];
      if (skips.length === 0) return answers;
      return {
        sure: [...(answers.sure ?? [])].filter((name) => skips.includes(name)),
        maybe: [...(answers.sure ?? []), ...(answers.maybe ?? [])],
      };
    }
    case 'agreement':
      return both(both(formGives(model, element.form), formGives(model, element.confirmForm)), {
        maybe: ['commitments'],
      });
    case 'serviceTask':
      return element.result ? { sure: [element.result] } : {};
    case 'businessRuleTask':
      return decisionGives(model, element);
    case 'callActivity':
      return { maybe: [...(element.result ? [element.result] : []), ...returned(model, element)] };
    case 'exclusiveGateway':
      return element.loop ? { sure: [element.loop.counter] } : {};
    case 'receiveTask':
    case 'boundaryEvent':
      return { maybe: brought(model, element) };
    case 'intermediateCatchEvent': {
      const { condition, timer, message, signal } = element.triggers;
      const onlyCondition = !timer && !message && signal === undefined && element.button === undefined;
      return both({ maybe: brought(model, element) }, onlyCondition ? proved(condition) : {});
    }
    default:
      return {};
  }
}

const both = (...all: Gives[]): Gives => ({
  sure: all.flatMap(({ sure }) => [...(sure ?? [])]),
  maybe: all.flatMap(({ maybe }) => [...(maybe ?? [])]),
});

const proved = (condition: string | undefined): Gives =>
  condition === undefined ? {} : { sure: readsOf(condition).proves };

function formGives(model: Model, id: string | undefined): Gives {
  const fields = model.forms.get(id ?? '')?.fields ?? [];
  const isSure = (field: (typeof fields)[number]) =>
    field.visibleIf === undefined &&
    (field.required === true ||
      (field.default !== undefined && !(typeof field.default === 'string' && field.default.startsWith('='))));
  return {
    sure: fields.filter(isSure).map(({ key }) => key),
    maybe: fields.filter((field) => !isSure(field)).map(({ key }) => key),
  };
}

/** Data that may come with a message or signal: what known senders send along. */
function brought(model: Model, element: Element): string[] {
  const triggers = triggersOf(element);
  const mayBring =
    element.type === 'receiveTask' || triggers?.message !== undefined || triggers?.signal !== undefined;
  if (!mayBring) return [];
  return 'outputMapping' in element && element.outputMapping
    ? element.outputMapping.map(({ variable }) => variable)
    : [...variablesSet(model)];
}

function returned(
  model: Model,
  { returnsAll, process }: Extract<Element, { type: 'callActivity' }>,
): string[] {
  if (!returnsAll) return [];
  const called = model.known.definitions?.find(({ id }) => id === process);
  return called ? [...Object.keys(called.variables)] : [...variablesSet(model)];
}

/** An output surely has a value where every row, and the default, gives one; a list always is one. */
function decisionGives(model: Model, element: Extract<Element, { type: 'businessRuleTask' }>): Gives {
  const names = decidedBy(model, element);
  const decision = decisionOf(model, element.decision);
  if (!decision) return { maybe: names };
  if (element.result !== undefined) return alwaysAnswers(decision) ? { sure: names } : { maybe: names };
  const sure = decision.outputs.filter((_, i) => alwaysGives(decision, i)).map(({ name }) => name);
  return { sure, maybe: names };
}

const isList = ({ hitPolicy, aggregation }: Decision): boolean =>
  hitPolicy === 'ruleOrder' ||
  hitPolicy === 'outputOrder' ||
  (hitPolicy === 'collect' && aggregation !== 'min' && aggregation !== 'max');

const alwaysAnswers = (decision: Decision): boolean =>
  decision.value === undefined &&
  (isList(decision) || decision.outputs.length > 1 || alwaysGives(decision, 0));

function alwaysGives(decision: Decision, output: number): boolean {
  if (decision.value !== undefined) return false;
  if (isList(decision)) return decision.outputs.length === 1;
  const isSomething = (text: string | undefined) => {
    const constant = text === undefined ? undefined : constantOf(text);
    return constant !== undefined && constant.value !== null;
  };
  return (
    isSomething(decision.outputs[output]?.default) &&
    decision.rules.every(({ gives }) => /^\s*-?\s*$/.test(gives[output] ?? '') || isSomething(gives[output]))
  );
}

/** Where a story goes on from an element, with what is known along the way. */
function nextWith(
  model: Model,
  id: string,
  before: Map<string, Known>,
  after: Map<string, Known>,
): { to: string; known: Known | undefined }[] {
  const element = model.elements.get(id);
  const inside =
    element?.type === 'subProcess'
      ? [...entriesOf(model, id), ...model.children(id).filter(isEventSubProcess)].map((one) => ({
          to: one.id,
          known: before.get(one.id),
        }))
      : [];
  const border = model.boundaries(id).map((one) => ({ to: one.id, known: before.get(one.id) }));
  const along = model.outgoing(id).map(({ to }) => ({ to, known: after.get(id) }));
  return [...inside, ...border, ...along];
}
