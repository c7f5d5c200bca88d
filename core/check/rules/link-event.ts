// A link goes from throw events to the one catch event with the same name beside them.
import type { Element } from '../../../contract/index.ts';
import { caughtLink, type Model, named, thrownLink } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const linkEvent: Rule = {
  id: 'link-event',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const thrown = thrownLink(element);
      const caught = caughtLink(element);
      if (thrown !== undefined) yield* ofThrow(model, element, thrown);
      if (caught !== undefined) yield* ofCatch(model, element, caught);
    }
  },
};

const beside = (model: Model, element: Element, link: (one: Element) => string | undefined, name: string) =>
  model.children(element.parent ?? '').filter((one) => link(one) === name);

function* ofThrow(model: Model, element: Element, name: string): Generator<Mistake> {
  const { nl, en } = named(element);
  if (beside(model, element, caughtLink, name).length === 0)
    yield mistake(
      element.id,
      `${nl} gaat verder bij de koppeling ‘${name}’, maar die is er in dit deel niet. Zet er een met die naam bij.`,
      `${en} goes on at the link ‘${name}’, but this part has none. Add one with that name.`,
    );
  for (const flow of model.outgoing(element.id).filter(({ id }) => id !== `${element.id}.link`))
    yield mistake(
      flow.id,
      `Na ${nl} gaat het verder bij de koppeling; er kan geen lijn uit komen.`,
      `After ${en} it goes on at the link; no flow can leave it.`,
    );
}

function* ofCatch(model: Model, element: Element, name: string): Generator<Mistake> {
  const { nl, en } = named(element);
  const equals = beside(model, element, caughtLink, name);
  if (equals[0] !== element)
    yield mistake(
      element.id,
      `Er is al een koppeling ‘${name}’ om bij verder te gaan. Geef ${nl} een andere naam.`,
      `There is a link ‘${name}’ to go on at already. Give ${en} another name.`,
    );
  else if (beside(model, element, thrownLink, name).length === 0)
    yield mistake(
      element.id,
      `Niets gaat verder bij ${nl}: geen enkele koppeling heet ‘${name}’.`,
      `Nothing goes on at ${en}: no link is called ‘${name}’.`,
    );
  for (const flow of model.definition.flows.filter(({ to }) => to === element.id))
    yield mistake(
      flow.id,
      `Bij ${nl} kom je via de koppeling; er kan geen lijn naartoe.`,
      `One comes to ${en} by the link; no flow can lead to it.`,
    );
}
