// Which errors and escalations can come out of an element: thrown in it and not caught there, by its job, or by a ladder's choice.
import type { Element } from '../../contract/index.ts';
import { defaultLadder } from '../chasing/standard-ladders.ts';
import { isEventSubProcess, type Model } from './model.ts';

export type Kind = 'error' | 'escalation';

/** Codes that may be thrown; `any` where somebody else decides what they are (a job, a called process). */
export interface Thrown {
  codes: Set<string>;
  any: boolean;
}

/** Whether what catches `code` ('' catches every one) can ever have something to catch from inside an element. */
export function mayThrow(model: Model, element: Element, kind: Kind, code: string): boolean {
  const { codes, any } = thrownBy(model, element, kind);
  return any || (code === '' ? codes.size > 0 : codes.has(code));
}

/** What comes out of an element to its border. */
export function thrownBy(model: Model, element: Element, kind: Kind): Thrown {
  const thrown: Thrown = { codes: new Set(), any: false };
  gather(model, element, kind, thrown);
  return thrown;
}

function gather(model: Model, element: Element, kind: Kind, thrown: Thrown): void {
  switch (element.type) {
    case 'callActivity':
      thrown.any = true;
      return;
    case 'serviceTask':
      if (kind === 'error') thrown.any = true;
      return;
    case 'userTask':
    case 'agreement':
      // Ladders may end in a choice to let it rest, which the process may catch.
      if (kind === 'escalation' && mayRest(model, element)) thrown.codes.add(REST);
      return;
    case 'endEvent':
      if (element.end === kind) thrown.codes.add(element.code ?? '');
      return;
    case 'intermediateThrowEvent':
      if (kind === 'escalation' && element.throws?.escalation !== undefined)
        thrown.codes.add(element.throws.escalation);
      return;
    case 'subProcess':
      gatherInside(model, element, kind, thrown);
      return;
    default:
  }
}

/** What is thrown in a sub-process and not caught by one of its event sub-processes or a border inside. */
function gatherInside(model: Model, scope: Element, kind: Kind, thrown: Thrown): void {
  const inside: Thrown = { codes: new Set(), any: false };
  for (const child of model.children(scope.id)) {
    const caught = model.boundaries(child.id).flatMap(({ triggers }) => triggers[kind] ?? []);
    // What an event sub-process throws itself goes on outwards: it does not catch that.
    pass(thrownBy(model, child, kind), caught, isEventSubProcess(child) ? thrown : inside);
  }
  const caught = model
    .children(scope.id)
    .filter(isEventSubProcess)
    .flatMap((sub) => model.children(sub.id))
    .flatMap((start) => (start.type === 'startEvent' ? (start.triggers?.[kind] ?? []) : []));
  pass(inside, caught, thrown);
}

function pass(from: Thrown, caught: string[], to: Thrown): void {
  if (caught.includes('')) return;
  for (const code of from.codes) if (!caught.includes(code)) to.codes.add(code);
  to.any ||= from.any;
}

/** The code of the escalation by which a ladder lets an initiative rest. */
export const REST = 'rest';

function mayRest(model: Model, element: Element & { type: 'userTask' | 'agreement' }): boolean {
  const used =
    element.type === 'userTask'
      ? [element.ladder, ...element.roles.map((role) => defaultLadder[model.sideOf(role)])]
      : [element.ladder, element.confirmLadder, 'INIT'];
  return used.some((id) =>
    model.ladders
      .get(id ?? '')
      ?.rungs.some(({ acts }) =>
        acts.some((act) => act.act === 'task' && act.outcomes?.some((outcome) => outcome.id === REST)),
      ),
  );
}
