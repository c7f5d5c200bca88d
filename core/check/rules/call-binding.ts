// A call must say which version it means, and not go round to itself.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const callBinding: Rule = {
  id: 'call-binding',
  severity: 'error',
  *find({ definition }) {
    for (const element of definition.elements) {
      if (element.type !== 'callActivity') continue;
      const { nl, en } = named(element);
      if (element.process.trim() === '')
        yield mistake(
          element.id,
          `${nl} zegt niet welk proces het start. Kies er een.`,
          `${en} does not say which process it starts. Choose one.`,
        );
      if (element.binding === 'tag' && !element.tag)
        yield mistake(
          element.id,
          `${nl} kiest een versie met een label, maar zegt niet welk label.`,
          `${en} chooses a version by its tag, but does not say which tag.`,
        );
      if (element.binding !== 'tag' && element.tag)
        yield mistake(
          element.id,
          `${nl} noemt het label ‘${element.tag}’, maar kiest de versie niet op label.`,
          `${en} names the tag ‘${element.tag}’, but does not choose the version by it.`,
          'warning',
        );
      if (element.process === definition.id)
        yield mistake(
          element.id,
          `${nl} start dit proces zelf opnieuw. Zorg dat dat een keer ophoudt.`,
          `${en} starts this very process again. See that it stops at some point.`,
          'warning',
        );
    }
  },
};
