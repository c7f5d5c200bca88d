// An element can only be inside a sub-process, and no sub-process inside itself.
import { type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const parent: Rule = {
  id: 'parent',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.parent === undefined) continue;
      const { nl, en } = named(element);
      const around = model.elements.get(element.parent);
      if (around?.type !== 'subProcess')
        yield mistake(
          element.id,
          `${nl} staat in ‘${element.parent}’, maar dat is geen deelproces.`,
          `${en} is inside ‘${element.parent}’, but that is no sub-process.`,
        );
      else if (isInItself(model, element.id))
        yield mistake(element.id, `${nl} staat in zichzelf.`, `${en} is inside itself.`);
    }
  },
};

function isInItself(model: Model, id: string): boolean {
  const seen = new Set<string>();
  for (
    let at = model.elements.get(id)?.parent;
    at !== undefined && !seen.has(at);
    at = model.elements.get(at)?.parent
  ) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
