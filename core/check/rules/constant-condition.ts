// A condition that always or never holds decides nothing: a slip of the pen, or a flow that may go.
import { alwaysOrNever } from '../constant.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const constantCondition: Rule = {
  id: 'constant-condition',
  severity: 'warning',
  *find(model) {
    for (const { id, from, condition } of model.definition.flows) {
      const source = model.elements.get(from);
      if (condition === undefined || !source) continue;
      // A loop leaves by its default flow once it is full, whatever its condition says.
      if (source.type === 'exclusiveGateway' && source.loop) continue;
      const holds = alwaysOrNever(condition);
      if (holds === undefined) continue;
      const { nl, en } = named(source);
      yield holds
        ? mistake(
            id,
            `De voorwaarde ‘${condition}’ na ${nl} geldt altijd. Haal hem weg, of maak er ‘anders’ van.`,
            `The condition ‘${condition}’ after ${en} always holds. Remove it, or make it the default.`,
          )
        : mistake(
            id,
            `De voorwaarde ‘${condition}’ na ${nl} geldt nooit. Deze lijn wordt nooit genomen.`,
            `The condition ‘${condition}’ after ${en} never holds. This flow is never taken.`,
          );
    }
  },
};
