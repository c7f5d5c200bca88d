// Where conditions decide, one of them must surely hold or there must be a flow for all other cases.
import type { Element, Flow } from '../../../contract/index.ts';
import { outcomeVariable } from '../../outcome-variable.ts';
import { type Model, named, outcomesOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { setBy } from '../variables.ts';

export const defaultFlow: Rule = {
  id: 'default-flow',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const flows = model.outgoing(element.id);
      const { nl, en } = named(element);
      if (flows.filter((flow) => flow.default).length > 1)
        yield mistake(
          element.id,
          `${nl} heeft meer dan één lijn voor ‘anders’.`,
          `${en} has more than one default flow.`,
        );
      if (element.type === 'parallelGateway' || element.type === 'eventBasedGateway') {
        for (const flow of flows.filter((one) => one.condition !== undefined || one.default))
          yield mistake(
            flow.id,
            `${nl} let niet op voorwaarden: alle lijnen worden genomen.`,
            `${en} does not look at conditions: all its flows are taken.`,
          );
        continue;
      }
      if (flows.some((flow) => flow.default) || !mayFindNone(model, element, flows)) continue;
      yield mistake(
        element.id,
        `Bij ${nl} kan het zijn dat geen enkele voorwaarde klopt. Kies één lijn voor ‘anders’.`,
        `At ${en} it may be that no condition holds. Choose one flow as the default.`,
      );
    }
  },
};

/** Whether it can happen that no flow is taken; outcomes without a flow have a rule of their own. */
function mayFindNone(model: Model, element: Element, flows: Flow[]): boolean {
  // A loop without one has a rule of its own (loop-maximum).
  if (element.type === 'exclusiveGateway' && element.loop) return false;
  const conditions = flows.flatMap(({ condition }) => condition ?? []);
  if (conditions.length === 0) return false;
  if (flows.some((flow) => flow.condition === undefined)) return false;
  return !coverEverything(model, conditions);
}

/** `route = "a"`, `route = "b"` for every value that `route` can have; or a condition and its opposite. */
function coverEverything(model: Model, conditions: string[]): boolean {
  const texts = conditions.map((text) => text.trim());
  if (texts.some((text) => texts.includes(`not(${text})`))) return true;
  const tests = texts.flatMap((text) => text.split(/\s+or\s+/)).map((text) => EQUALS.exec(text));
  const name = tests[0]?.[1];
  if (name === undefined || tests.some((test) => test?.[1] !== name)) return false;
  const covered = tests.flatMap((test) => test?.[2] ?? []);
  const values = valuesOf(model, name);
  return values?.every((one) => covered.includes(one)) ?? false;
}

const EQUALS = /^\(?\s*([\p{L}_][\p{L}\p{N}_]*)\s*=\s*"([^"]*)"\s*\)?$/u;

/** Every value a variable can have, where the definition says so. */
function valuesOf(model: Model, name: string): string[] | undefined {
  for (const element of model.elements.values())
    if (outcomeVariable(element.id) === name && outcomesOf(element).length > 0)
      return outcomesOf(element).map(({ id }) => id);
  const fields = model.definition.forms.flatMap((form) => form.fields).filter(({ key }) => key === name);
  const [field] = fields;
  const assigned = model.definition.elements.some((element) => [...setBy(model, element)].includes(name));
  if (fields.length !== 1 || assigned || field?.type !== 'choice' || !field.required) return undefined;
  return field.visibleIf === undefined ? field.options?.map(({ id }) => id) : undefined;
}
