// An element can only be inside a sub-process, and no sub-process inside itself.
import { isInItself, named, parentsOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const parent: Rule = {
  id: 'parent',
  severity: 'error',
  *find({ definition, elements }) {
    const parents = parentsOf(definition);
    for (const element of definition.elements) {
      if (element.parent === undefined) continue;
      const { nl, en } = named(element);
      if (elements.get(element.parent)?.type !== 'subProcess')
        yield mistake(
          element.id,
          `${nl} staat in ‘${element.parent}’, maar dat is geen deelproces.`,
          `${en} is inside ‘${element.parent}’, but that is no sub-process.`,
        );
      else if (isInItself(element.id, parents))
        yield mistake(element.id, `${nl} staat in zichzelf.`, `${en} is inside itself.`);
    }
  },
};
