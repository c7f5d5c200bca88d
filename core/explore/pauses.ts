// Flows on which a circle without any wait is closed: playing stops there for a moment, so that going round for ever shows.
import type { Element, Flow } from '../../contract/index.ts';
import { type Model, mayBeNone } from '../check/model.ts';

export interface Pause {
  /** Id of the wait that is put on the flow. */
  id: string;
  flow: Flow;
  /** Something on the circle counts, so that it ends. */
  counts: boolean;
}

/** One for each flow that closes a circle of elements that go on at once. */
export function pausesIn(model: Model): Pause[] {
  return model.scopes.flatMap((scope) => pausesOf(model, scope));
}

function pausesOf(model: Model, scope: string): Pause[] {
  const members = model.children(scope).filter((one) => goesOnAtOnce(model, one));
  const ids = new Set(members.map(({ id }) => id));
  const seen = new Set<string>();
  const pauses: Pause[] = [];
  for (const { id: root } of members) {
    if (seen.has(root)) continue;
    seen.add(root);
    const way = [root];
    const stack = [{ id: root, rest: model.outgoing(root) }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const [flow, ...rest] = top.rest;
      top.rest = rest;
      if (!flow) {
        stack.pop();
        way.pop();
      } else if (ids.has(flow.to)) {
        const from = way.indexOf(flow.to);
        if (from >= 0)
          pauses.push({ id: `~${flow.id}`, flow, counts: way.slice(from).some((id) => counts(model, id)) });
        else if (!seen.has(flow.to)) {
          seen.add(flow.to);
          way.push(flow.to);
          stack.push({ id: flow.to, rest: model.outgoing(flow.to) });
        }
      }
    }
  }
  return pauses;
}

function counts(model: Model, id: string): boolean {
  const element = model.elements.get(id);
  return element?.type === 'exclusiveGateway' && element.loop !== undefined;
}

/** As it is played: jobs are answered from outside. What may be done not at all may go on at once too. */
function goesOnAtOnce(model: Model, element: Element): boolean {
  if (mayBeNone(element)) return true;
  switch (element.type) {
    case 'userTask':
    case 'agreement':
    case 'callActivity':
    case 'serviceTask':
    case 'receiveTask':
    case 'eventBasedGateway':
    case 'boundaryEvent':
      return false;
    case 'intermediateCatchEvent':
      return element.triggers.link !== undefined;
    case 'subProcess':
      return !element.event && model.children(element.id).every((child) => goesOnAtOnce(model, child));
    default:
      return true;
  }
}
