// What the engine does not carry out is refused by name at publishing, and never skipped in silence.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unsupportedElement: Rule = {
  id: 'unsupported-element',
  severity: 'error',
  *find({ definition }) {
    for (const element of definition.elements) {
      if (element.type !== 'unsupported') continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `${nl} is een ${element.bpmn}. Dat kan hier niet worden uitgevoerd. Teken het met andere blokken.`,
        `${en} is a ${element.bpmn}, which cannot be carried out here. Draw it with other elements.`,
      );
    }
  },
};
