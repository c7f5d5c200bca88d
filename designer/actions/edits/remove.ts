/** Removes elements and flows; where one thing followed, what came before leads on to it. */
import type { Definition } from '../../../contract/index.ts';
import { type Drawing, incoming, nothingSelected, outgoing, withContents } from '../drawing.ts';
import { mayConnect, mayRemove } from '../may.ts';
import { isUsed } from './tables.ts';

export function remove({ definition, selection }: Drawing): Drawing {
  if (!mayRemove(definition, selection.elements).ok) return { definition, selection };
  const cut = new Set(selection.flows);
  let next: Definition = { ...definition, flows: definition.flows.filter(({ id }) => !cut.has(id)) };
  for (const id of selection.elements) next = bridged(next, id);
  const gone = withContents(next, selection.elements);
  next = {
    ...next,
    elements: next.elements.filter(({ id }) => !gone.has(id)),
    flows: next.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
  return { definition: withUsedForms(next, definition), selection: nothingSelected };
}

/** What led to an element leads to what followed it, when exactly one thing did. */
function bridged(definition: Definition, id: string): Definition {
  const after = outgoing(definition, id);
  const [only] = after;
  if (!only || after.some(({ to }) => to !== only.to)) return definition;
  let next = definition;
  for (const flow of incoming(definition, id)) {
    if (flow.from === only.to || !mayConnect(next, flow.from, only.to, flow.outcome, flow.id).ok) continue;
    const { points: _points, ...rest } = flow;
    next = { ...next, flows: next.flows.map((one) => (one.id === flow.id ? { ...rest, to: only.to } : one)) };
  }
  return next;
}

/** Forms that only removed elements asked for go with them, and tables that only they looked in. */
export function withUsedForms(next: Definition, before: Definition): Definition {
  const used = (of: Definition) =>
    new Set(
      of.elements.flatMap((one) => [
        'form' in one ? one.form : undefined,
        one.type === 'agreement' ? one.confirmForm : undefined,
      ]),
    );
  const [was, is] = [used(before), used(next)];
  const forms = next.forms.filter(({ id }) => is.has(id) || !was.has(id));
  const { decisions, ...rest } = next;
  const tables = decisions?.filter(({ id }) => isUsed(next, id) || !isUsed(before, id));
  return tables?.length ? { ...next, forms, decisions: tables } : { ...rest, forms };
}
