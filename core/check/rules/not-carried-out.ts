// Something BPMN has and this engine does not carry out may stand in a drawing, but not in a process that is put to use.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const notCarriedOut: Rule = {
  id: 'not-carried-out',
  severity: 'error',
  *find({ definition }) {
    for (const element of definition.elements) {
      if (element.type !== 'unsupported') continue;
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `${nl} is een onderdeel dat niet kan worden uitgevoerd (${element.bpmn}). Teken het op een andere manier.`,
        `${en} is something that cannot be carried out (${element.bpmn}). Draw it in another way.`,
      );
    }
  },
};
