// Which elements may be at work at the same time, or begin in the middle of another: what one of them does, the other may see.
import type { Element, Flow } from '../../contract/index.ts';
import { nextOf, reach } from './graph.ts';
import { adHocOf, isCarrying, isEventSubProcess, isForCompensation, isJoin, type Model } from './model.ts';

export type Beside = (one: string, other: string) => boolean;

/** Tells for two elements whether the one may run beside the other. Rather too often than too seldom. */
export function besideIn(model: Model): Beside {
  const forks = new Map<string, Set<string>[][]>();
  const forksOf = (scope: string): Set<string>[][] => {
    const known = forks.get(scope);
    if (known) return known;
    const made = model
      .children(scope)
      .map((one) => branchesOf(model, one))
      .filter((branches) => branches.length > 1)
      .map((branches) => untilTheyMeet(model, branches));
    forks.set(scope, made);
    return made;
  };
  const areBeside = (a: Element, b: Element): boolean => {
    const scope = a.parent ?? '';
    const part = model.elements.get(scope);
    if (adHocOf(part) || isEventSubProcess(a) || isEventSubProcess(b)) return true;
    if (isForCompensation(a) || isForCompensation(b)) return true;
    return forksOf(scope).some((branches) =>
      branches.some((led, i) => led.has(a.id) && branches.some((other, j) => i !== j && other.has(b.id))),
    );
  };
  const asked = new Map<string, boolean>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = look(model, one, other, areBeside);
    asked.set(key, answer);
    return answer;
  };
}

function look(
  model: Model,
  one: string,
  other: string,
  areBeside: (a: Element, b: Element) => boolean,
): boolean {
  const way = (id: string): Element[] => {
    const elements: Element[] = [];
    for (
      let at = model.elements.get(id);
      at && !elements.includes(at);
      at = model.elements.get(at.parent ?? '')
    )
      elements.unshift(at);
    return elements;
  };
  const [ways, others] = [way(one), way(other)];
  const boundary = ways.at(-1);
  // An event on a border begins in the middle of what it sits on, before that itself is done.
  if (boundary?.type === 'boundaryEvent') {
    if (others.slice(0, -1).some(({ id }) => id === boundary.attachedTo)) return true;
    if (boundary.attachedTo === other) return false;
  }
  for (const [depth, a] of ways.entries()) {
    const b = others[depth];
    if (!b) return false;
    if (a !== b) return areBeside(a, b);
    if (isCarrying(a) && a.many && !a.many.sequential) return true;
  }
  return false;
}

/** Where one way becomes several: what each begins with. */
function branchesOf(model: Model, element: Element): string[] {
  const flows = model.outgoing(element.id);
  const beside = model
    .boundaries(element.id)
    .filter(({ interrupting }) => !interrupting)
    .map(({ id }) => id);
  const onwards = flows.map(({ to }) => to);
  if (element.type === 'parallelGateway' || element.type === 'inclusiveGateway') return onwards;
  // What runs beside an activity runs beside what follows it too.
  if (beside.length > 0) return [element.id, ...beside, ...(splits(flows) ? onwards : [])];
  return element.type.endsWith('Gateway') || !splits(flows) ? [] : onwards;
}

/** Of a task all flows that hold are taken; those of different outcomes never together. */
function splits(flows: Flow[]): boolean {
  const free = flows.filter(({ outcome, default: otherwise }) => outcome === undefined && !otherwise);
  if (free.length > 1 || (free.length > 0 && flows.length > 1)) return true;
  return flows.some(
    (flow, i) => flow.outcome !== undefined && flows.findIndex((one) => one.outcome === flow.outcome) < i,
  );
}

/** What each branch leads to, up to the joins that wait for all of them. */
function untilTheyMeet(model: Model, branches: string[]): Set<string>[] {
  const next = (id: string) => nextOf(model, id);
  const everything = branches.map((id) => reach([id], next));
  const joins = [...(everything[0] ?? [])].filter(
    (id) => everything.every((led) => led.has(id)) && isJoin(model, id),
  );
  return branches.map((id) => reach([id], next, (at) => !joins.includes(at)));
}
