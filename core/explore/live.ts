// Which variables a situation still depends on: those that a condition may look at before they are given another value.
import { entriesOf, mayEnd } from '../check/graph.ts';
import { assignsOf, isCarrying, isEventSubProcess, type Model, outcomesOf } from '../check/model.ts';
import { parse } from '../feel/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import { counterOf } from './known-variables.ts';

export interface Live {
  /** Variables that matter while an element is active. */
  at(element: string): ReadonlySet<string>;
  /** And those that matter for what may begin beside the whole process. */
  beside: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export function liveIn(model: Model): Live {
  const at = new Map<string, Set<string>>();
  const ids = [...model.elements.keys()];
  for (const id of ids) at.set(id, new Set());
  const after = (id: string, seen: Set<string> = new Set()): Set<string> => {
    const names = new Set<string>();
    if (seen.has(id)) return names;
    seen.add(id);
    for (const { to, condition } of model.outgoing(id)) {
      for (const name of namesIn(condition)) names.add(name);
      for (const name of at.get(to) ?? NONE) names.add(name);
    }
    const element = model.elements.get(id);
    if (element?.parent !== undefined && (mayEnd(model, element) || isEventSubProcess(element))) {
      for (const name of asksItself(model, element.parent)) names.add(name);
      for (const name of after(element.parent, seen)) names.add(name);
    }
    return names;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of ids.toReversed()) {
      const names = after(id);
      for (const name of asksItself(model, id)) names.add(name);
      for (const name of surelyGiven(model, id)) names.delete(name);
      const element = model.elements.get(id);
      const handler = element?.type === 'boundaryEvent' ? model.handlerOf(element) : undefined;
      const beginning = [
        ...model.boundaries(id),
        ...(element?.type === 'subProcess' ? entriesOf(model, id) : []),
        ...(element?.type === 'subProcess' ? model.children(id).filter(isEventSubProcess) : []),
        ...(handler ? [handler] : []),
      ];
      for (const one of beginning) for (const name of at.get(one.id) ?? NONE) names.add(name);
      const known = at.get(id) as Set<string>;
      const size = known.size;
      for (const name of names) known.add(name);
      if (known.size > size) changed = true;
    }
  }
  const beside = new Set<string>();
  for (const sub of model.children('').filter(isEventSubProcess))
    for (const name of at.get(sub.id) ?? NONE) beside.add(name);
  return { at: (id) => at.get(id) ?? at.get(id.replace(/(\.confirm|~)$/, '')) ?? NONE, beside };
}

const namesIn = (text: string | undefined): string[] => {
  const parsed = text === undefined ? undefined : parse(text);
  return parsed?.ok ? parsed.names : [];
};

/** Conditions of an element that are not on its flows. */
function asksItself(model: Model, id: string): string[] {
  const element = model.elements.get(id);
  if (element?.type === 'exclusiveGateway') return [counterOf(element) ?? []].flat();
  if (!element || !isCarrying(element)) return [];
  const done = element.type === 'subProcess' ? element.adHoc?.completion : undefined;
  return [element.again?.condition, element.many?.completion, done].flatMap(namesIn);
}

/** What always gets another value when an element is done, before its conditions are looked at. */
function surelyGiven(model: Model, id: string): string[] {
  const element = model.elements.get(id);
  if (!element) return [];
  if (isCarrying(element) && (element.many || element.again?.before)) return [];
  const names = assignsOf(element).map(({ variable }) => variable);
  if (element.type === 'serviceTask' && element.result && !element.outputMapping) names.push(element.result);
  if (element.type === 'userTask' && !element.skipWhenSet?.length) {
    if (outcomesOf(element).length > 0) names.push(outcomeVariable(id));
    if (!element.outputMapping)
      for (const field of model.forms.get(element.form ?? '')?.fields ?? [])
        if (field.required && field.visibleIf === undefined) names.push(field.key);
  }
  return names;
}
