// A choice is for those who have the task: one that only others may press is a button nobody there can use.
import type { ElementOf } from '../../../contract/index.ts';
import { both, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const nobodyCan: Rule = {
  id: 'nobody-can',
  severity: 'error',
  *find(model) {
    const anyone = new Set(model.definition.roles.filter((role) => role.anyone).map(({ id }) => id));
    for (const element of model.elements.values())
      if (element.type === 'userTask') yield* ofTask(model, element, anyone);
  },
};

function* ofTask(
  _model: Model,
  element: ElementOf<'userTask'>,
  anyone: ReadonlySet<string>,
): Generator<Mistake> {
  const outcomes = element.outcomes ?? [];
  const mayPress = (by: string[] | undefined) =>
    by === undefined || by.some((role) => element.roles.includes(role) || anyone.has(role));
  const closed = outcomes.filter(({ by }) => !mayPress(by));
  const { nl, en } = named(element);
  if (closed.length > 0 && closed.length === outcomes.length) {
    yield mistake(
      element.id,
      `Wie ${nl} krijgt, kan het niet afronden: elke keuze is voor iemand anders.`,
      `Whoever gets ${en} cannot complete it: every outcome is for somebody else.`,
    );
    return;
  }
  for (const { id, label, by = [] } of closed)
    yield mistake(
      element.id,
      `Bij ${nl} is de keuze “${both(label).nl}” alleen voor ${by.join(', ')}, en die ${by.length === 1 ? 'rol heeft' : 'rollen hebben'} de taak niet.`,
      `At ${en} the outcome “${both(label).en}” (${id}) is only for ${by.join(', ')}, who ${by.length === 1 ? 'does' : 'do'} not have the task.`,
      'warning',
    );
}
