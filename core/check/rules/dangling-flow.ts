// A flow must go from one element to another of the same scope, and never into a start or out of an end.

import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const danglingFlow: Rule = {
  id: 'dangling-flow',
  severity: 'error',
  *find({ definition, elements }) {
    for (const { id, from, to } of definition.flows) {
      const [source, target] = [elements.get(from), elements.get(to)];
      for (const [end, element] of [
        [from, source],
        [to, target],
      ] as const)
        if (!element)
          yield mistake(
            id,
            `De lijn ‘${id}’ hoort bij ‘${end}’, maar dat is er niet.`,
            `Flow ‘${id}’ connects ‘${end}’, but there is no such element.`,
          );
      if (!source || !target) continue;
      const [a, b] = [named(source), named(target)];
      if (source.parent !== target.parent)
        yield mistake(
          id,
          `De lijn van ${a.nl} naar ${b.nl} gaat over de rand van een deelproces. Laat het deelproces eindigen en ga daarna verder.`,
          `The flow from ${a.en} to ${b.en} crosses the edge of a sub-process. Let the sub-process end and go on from there.`,
        );
      if (source.type === 'endEvent')
        yield mistake(id, `Na het einde ${a.nl} kan niets komen.`, `Nothing can follow the end ${a.en}.`);
      if (target.type === 'startEvent')
        yield mistake(
          id,
          `Naar het begin ${b.nl} kan geen lijn gaan.`,
          `No flow can lead to the start ${b.en}.`,
        );
      if (target.type === 'boundaryEvent')
        yield mistake(
          id,
          `Naar ${b.nl} kan geen lijn gaan: het zit vast aan een ander blok.`,
          `No flow can lead to ${b.en}: it is attached to another element.`,
        );
    }
  },
};
