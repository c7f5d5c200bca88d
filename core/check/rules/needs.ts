// What must have been done before: it exists, it can come first, and no way leads around it.
import type { Element } from '../../../contract/index.ts';
import { doneName, isReached, surelyDone } from '../data-flow.ts';
import { nextInStory, reach } from '../graph.ts';
import { type Model, named, outcomesOf } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const needs: Rule = {
  id: 'needs',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values())
      for (const need of element.needs ?? []) yield* ofNeed(model, element, need);
  },
};

function* ofNeed(
  model: Model,
  element: Element,
  need: { element: string; outcome?: string | undefined },
): Generator<Mistake> {
  const { nl, en } = named(element);
  const first = model.elements.get(need.element);
  if (!first) {
    yield mistake(
      element.id,
      `${nl} komt pas na ‘${need.element}’, maar dat blok is er niet.`,
      `${en} comes only after ‘${need.element}’, but there is no such element.`,
    );
    return;
  }
  const before = named(first);
  const { outcome } = need;
  if (outcome !== undefined && !outcomesOf(first).some(({ id }) => id === outcome)) {
    yield mistake(
      element.id,
      `${nl} komt pas na de keuze ‘${outcome}’ bij ${before.nl}, maar die keuze is daar niet.`,
      `${en} comes only after the outcome ‘${outcome}’ of ${before.en}, which has no such outcome.`,
    );
    return;
  }
  if (!isReached(model, element.id)) return;
  const after = reach(nextInStory(model, first.id), (id) => nextInStory(model, id));
  if (!after.has(element.id))
    yield mistake(
      element.id,
      `${nl} komt pas na ${before.nl}, maar daarvandaan leidt geen weg ernaartoe.`,
      `${en} comes only after ${before.en}, but no way leads there from it.`,
    );
  else if (!surelyDone(model, element.id, doneName(first.id, outcome)))
    yield mistake(
      element.id,
      outcome === undefined
        ? `Er is een weg naar ${nl} langs ${before.nl} heen.`
        : `Er is een weg naar ${nl} zonder dat ${before.nl} het laatst op ‘${outcome}’ uitkwam.`,
      outcome === undefined
        ? `There is a way to ${en} around ${before.en}.`
        : `There is a way to ${en} on which ${before.en} did not last end with ‘${outcome}’.`,
      'warning',
    );
}
