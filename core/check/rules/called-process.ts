// A called process must be published, or somebody must be named who arranges it by hand.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const calledProcess: Rule = {
  id: 'called-process',
  severity: 'error',
  *find({ definition, known }) {
    if (!known.processes) return;
    for (const element of definition.elements) {
      if (element.type !== 'callActivity' || known.processes.includes(element.process)) continue;
      const { nl, en } = named(element);
      if (element.whenMissing === undefined)
        yield mistake(
          element.id,
          `${nl} start het proces ‘${element.process}’, maar dat is er niet. Publiceer het eerst, of kies wie het anders met de hand regelt.`,
          `${en} starts the process ‘${element.process}’, but there is none. Publish it first, or choose who arranges it by hand otherwise.`,
        );
      else
        yield mistake(
          element.id,
          `${nl} start het proces ‘${element.process}’, maar dat is er nog niet. Tot dan krijgt de rol ‘${element.whenMissing}’ een taak om het te regelen.`,
          `${en} starts the process ‘${element.process}’, which is not there yet. Until then the role ‘${element.whenMissing}’ gets a task to arrange it.`,
          'warning',
        );
    }
  },
};
