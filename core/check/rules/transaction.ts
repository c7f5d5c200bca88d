// Cancelling belongs to a transaction: from inside by a cancel end, out of it by a cancel event on its border.
import type { Element } from '../../../contract/index.ts';
import { type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { undoableIn } from '../undoable.ts';

export const transaction: Rule = {
  id: 'transaction',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const { nl, en } = named(element);
      if (element.type === 'endEvent' && element.end === 'cancel' && !isTransaction(model, element.parent))
        yield mistake(
          element.id,
          `${nl} breekt een transactie af, maar staat er niet in.`,
          `${en} cancels a transaction, but is not in one.`,
        );
      if (
        element.type === 'boundaryEvent' &&
        element.triggers.cancel &&
        !isTransaction(model, element.attachedTo)
      )
        yield mistake(
          element.id,
          `${nl} wacht tot een transactie wordt afgebroken, maar zit er niet aan vast.`,
          `${en} waits for a transaction to be cancelled, but is not attached to one.`,
        );
      if (isTransaction(model, element.id)) yield* ofTransaction(model, element);
    }
  },
};

function isTransaction({ elements }: Model, id: string | undefined): boolean {
  const element = elements.get(id ?? '');
  return element?.type === 'subProcess' && element.transaction === true;
}

function* ofTransaction(model: Model, element: Element): Generator<Mistake> {
  const { nl, en } = named(element);
  const cancels = model.children(element.id).some((one) => one.type === 'endEvent' && one.end === 'cancel');
  const goesOn = model.boundaries(element.id).some(({ triggers }) => triggers.cancel);
  if (!cancels)
    yield mistake(
      element.id,
      `${nl} wordt nooit afgebroken. Dan is het een gewoon deelproces.`,
      `${en} is never cancelled. Then it is an ordinary sub-process.`,
      'hint',
    );
  else if (!goesOn)
    yield mistake(
      element.id,
      `Als ${nl} wordt afgebroken, gaat het daarna nergens verder. Zet er een afbreken aan vast.`,
      `When ${en} is cancelled, nothing goes on after it. Attach a cancel event.`,
      'warning',
    );
  if (cancels && undoableIn(model, element).length === 0)
    yield mistake(
      element.id,
      `Als ${nl} wordt afgebroken, is er niets om ongedaan te maken.`,
      `When ${en} is cancelled, there is nothing to undo.`,
      'hint',
    );
}
