// What of a running instance goes where in another version: the same id, else the only one of that name and kind.
import type { Text } from '../../contract/index.ts';
import type { Compiled, CompiledElement } from '../engine/compiled.ts';

/** Where each element and flow of the old version goes; what is not in it goes nowhere. */
export interface Mapping {
  elements: ReadonlyMap<string, string>;
  flows: ReadonlyMap<string, string>;
}

/** Whether the work of one element can go on as another. */
export function fits(source: CompiledElement, target: CompiledElement): boolean {
  if (source.type !== target.type) return false;
  if (source.type === 'userTask' && target.type === 'userTask')
    return source.agreement?.step === target.agreement?.step && !source.perPerson === !target.perPerson;
  if (source.type === 'subProcess' && target.type === 'subProcess')
    return !source.event === !target.event && !source.adHoc === !target.adHoc;
  if (source.type === 'callActivity' && target.type === 'callActivity')
    return source.process === target.process;
  return true;
}

const words = (name: Text | undefined): string | undefined =>
  name === undefined ? undefined : JSON.stringify(name);

/** Elements of the target that could take the place of one of the source, the likeliest first. */
export function candidatesFor(source: CompiledElement, target: Compiled): CompiledElement[] {
  const fitting = [...target.elements.values()].filter((one) => fits(source, one));
  const likeness = (one: CompiledElement) =>
    (words(one.name) !== undefined && words(one.name) === words(source.name) ? 2 : 0) +
    (one.parent === source.parent ? 1 : 0);
  return fitting.sort((a, b) => likeness(b) - likeness(a));
}

function proposed(source: CompiledElement, from: Compiled, target: Compiled): string | undefined {
  const same = target.elements.get(source.id);
  if (same && fits(source, same)) return same.id;
  const named = candidatesFor(source, target).filter(
    (one) =>
      words(one.name) !== undefined &&
      words(one.name) === words(source.name) &&
      one.parent === source.parent &&
      !from.elements.has(one.id),
  );
  return named.length === 1 ? named[0]?.id : undefined;
}

/**
 * Proposes where everything goes; `given` decides where it says something ('' is nowhere). Halves of an agreement go
 * together. Flows go by their id, else by what they connect.
 */
export function mappingFor(
  from: Compiled,
  to: Compiled,
  given: Readonly<Record<string, string>> = {},
): Mapping {
  const elements = new Map<string, string>();
  for (const source of from.elements.values()) {
    const half = source.type === 'userTask' ? source.agreement : undefined;
    const wanted = given[half?.of ?? source.id];
    const target =
      wanted === undefined
        ? proposed(source, from, to)
        : half?.step === 'confirm' && wanted !== ''
          ? `${wanted}.confirm`
          : wanted;
    if (target !== undefined && target !== '') elements.set(source.id, target);
  }
  return { elements, flows: flowsFor(from, to, elements) };
}

function flowsFor(from: Compiled, to: Compiled, elements: ReadonlyMap<string, string>): Map<string, string> {
  const targets = [...to.outgoing.values()].flat();
  const byId = new Map(targets.map((flow) => [flow.id, flow]));
  const flows = new Map<string, string>();
  for (const flow of [...from.outgoing.values()].flat()) {
    const ends = { from: elements.get(flow.from), to: elements.get(flow.to) };
    const same = byId.get(flow.id);
    if (same && same.to === ends.to) {
      flows.set(flow.id, same.id);
      continue;
    }
    const between = targets.filter((one) => one.from === ends.from && one.to === ends.to);
    if (between.length === 1 && between[0]) flows.set(flow.id, between[0].id);
  }
  return flows;
}
