// Several flows that all leave at once split the path without saying so; the same flow drawn twice does everything twice.
import type { Flow } from '../../../contract/index.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const implicitSplit: Rule = {
  id: 'implicit-split',
  severity: 'hint',
  *find(model) {
    for (const element of model.elements.values()) {
      const flows = model.outgoing(element.id);
      const { nl, en } = named(element);
      for (const twice of flows.filter((flow, index) => flows.findIndex((one) => isSame(one, flow)) < index))
        yield mistake(
          twice.id,
          `Er gaat al zo’n lijn van ${nl} naar ‘${twice.to}’. Wat volgt, gebeurt dan twee keer.`,
          `There is such a flow from ${en} to ‘${twice.to}’ already. What follows then happens twice.`,
          'warning',
        );
      if (element.type.endsWith('Gateway')) continue;
      if (flows.filter(isFree).length < 2) continue;
      yield mistake(
        element.id,
        `Na ${nl} gaat het langs meer wegen tegelijk verder. Zet er ‘Splitsen’ achter, dan is dat te zien.`,
        `After ${en} it goes on along several ways at once. Put a parallel split after it, so that it shows.`,
      );
    }
  },
};

const isFree = ({ condition, outcome, default: otherwise }: Flow): boolean =>
  condition === undefined && outcome === undefined && !otherwise;

const isSame = (a: Flow, b: Flow): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.condition === b.condition &&
  a.outcome === b.outcome &&
  a.default === b.default;
