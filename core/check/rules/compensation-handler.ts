// What undoes an activity is named by its border, lies beside it, and has no flows: only a compensation begins it.
import type { Element, ElementOf } from '../../../contract/index.ts';
import { isCompensationBoundary, isForCompensation, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { undoableIn } from '../undoable.ts';

export const compensationHandler: Rule = {
  id: 'compensation-handler',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type === 'boundaryEvent' && isCompensationBoundary(element))
        yield* ofBoundary(model, element);
      if (isForCompensation(element)) yield* ofHandler(model, element);
      yield* ofThrow(model, element);
    }
  },
};

function* ofBoundary(model: Model, element: ElementOf<'boundaryEvent'>): Generator<Mistake> {
  const { nl, en } = named(element);
  const handler = model.handlerOf(element);
  if (!handler)
    yield mistake(
      element.id,
      element.handler === undefined
        ? `${nl} zegt niet hoe het ongedaan wordt gemaakt. Kies de taak die dat doet.`
        : `${nl} laat ‘${element.handler}’ het ongedaan maken, maar die is er niet.`,
      element.handler === undefined
        ? `${en} does not say how it is undone. Choose the task that does it.`
        : `${en} has ‘${element.handler}’ undo it, but there is no such element.`,
    );
  else if (!isForCompensation(handler))
    yield mistake(
      handler.id,
      `${named(handler).nl} maakt iets ongedaan, maar is geen taak die dat doet. Zet ‘alleen om ongedaan te maken’ aan.`,
      `${named(handler).en} undoes something, but is not marked as such. Mark it as ‘for compensation’.`,
    );
  else if (handler.parent !== element.parent)
    yield mistake(
      handler.id,
      `${named(handler).nl} staat in een ander deelproces dan wat het ongedaan maakt.`,
      `${named(handler).en} is in another sub-process than what it undoes.`,
    );
  for (const flow of model.outgoing(element.id))
    yield mistake(
      flow.id,
      `Uit ${nl} kan geen lijn komen: de taak die het ongedaan maakt, staat erbij genoemd.`,
      `No flow can leave ${en}: the task that undoes it is named there.`,
    );
}

function* ofHandler(model: Model, element: Element): Generator<Mistake> {
  const { nl, en } = named(element);
  const flows = [...model.incoming(element.id), ...model.outgoing(element.id)];
  for (const flow of flows)
    yield mistake(
      flow.id,
      `${nl} is er alleen om iets ongedaan te maken. Er kunnen geen lijnen naartoe of vandaan gaan.`,
      `${en} only undoes something. No flows can lead to it or from it.`,
    );
  const isNamed = model.definition.elements.some(
    (one) => one.type === 'boundaryEvent' && one.handler === element.id,
  );
  if (!isNamed && flows.length === 0)
    yield mistake(
      element.id,
      `${nl} is er om iets ongedaan te maken, maar nergens staat wat.`,
      `${en} is there to undo something, but nothing says what.`,
    );
}

/** Thrown for one activity: it must be there, and something must undo it. */
function* ofThrow(model: Model, element: Element): Generator<Mistake> {
  const activity =
    element.type === 'intermediateThrowEvent'
      ? element.throws?.compensation?.activity
      : element.type === 'endEvent' && element.end === 'compensation'
        ? element.code
        : undefined;
  if (activity === undefined) return;
  const { nl, en } = named(element);
  const meant = model.elements.get(activity);
  if (!meant)
    yield mistake(
      element.id,
      `${nl} maakt ‘${activity}’ ongedaan, maar dat blok is er niet.`,
      `${en} undoes ‘${activity}’, but there is no such element.`,
    );
  else if (undoableIn(model, meant).length === 0)
    yield mistake(
      element.id,
      `${nl} maakt ${named(meant).nl} ongedaan, maar nergens staat hoe dat gaat.`,
      `${en} undoes ${named(meant).en}, but nothing says how that is done.`,
      'warning',
    );
}
