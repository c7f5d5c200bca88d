// Which variables a definition sets somewhere; a condition on any other name can never hold.
import type { Element } from '../../contract/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import { bringsUnnamed } from './expressions.ts';
import { localsOf } from './locals.ts';
import { assignsOf, isCarrying, type Model, triggersOf } from './model.ts';

/** Every name that the process gives a value somewhere; names seen only inside an activity are not among them. */
export function variablesSet(model: Model): Set<string> {
  const { definition } = model;
  const names = new Set(Object.keys(definition.variables));
  for (const { fields } of definition.forms) for (const { key } of fields) names.add(key);
  for (const element of definition.elements) for (const name of setBy(model, element)) names.add(name);
  for (const name of sentAlong(model)) names.add(name);
  return names;
}

/** All of them, and those of an activity's own: what a text may name. */
export function variablesSeen(model: Model): Set<string> {
  const names = variablesSet(model);
  for (const element of model.definition.elements) for (const name of localsOf(element)) names.add(name);
  return names;
}

/** What an element gives a value besides its form. */
export function* setBy(model: Model, element: Element): Generator<string> {
  for (const { variable } of assignsOf(element)) yield variable;
  if ('outputMapping' in element) for (const { variable } of element.outputMapping ?? []) yield variable;
  if (isCarrying(element) && element.many?.output) yield element.many.output.variable;
  yield outcomeVariable(element.id);
  switch (element.type) {
    case 'agreement':
      yield outcomeVariable(`${element.id}.confirm`);
      yield 'commitments';
      return;
    case 'serviceTask':
      if (element.result) yield element.result;
      return;
    case 'businessRuleTask':
      yield* decidedBy(model, element);
      return;
    case 'callActivity':
      if (element.result) yield element.result;
      if (element.returnsAll) yield* returnedBy(model, element.process);
      return;
    case 'exclusiveGateway':
      if (element.loop) yield element.loop.counter;
      return;
    default:
  }
}

/** What a decision brings: under one name, or each output under its own. */
export function decidedBy(
  model: Model,
  { decision, result }: Extract<Element, { type: 'businessRuleTask' }>,
): string[] {
  if (result !== undefined) return [result];
  return decisionOf(model, decision)?.outputs.map(({ name }) => name) ?? [];
}

/** A decision table by its id: the definition's own, or one that is known to be published. */
export const decisionOf = ({ definition, known }: Model, id: string) =>
  [definition, ...(known.definitions ?? [])]
    .flatMap(({ decisions }) => decisions ?? [])
    .find((one) => one.id === id);

function returnedBy({ known }: Model, process: string): string[] {
  const called = known.definitions?.find(({ id }) => id === process);
  if (!called) return [];
  const forms = called.forms.flatMap(({ fields }) => fields.map(({ key }) => key));
  const set = called.elements.flatMap((element) => (element.set ?? []).map(({ variable }) => variable));
  return [...Object.keys(called.variables), ...forms, ...set];
}

/** Names that known processes send along with the messages and signals this one waits for. */
function* sentAlong({ definition, known }: Model): Generator<string> {
  const awaited = new Set(definition.elements.flatMap((element) => [...awaitedBy(element)]));
  for (const { elements } of [definition, ...(known.definitions ?? [])])
    for (const element of elements) {
      if (!('data' in element) || ![...thrownNames(element)].some((name) => awaited.has(name))) continue;
      for (const { variable } of element.data ?? []) yield variable;
    }
}

/** Messages and signals an element waits for, as `message:name` and `signal:name`. */
export function* awaitedBy(element: Element): Generator<string> {
  const triggers = triggersOf(element);
  if (triggers?.message) yield `message:${triggers.message.name}`;
  if (triggers?.signal !== undefined) yield `signal:${triggers.signal}`;
  if (element.type === 'receiveTask' && element.message) yield `message:${element.message.name}`;
}

/** Messages and signals an element sends, likewise. */
export function* thrownNames(element: Element): Generator<string> {
  if (element.type === 'endEvent' && (element.end === 'message' || element.end === 'signal'))
    if (element.code !== undefined) yield `${element.end}:${element.code}`;
  if (element.type === 'serviceTask' && element.message) yield `message:${element.message.name}`;
  if (element.type !== 'intermediateThrowEvent') return;
  if (element.throws?.message) yield `message:${element.throws.message.name}`;
  if (element.throws?.signal !== undefined) yield `signal:${element.throws.signal}`;
}

/** Elements that bring values into the process under names nobody wrote down. */
export const bringersOfUnnamed = (model: Model): Element[] =>
  model.definition.elements.filter(
    (element) =>
      bringsUnnamed(element) &&
      !('outputMapping' in element && element.outputMapping) &&
      !(element.type === 'callActivity' && !bringsAllUnknown(model, element)) &&
      !(element.type === 'businessRuleTask' && decisionOf(model, element.decision)),
  );

const bringsAllUnknown = (
  { known }: Model,
  { returnsAll, process }: Extract<Element, { type: 'callActivity' }>,
): boolean => returnsAll === true && !known.definitions?.some(({ id }) => id === process);
