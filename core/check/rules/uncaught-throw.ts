// An error that nothing catches stops the process; an escalation that nothing catches is heard by nobody.
import type { Definition, Element } from '../../../contract/index.ts';
import { isEventSubProcess, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import type { Kind } from '../thrown.ts';

export const uncaughtThrow: Rule = {
  id: 'uncaught-throw',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const thrown = thrownAt(element);
      if (!thrown || isCaught(model, element, thrown)) continue;
      yield thrown.kind === 'error'
        ? uncaughtError(model, element, thrown.code)
        : unheard(element, thrown.code);
    }
  },
};

interface Throw {
  kind: Kind;
  code: string;
}

function thrownAt(element: Element): Throw | undefined {
  if (element.type === 'endEvent' && (element.end === 'error' || element.end === 'escalation'))
    return { kind: element.end, code: element.code ?? '' };
  if (element.type === 'intermediateThrowEvent' && element.throws?.escalation !== undefined)
    return { kind: 'escalation', code: element.throws.escalation };
  return undefined;
}

/** Outwards from where it is thrown: event sub-processes beside it, then the border of the part around. */
function isCaught(model: Model, thrower: Element, { kind, code }: Throw): boolean {
  const fits = (caught: string | undefined) => caught === code || caught === '';
  const seen = new Set<string>();
  for (
    let at: Element | undefined = thrower;
    at && !seen.has(at.id);
    at = model.elements.get(at.parent ?? '')
  ) {
    seen.add(at.id);
    const inside = at;
    const beside = model.children(at.parent ?? '').filter((one) => isEventSubProcess(one) && one !== inside);
    const starts = beside.flatMap(({ id }) => model.children(id));
    if (starts.some((one) => one.type === 'startEvent' && fits(one.triggers?.[kind]))) return true;
    if (model.boundaries(at.parent ?? '').some(({ triggers }) => fits(triggers[kind]))) return true;
  }
  return false;
}

/** A process that calls this one may catch it; where all are known, it can be said for certain. */
function uncaughtError(model: Model, element: Element, code: string): Mistake {
  const { nl, en } = named(element);
  const known = model.known.definitions;
  const caller = known?.some((one) => catchesCallOf(one, model.definition.id, code));
  const [dutch, english] = [
    `Niets vangt de fout ‘${code}’ van ${nl} op. Dan loopt het proces daar vast.`,
    `Nothing catches the error ‘${code}’ of ${en}. Then the process gets stuck there.`,
  ];
  if (known && !caller) return mistake(element.id, dutch, english);
  return mistake(
    element.id,
    `${dutch} Tenzij een ander proces dit aanroept en de fout opvangt.`,
    `${english} Unless another process calls this one and catches the error.`,
    caller ? 'hint' : 'warning',
  );
}

function catchesCallOf({ elements }: Definition, process: string, code: string): boolean {
  const calls = elements.filter((one) => one.type === 'callActivity' && one.process === process);
  return elements.some(
    (one) =>
      one.type === 'boundaryEvent' &&
      (one.triggers.error === code || one.triggers.error === '') &&
      calls.some(({ id }) => id === one.attachedTo),
  );
}

function unheard(element: Element, code: string): Mistake {
  const { nl, en } = named(element);
  return mistake(
    element.id,
    `${nl} meldt ‘${code}’ naar buiten, maar niets vangt dat op.`,
    `${en} escalates ‘${code}’, but nothing catches it.`,
    'hint',
  );
}
