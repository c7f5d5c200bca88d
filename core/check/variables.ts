// Which variables a definition sets somewhere; a condition on any other name can never hold.
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
  }
  return names;
}
