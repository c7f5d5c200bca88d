// A button that leads nowhere: each outcome of a task needs a flow.
import { both, named, outcomesOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const outcomeWithoutFlow: Rule = {
  id: 'outcome-without-flow',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type !== 'userTask') continue;
      const flows = model.outgoing(element.id);
      const goesOnAnyway = flows.some((flow) => flow.default || flow.outcome === undefined);
      if (flows.length === 0 || goesOnAnyway) continue;
      for (const outcome of outcomesOf(element)) {
        if (flows.some((flow) => flow.outcome === outcome.id)) continue;
        const { nl, en } = named(element);
        const label = both(element.outcomes?.find(({ id }) => id === outcome.id)?.label ?? outcome.id);
        yield mistake(
          element.id,
          `Bij ${nl} leidt de keuze “${label.nl}” nergens heen. Trek er een lijn voor.`,
          `At ${en} the outcome “${label.en}” (${outcome.id}) leads nowhere. Draw a flow for it.`,
        );
      }
    }
  },
};
