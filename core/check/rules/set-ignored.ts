// An assignment on something that only leads on is never carried out.
import { assignsOf, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const setIgnored: Rule = {
  id: 'set-ignored',
  severity: 'warning',
  *find({ definition }) {
    for (const element of definition.elements) {
      const ignored = (element.set ?? []).slice(assignsOf(element).length);
      if (ignored.length === 0) continue;
      const { nl, en } = named(element);
      const names = ignored.map(({ variable }) => `‘${variable}’`).join(', ');
      yield mistake(
        element.id,
        `${nl} leidt alleen verder: ${names} krijgt daar geen waarde. Zet het bij wat erna komt.`,
        `${en} only leads on: ${names} gets no value there. Put it at what comes next.`,
      );
    }
  },
};
