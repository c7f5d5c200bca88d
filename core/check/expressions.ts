// Every expression and every term of a definition, each with the place where it stands.
import type { Amount, Decision, Element, Mapping, MultiInstance, Term } from '../../contract/index.ts';
import { type Bilingual, parseIsoDuration, parseLocal } from '../calendar/index.ts';
import { asExpression, isAnything, VALUE } from '../decisions/decide.ts';
import { isCounted } from '../term-kind.ts';
import { localsAt } from './locals.ts';
import { isCarrying, type Model, triggersOf } from './model.ts';

export interface Expression {
  /** Where a finding about it is shown: element, flow, `form:…` or `decision:…`. */
  element: string;
  text: string;
  /** As it was written, where the text is made from it (a test of a decision table). */
  written?: string;
  /** Of such a test, what it tests. */
  about?: string;
  where: Bilingual;
  /** What it may use besides the variables of the instance. */
  names: string[];
  /** May also read what arrives there under names that nobody wrote down: a message's data, a job's result. */
  open?: true;
  /** Its answer is yes or no, and empty counts as no. */
  condition?: true;
  /** Nothing can come of an empty value: a term, a number of times, a list. */
  must?: true;
  /** The moment it is worked out: when this element begins, or when it ends. Absent where there is no one moment. */
  at?: { element: string; when: 'begin' | 'end' };
}
export interface PlacedTerm {
  element: string;
  term: Term;
  /** When it is counted: as its element begins, or as it ends (an assignment). */
  when: 'begin' | 'end';
}

export function* expressionsOf(model: Model): Generator<Expression> {
  const { definition } = model;
  for (const element of definition.elements) yield* ofElement(model, element);
  for (const { element, term, when } of termsOf(model))
    for (const text of writtenIn(term))
      yield {
        element,
        text,
        where: { nl: 'de termijn', en: 'the term' },
        names: localsAt(model, element),
        must: true,
        ...(model.elements.has(element) ? { at: { element, when } } : {}),
      };
  for (const { id, from, condition } of definition.flows)
    if (condition !== undefined)
      yield {
        element: id,
        text: condition,
        where: { nl: 'de voorwaarde', en: 'the condition' },
        names: localsAt(model, model.elements.get(from)?.parent ?? ''),
        condition: true,
        at: { element: from, when: 'end' },
      };
  for (const form of definition.forms) {
    const names = [...form.fields.map(({ key }) => key), 'outcome'];
    for (const field of form.fields) {
      const at = (text: string | undefined, nl: string, en: string): Expression[] =>
        text === undefined
          ? []
          : [{ element: `form:${form.id}.${field.key}`, text, where: { nl, en }, names }];
      yield* at(field.visibleIf, 'de voorwaarde om te tonen', 'the condition to show it');
      yield* at(field.requiredIf, 'de voorwaarde om te vragen', 'the condition to require it');
      if (typeof field.default === 'string' && field.default.startsWith('='))
        yield* at(field.default.slice(1), 'de voorgestelde waarde', 'the proposed value');
    }
  }
  for (const decision of definition.decisions ?? []) yield* ofDecision(model, decision);
}

/** What a whole of many may be asked about. */
const COUNTS = ['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances', 'nrOfTerminatedInstances'];

function* ofElement(model: Model, element: Element): Generator<Expression> {
  const inside = localsAt(model, element.id);
  const outside = localsAt(model, element.parent ?? '');
  const at =
    (when: 'begin' | 'end', names: string[], more: Pick<Expression, 'condition' | 'open' | 'must'> = {}) =>
    (text: string, nl: string, en: string): Expression => ({
      element: element.id,
      text,
      where: { nl, en },
      names,
      ...more,
      at: { element: element.id, when },
    });
  const ask = { condition: true } as const;
  for (const [index, set] of (element.set ?? []).entries()) {
    const before = (element.set ?? []).slice(0, index).map(({ variable }) => variable);
    if ('value' in set)
      yield at('end', [...inside, ...before])(
        set.value,
        `de waarde van ${set.variable}`,
        `the value of ${set.variable}`,
      );
  }
  yield* ofTriggers(element, at('begin', outside, { must: true }), at('begin', outside, ask));

  if (isCarrying(element)) {
    const { inputMapping = [], many, again, when } = element;
    for (const [index, { variable, value }] of inputMapping.entries()) {
      const before = inputMapping.slice(0, index).map((one) => one.variable);
      yield at('begin', [...outside, ...loopNames(element), ...before])(
        value,
        `de waarde van ${variable}`,
        `the value of ${variable}`,
      );
    }
    if (when !== undefined)
      yield at('begin', outside, ask)(when, 'de voorwaarde om te beginnen', 'the condition to begin');
    if (again)
      yield at('end', [...outside, 'loopCounter'], ask)(
        again.condition,
        'de voorwaarde om door te gaan',
        'the condition to go on',
      );
    if (many) yield* ofMany(element, many, at, inside, outside);
  }
  if ('outputMapping' in element) {
    const bringsAnything = { ...(bringsUnnamed(element) ? { open: true as const } : {}) };
    yield* ofMappings(element.outputMapping ?? [], (names) =>
      at('end', [...inside, ...names], bringsAnything),
    );
  }
  if ('data' in element) yield* ofMappings(element.data ?? [], (names) => at('begin', [...inside, ...names]));
  yield* ofItsKind(element, at, inside);
}

type Make = (text: string, nl: string, en: string) => Expression;
type At = (
  when: 'begin' | 'end',
  names: string[],
  more?: Pick<Expression, 'condition' | 'open' | 'must'>,
) => Make;

function* ofTriggers(element: Element, value: Make, condition: Make): Generator<Expression> {
  const triggers = triggersOf(element);
  if (triggers?.condition !== undefined)
    yield condition(triggers.condition, 'de voorwaarde', 'the condition');
  if (triggers?.message?.key !== undefined)
    yield value(triggers.message.key, 'de sleutel van het bericht', "the message's key");
  const times = triggers?.timer?.times;
  if (typeof times === 'string' && times !== 'unlimited')
    yield value(times, 'het aantal keren', 'the number of times');
  const first = triggers?.timer?.first;
  if (first !== undefined && parseLocal('UTC', first) === undefined)
    yield value(first, 'het eerste moment', 'the first moment');
}

function* ofMany(
  element: Element,
  many: MultiInstance,
  at: At,
  inside: string[],
  outside: string[],
): Generator<Expression> {
  const begin = at('begin', outside, { must: true });
  if (many.items !== undefined) yield begin(many.items, 'de lijst', 'the list');
  yield* ofAmount(many.count, begin, 'het aantal', 'the number');
  const soFar = many.output ? [many.output.variable] : [];
  if (many.completion !== undefined)
    yield at('end', [...outside, ...COUNTS, ...soFar], { condition: true })(
      many.completion,
      'de voorwaarde om klaar te zijn',
      'the condition to be done',
    );
  if (many.output)
    yield at('end', inside, bringsUnnamed(element) || isWithoutForm(element) ? { open: true } : {})(
      many.output.value,
      `de waarde voor ${many.output.variable}`,
      `the value for ${many.output.variable}`,
    );
}

function* ofAmount(amount: Amount | undefined, make: Make, nl: string, en: string): Generator<Expression> {
  if (typeof amount === 'string') yield make(amount, nl, en);
}

/** Each sees those before it. */
function* ofMappings(mappings: readonly Mapping[], make: (before: string[]) => Make): Generator<Expression> {
  for (const [index, { variable, value }] of mappings.entries())
    yield make(mappings.slice(0, index).map((one) => one.variable))(
      value,
      `de waarde van ${variable}`,
      `the value of ${variable}`,
    );
}

/** What only one kind of element has. */
function* ofItsKind(element: Element, at: At, inside: string[]): Generator<Expression> {
  const begin = at('begin', inside);
  const ask = { condition: true } as const;
  const key = (text: string | undefined): Expression[] =>
    text === undefined ? [] : [begin(text, 'de sleutel van het bericht', "the message's key")];
  switch (element.type) {
    case 'userTask':
      if (element.person !== undefined) yield begin(element.person, 'voor wie het is', 'who it is for');
      for (const { condition } of element.refuseIf ?? [])
        yield at('end', [...inside, 'outcome'], ask)(
          condition,
          'de voorwaarde om te weigeren',
          'the condition to refuse',
        );
      return;
    case 'serviceTask':
      for (const [name, text] of Object.entries(element.input ?? {}))
        yield begin(text, `de invoer ${name}`, `the input ${name}`);
      yield* key(element.message?.key);
      return;
    case 'receiveTask':
      yield* key(element.message?.key);
      return;
    case 'endEvent':
      yield* key(element.key);
      return;
    case 'intermediateThrowEvent': {
      const { message, raise, handOver } = element.throws ?? {};
      yield* key(message?.key);
      if (raise?.about !== undefined)
        yield begin(raise.about, 'waarover hulp wordt gevraagd', 'what help is asked about');
      if (handOver !== undefined) yield begin(handOver, 'wat wordt overgedragen', 'what is handed over');
      if (element.when !== undefined)
        yield at('begin', inside, ask)(
          element.when,
          'de voorwaarde om te beginnen',
          'the condition to begin',
        );
      return;
    }
    case 'subProcess':
      if (element.adHoc?.completion !== undefined)
        yield at('end', inside, ask)(
          element.adHoc.completion,
          'de voorwaarde om klaar te zijn',
          'the condition to be done',
        );
      return;
    default:
  }
}

/** What is handed in without a form is only known when it comes. */
const isWithoutForm = (element: Element) => element.type === 'userTask' && element.form === undefined;

/** Names an activity has by being done many times. */
function loopNames(element: Element): string[] {
  if (!isCarrying(element)) return [];
  const { many, again } = element;
  return [...(many || again ? ['loopCounter'] : []), ...(many?.item === undefined ? [] : [many.item])];
}

/** Whether data arrive there under names that the definition does not say. */
export function bringsUnnamed(element: Element): boolean {
  switch (element.type) {
    case 'serviceTask':
      return element.result === undefined;
    case 'receiveTask':
    case 'callActivity':
      return true;
    case 'businessRuleTask':
      return element.result === undefined;
    case 'startEvent':
    case 'boundaryEvent':
    case 'intermediateCatchEvent':
      return element.triggers?.message !== undefined || element.triggers?.signal !== undefined;
    default:
      return false;
  }
}

function* ofDecision(model: Model, decision: Decision): Generator<Expression> {
  const known = namesNeededBy(model, decision);
  const make = (text: string, nl: string, en: string, more: Partial<Expression> = {}): Expression => ({
    element: `decision:${decision.id}`,
    text,
    where: { nl, en },
    names: known,
    ...more,
  });
  if (decision.value !== undefined) yield make(decision.value, 'de waarde', 'the value');
  for (const { value } of decision.inputs) yield make(value, `de invoer ${value}`, `the input ${value}`);
  for (const { name, default: otherwise } of decision.outputs)
    if (otherwise !== undefined)
      yield make(
        otherwise,
        `de waarde van ${name} als er geen rij past`,
        `the value of ${name} where no row fits`,
      );
  for (const [index, { when, gives }] of decision.rules.entries()) {
    const [nl, en] = [`rij ${index + 1}`, `row ${index + 1}`];
    for (const [at, test] of when.entries())
      if (!isAnything(test))
        yield make(asExpression(test), nl, en, {
          written: test,
          about: decision.inputs[at]?.value.trim() ?? '',
          names: [...known, VALUE],
          condition: true,
        });
    for (const text of gives) if (!isAnything(text)) yield make(text, nl, en);
  }
}

/** Decisions it rests on, by id and by the name of their one output. */
function namesNeededBy({ definition }: Model, decision: Decision): string[] {
  const names = new Set<string>();
  for (const id of decision.needs ?? []) {
    names.add(id);
    const needed = definition.decisions?.find((one) => one.id === id);
    if (needed?.outputs.length === 1 && needed.outputs[0]) names.add(needed.outputs[0].name);
  }
  return [...names];
}

/** The expression of a term whose length or moment is worked out. */
export function writtenIn(term: Term): string[] {
  if (isCounted(term)) return typeof term.amount === 'string' ? [term.amount] : [];
  if ('moment' in term) return parseLocal('UTC', term.moment) === undefined ? [term.moment] : [];
  return parseIsoDuration(term.duration) === undefined ? [term.duration] : [];
}

export function* termsOf({ definition }: Model): Generator<PlacedTerm> {
  for (const element of definition.elements) {
    const at = (term: Term | undefined, when: PlacedTerm['when'] = 'begin'): PlacedTerm[] =>
      term ? [{ element: element.id, term, when }] : [];
    for (const set of element.set ?? []) if ('term' in set) yield* at(set.term, 'end');
    yield* at(triggersOf(element)?.timer?.term);
    if (element.type === 'userTask' || element.type === 'agreement') yield* at(element.term);
    if (element.type === 'agreement') yield* at(element.confirmTerm);
  }
  for (const { rungs } of definition.ladders)
    for (const { acts } of rungs)
      for (const act of acts)
        if (act.act === 'task') yield { element: 'definition', term: act.term, when: 'begin' };
}
