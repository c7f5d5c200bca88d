// A join that waits for a path which does not come keeps the initiative hanging for ever.
import { explore, type Sighting } from '../explore.ts';
import { isJoin, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const joinNeverCompletes: Rule = {
  id: 'join-never-completes',
  severity: 'error',
  *find(model) {
    for (const scope of model.scopes.filter((one) => hasJoin(model, one))) {
      const all = explore(model, scope, { chosenByPeople: false });
      const never = all.complete ? [...all.visited].filter((id) => !all.fired.has(id)) : [];
      for (const id of never) {
        const { nl, en } = nameIn(model, id);
        yield mistake(
          id,
          `${nl} wacht op paden die nooit allemaal komen, dus het gaat nooit verder. Splits met ‘Splitsen’, of kom samen zonder te wachten.`,
          `${en} waits for paths that never all come, so it never goes on. Split with a parallel split, or come together without waiting.`,
        );
      }
      const certain = explore(model, scope, { chosenByPeople: true });
      if (!certain.complete) continue;
      for (const { element, path } of certain.stuck.filter(({ element }) => !never.includes(element)))
        yield mayWait(model, { element, path });
    }
  },
};

function mayWait(model: Model, { element, path }: Sighting) {
  const { nl, en } = nameIn(model, element);
  const last = model.definition.flows
    .filter(({ id }) => path.includes(id))
    .map(({ to }) => nameIn(model, to));
  return mistake(
    element,
    `${nl} kan blijven wachten op een pad dat niet meer komt, bijvoorbeeld na ${last.map((one) => one.nl).join(', ')}.`,
    `${en} may wait for a path that no longer comes, for instance after ${last.map((one) => one.en).join(', ')}.`,
    'warning',
  );
}

const hasJoin = (model: Model, scope: string) => model.children(scope).some(({ id }) => isJoin(model, id));

const nameIn = (model: Model, id: string) => named(model.elements.get(id) ?? { id });
