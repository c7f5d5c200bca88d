// In a part without order something must be able to begin, and it must be able to end.
import type { Element } from '../../../contract/index.ts';
import { alwaysOrNever } from '../constant.ts';
import { entriesOf } from '../graph.ts';
import { adHocOf, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const adHoc: Rule = {
  id: 'ad-hoc',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const part = adHocOf(element);
      if (part) yield* ofPart(model, element, part);
      yield* ofCondition(model, element);
    }
  },
};

function* ofPart(
  model: Model,
  element: Element,
  { completion, cancelRemaining }: NonNullable<ReturnType<typeof adHocOf>>,
): Generator<Mistake> {
  const { nl, en } = named(element);
  if (entriesOf(model, element.id).length === 0)
    yield mistake(
      element.id,
      `In ${nl} kan niets beginnen. Zet er iets in waar geen lijn naartoe gaat.`,
      `Nothing can begin in ${en}. Put something in it that no flow leads to.`,
    );
  for (const child of model.children(element.id)) {
    if (child.type !== 'startEvent' && child.type !== 'endEvent') continue;
    yield mistake(
      child.id,
      `${named(child).nl} hoort niet in ${nl}: daar is geen begin en geen einde.`,
      `${named(child).en} does not belong in ${en}: it has no start and no end.`,
      'warning',
    );
  }
  const holds = completion === undefined ? undefined : alwaysOrNever(completion);
  if (holds === false)
    yield mistake(
      element.id,
      `${nl} is nooit klaar: de voorwaarde om klaar te zijn geldt nooit.`,
      `${en} is never done: its condition to be done never holds.`,
    );
  if (completion === undefined && cancelRemaining !== undefined)
    yield mistake(
      element.id,
      `${nl} is klaar als alles klaar is. Of de rest dan stopt, maakt niets uit.`,
      `${en} is done when all in it is done, so there is no rest to end.`,
      'hint',
    );
}

/** A condition to begin is looked at only where a part without order begins. */
function* ofCondition(model: Model, element: Element): Generator<Mistake> {
  if (!('when' in element) || element.when === undefined) return;
  const { nl, en } = named(element);
  if (!adHocOf(model.elements.get(element.parent ?? '')))
    yield mistake(
      element.id,
      `${nl} heeft een voorwaarde om te beginnen, maar staat niet in een deel zonder volgorde. Er wordt niet naar gekeken.`,
      `${en} has a condition to begin, but is not in an ad-hoc part. Nothing looks at it.`,
    );
  else if (model.incoming(element.id).length > 0)
    yield mistake(
      element.id,
      `${nl} begint als de lijn ernaartoe komt. Naar de voorwaarde om te beginnen wordt niet gekeken.`,
      `${en} begins when its flow is taken. Nothing looks at its condition to begin.`,
    );
}
