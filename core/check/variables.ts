// Which variables a definition sets somewhere; a condition on any other name can never hold.
import type { Definition, Element, ElementOf, Mapping } from '../../contract/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import type { Model } from './model.ts';

/** Every name that a form, an assignment, a result, a counter or an outcome sets, or that is declared. */
export function variablesSet({ definition }: Model): Set<string> {
  const names = new Set(Object.keys(definition.variables));
  for (const { fields } of definition.forms) for (const { key } of fields) names.add(key);
  for (const element of definition.elements) {
    for (const { variable } of element.set ?? []) names.add(variable);
    names.add(outcomeVariable(element.id));
    if (element.type === 'agreement') names.add(outcomeVariable(`${element.id}.confirm`));
    if (element.type === 'serviceTask' && element.result) names.add(element.result);
    if (element.type === 'callActivity' && element.result) names.add(element.result);
    if (element.type === 'exclusiveGateway' && element.loop) names.add(element.loop.counter);
    for (const name of mappedBy(element)) names.add(name);
    if (element.type === 'businessRuleTask')
      for (const name of decidedBy(definition, element)) names.add(name);
  }
  return names;
}

const COUNTS = ['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances', 'nrOfTerminatedInstances'];

/** Values in and out, the item of each of many with its number, and the list of their results. */
function* mappedBy(element: Element): Generator<string> {
  for (const key of ['inputMapping', 'outputMapping', 'data'] as const) {
    const mappings =
      key in element ? (element as { [K in typeof key]?: Mapping[] | undefined })[key] : undefined;
    for (const { variable } of mappings ?? []) yield variable;
  }
  const { many, again } = 'many' in element ? element : {};
  if (many || again) yield 'loopCounter';
  if (!many) return;
  yield* COUNTS;
  if (many.item !== undefined) yield many.item;
  if (many.output) yield many.output.variable;
}

/** What a decision gives: under one name, or each output under its own. */
function* decidedBy(
  { decisions }: Definition,
  { decision, result }: ElementOf<'businessRuleTask'>,
): Generator<string> {
  if (result !== undefined) return yield result;
  const outputs = decisions?.find(({ id }) => id === decision)?.outputs ?? [];
  for (const { name } of outputs) yield name;
}
