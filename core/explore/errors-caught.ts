// Codes of errors that work may give and something around it catches.
import type { Triggers } from '../../contract/index.ts';
import { isEventSubProcess, type Model } from '../check/model.ts';

export function errorsCaughtFrom(model: Model, id: string): string[] {
  const codes = new Set<string>();
  for (let at = model.elements.get(id); at; at = model.elements.get(at.parent ?? '')) {
    const inside = at;
    for (const boundary of model.boundaries(at.id)) addCode(codes, boundary.triggers);
    for (const sub of model.children(at.parent ?? ''))
      if (isEventSubProcess(sub) && sub !== inside)
        for (const start of model.children(sub.id))
          if (start.type === 'startEvent') addCode(codes, start.triggers);
  }
  return [...codes];
}

function addCode(codes: Set<string>, triggers: Triggers | undefined): void {
  // Whatever error somebody may think of.
  if (triggers?.error !== undefined) codes.add(triggers.error === '' ? 'error' : triggers.error);
}
