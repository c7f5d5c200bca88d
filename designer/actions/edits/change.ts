/** Changes what elements, flows, forms, roles and the process itself say. */
import type { Definition, Element, Flow, Form, Role, Triggers } from '../../../contract/index.ts';
import {
  type Drawing,
  elementOf,
  onlyElement,
  type Point,
  withElement,
  withoutUndefined,
} from '../drawing.ts';
import { boxOf, EVENT, onBorder } from '../geometry.ts';
import { freshElementId } from '../ids.ts';
import { mayAttach } from '../may.ts';

/** Properties of one element; undefined takes one away. Flows that leave by an outcome that is gone leave without one. */
export function changeElement(
  { definition, selection }: Drawing,
  { id, change }: { id: string; change: Partial<Element> },
): Drawing {
  const next = withElement(definition, id, (one) =>
    withoutUndefined({ ...one, ...change, id, type: one.type } as Element),
  );
  return { definition: withKnownOutcomes(next, id), selection };
}

function withKnownOutcomes(definition: Definition, id: string): Definition {
  const element = elementOf(definition, id);
  if (element?.type !== 'userTask') return definition;
  const known = new Set((element.outcomes ?? []).map((outcome) => outcome.id));
  if (
    definition.flows.every(({ from, outcome }) => from !== id || outcome === undefined || known.has(outcome))
  )
    return definition;
  const seen = new Set<string>();
  const flows = definition.flows.flatMap((flow) => {
    if (flow.from !== id) return [flow];
    const { outcome, ...rest } = flow;
    const kept: Flow = outcome === undefined || known.has(outcome) ? flow : rest;
    const key = `${kept.to} ${kept.outcome ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [kept];
  });
  return { ...definition, flows };
}

/** Properties of one flow. A default way has no condition, and a decision has one default at most. */
export function changeFlow(
  { definition, selection }: Drawing,
  { id, change }: { id: string; change: Partial<Omit<Flow, 'id' | 'from' | 'to'>> },
): Drawing {
  const from = definition.flows.find((flow) => flow.id === id)?.from;
  const flows = definition.flows.map((flow): Flow => {
    if (flow.id === id) {
      const next = { ...flow, ...change };
      return withoutUndefined(change.default ? { ...next, condition: undefined } : next);
    }
    return change.default && flow.from === from && flow.default
      ? withoutUndefined({ ...flow, default: undefined })
      : flow;
  });
  return { definition: { ...definition, flows }, selection };
}

/** The process itself: name, summary, roles, ladders, texts, variables. */
export function changeProcess(
  { definition, selection }: Drawing,
  change: Partial<Pick<Definition, 'name' | 'summary' | 'ladders' | 'texts' | 'variables'>>,
): Drawing {
  return { definition: withoutUndefined({ ...definition, ...change }), selection };
}

/** A role by its id: changed where it is there, added where it is not. */
export function changeRole({ definition, selection }: Drawing, role: Role): Drawing {
  const known = definition.roles.some(({ id }) => id === role.id);
  const roles = known
    ? definition.roles.map((one) => (one.id === role.id ? role : one))
    : [...definition.roles, role];
  return { definition: { ...definition, roles }, selection };
}

/** Whether nothing speaks of a role: no element, no form, no ladder. */
export function mayRemoveRole({ roles, elements, forms, ladders }: Definition, id: string): boolean {
  if (roles.length < 2) return false;
  const speaks = (value: unknown): boolean =>
    value === id ||
    (typeof value === 'object' && value !== null && Object.values(value).some((one) => speaks(one)));
  return ![elements, forms, ladders].some(speaks);
}

/** A role that nothing speaks of. */
export function removeRole({ definition, selection }: Drawing, { id }: { id: string }): Drawing {
  if (!mayRemoveRole(definition, id)) return { definition, selection };
  return { definition: { ...definition, roles: definition.roles.filter((one) => one.id !== id) }, selection };
}

/** A form by its id, added when new. `usedBy` makes an element ask for it. */
export function changeForm(
  { definition, selection }: Drawing,
  { form, usedBy, as = 'form' }: { form: Form; usedBy?: string; as?: 'form' | 'confirmForm' },
): Drawing {
  const known = definition.forms.some(({ id }) => id === form.id);
  const forms = known
    ? definition.forms.map((one) => (one.id === form.id ? form : one))
    : [...definition.forms, form];
  const next = { ...definition, forms };
  if (usedBy === undefined) return { definition: next, selection };
  return changeElement(
    { definition: next, selection },
    { id: usedBy, change: { [as]: form.id } as Partial<Element> },
  );
}

/** An event on the border of an element: by default after five working days, beside what goes on. */
export function attach(
  { definition, selection }: Drawing,
  {
    host: to,
    interrupting = false,
    triggers = { timer: { term: { amount: 5, unit: 'workingDays' } } },
    near,
  }: { host: string; interrupting?: boolean; triggers?: Triggers; near?: Point },
): Drawing {
  const host = elementOf(definition, to);
  if (!host || !mayAttach(host).ok) return { definition, selection };
  const box = boxOf(host);
  const others = definition.elements.filter(
    (one) => one.type === 'boundaryEvent' && one.attachedTo === to,
  ).length;
  const at = onBorder(host, near ?? { x: box.x + 36 + others * (EVENT.width + 12), y: box.y + box.height });
  const event: Element = {
    id: freshElementId(`${to}.after`, definition),
    type: 'boundaryEvent',
    attachedTo: to,
    interrupting,
    triggers,
    name: { nl: 'Na 5 werkdagen', en: 'After 5 working days' },
    ...at,
    ...(host.parent === undefined ? {} : { parent: host.parent }),
  };
  return {
    definition: { ...definition, elements: [...definition.elements, event] },
    selection: onlyElement(event.id),
  };
}
