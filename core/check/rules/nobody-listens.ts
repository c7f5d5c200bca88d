// A message or signal that no known process waits for tells nobody anything.
import type { Definition } from '../../../contract/index.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { awaitedBy, thrownNames } from '../variables.ts';

export const nobodyListens: Rule = {
  id: 'nobody-listens',
  severity: 'hint',
  *find({ definition, known }) {
    if (!known.definitions) return;
    const awaited = new Set([definition, ...known.definitions].flatMap((one) => [...awaitedIn(one)]));
    for (const element of definition.elements)
      for (const thrown of thrownNames(element)) {
        if (awaited.has(thrown)) continue;
        const { nl, en } = named(element);
        const cut = thrown.indexOf(':');
        const [kind, name] = [thrown.slice(0, cut), thrown.slice(cut + 1)];
        yield mistake(
          element.id,
          `${nl} stuurt ${kind === 'message' ? 'het bericht' : 'het signaal'} ‘${name}’, maar geen enkel proces wacht daarop.`,
          `${en} sends the ${kind} ‘${name}’, but no process waits for it.`,
        );
      }
  },
};

const awaitedIn = ({ elements }: Definition) => elements.flatMap((element) => [...awaitedBy(element)]);
