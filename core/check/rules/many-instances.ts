// Settings of many instances that can never work out, or say nothing.
import { constantOf } from '../constant.ts';
import { type Carrying, isCarrying, isEventSubProcess, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

/** Most instances of one activity (core/engine/many.ts). */
const MOST = 1_000;

export const manyInstances: Rule = {
  id: 'many-instances',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values())
      if (isCarrying(element) && element.many) yield* problemsOf(element, element.many);
  },
};

function* problemsOf(element: Carrying, many: NonNullable<Carrying['many']>): Generator<Mistake> {
  const { nl, en } = named(element);
  const say = (dutch: string, english: string, severity?: 'warning' | 'hint') =>
    mistake(element.id, dutch, english, severity);
  const count = typeof many.count === 'number' ? many.count : many.count && constantOf(many.count)?.value;
  const items = many.items === undefined ? undefined : constantOf(many.items);
  if (items && !Array.isArray(items.value))
    yield say(`De lijst van ${nl} is geen lijst.`, `The list of ${en} is no list.`);
  if (count !== undefined && (typeof count !== 'number' || !Number.isInteger(count) || count < 0))
    yield say(
      `Het aantal van ${nl} is geen heel getal vanaf 0.`,
      `The number of ${en} is no whole number from 0.`,
    );
  const total = Array.isArray(items?.value) ? items.value.length : typeof count === 'number' ? count : 1;
  if (total > MOST)
    yield say(
      `${nl} gebeurt ${total} keer. Hoogstens ${MOST} kan.`,
      `${en} is done ${total} times. At most ${MOST} can be.`,
    );
  if (total === 0)
    yield say(`${nl} gebeurt nooit: het aantal is 0.`, `${en} is never done: the number is 0.`, 'warning');
  if (isCarrying(element) && element.again)
    yield say(
      `${nl} gebeurt voor elk van een lijst én steeds opnieuw. Alleen de lijst telt.`,
      `${en} is done for each of a list and again and again. Only the list counts.`,
    );
  if (isEventSubProcess(element))
    yield say(
      `${nl} begint door een gebeurtenis en kan niet voor elk van een lijst.`,
      `${en} begins by an event and cannot be done for each of a list.`,
    );
  if (element.type === 'userTask' && element.perPerson)
    yield say(
      `${nl} is er voor elke persoon én voor elk van een lijst. Dat worden veel taken: kies er één.`,
      `${en} is there for each person and for each of a list. That makes many tasks: choose one.`,
      'warning',
    );
  if (many.item !== undefined && many.items === undefined)
    yield say(
      `${nl} heeft geen lijst, dus ‘${many.item}’ krijgt geen waarde.`,
      `${en} has no list, so ‘${many.item}’ gets no value.`,
      'warning',
    );
  if (many.growing && (typeof many.count === 'number' || items))
    yield say(`De lijst van ${nl} kan niet groeien.`, `The list of ${en} cannot grow.`, 'hint');
  const completion = many.completion === undefined ? undefined : constantOf(many.completion);
  if (completion)
    yield completion.value === true
      ? say(
          `${nl} is al klaar na de eerste: de voorwaarde om klaar te zijn geldt altijd.`,
          `${en} is done after the first: its condition to be done always holds.`,
          'warning',
        )
      : say(
          `De voorwaarde waaronder ${nl} klaar is, geldt nooit.`,
          `The condition under which ${en} is done never holds.`,
          'hint',
        );
}
