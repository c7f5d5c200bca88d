// Behind an event-based gateway events wait for each other: each must wait, and be waited for only there.
import type { Element } from '../../../contract/index.ts';
import { caughtLink, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const eventGateway: Rule = {
  id: 'event-gateway',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (element.type !== 'eventBasedGateway') continue;
      const { nl, en } = named(element);
      const next = model.outgoing(element.id).flatMap(({ to }) => model.elements.get(to) ?? []);
      if (next.length === 1)
        yield mistake(
          element.id,
          `Na ${nl} komt maar één ding. Er valt niets af te wachten: haal het weg of zet er een tweede bij.`,
          `Only one thing follows ${en}. There is no race: remove it or add a second event.`,
          'warning',
        );
      for (const one of new Set(next)) yield* ofRunner(model, element, one);
    }
  },
};

/** Elements that go on at once. */
const PASSING = new Set<Element['type']>([
  'endEvent',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'manualTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'intermediateThrowEvent',
]);

function* ofRunner(model: Model, gateway: Element, one: Element): Generator<Mistake> {
  const at = named(gateway);
  const { nl, en } = named(one);
  if (PASSING.has(one.type) || caughtLink(one) !== undefined)
    yield mistake(
      one.id,
      `${nl} komt na ${at.nl}, maar wacht nergens op: het wint altijd. Zet er een wachten voor.`,
      `${en} follows ${at.en}, but does not wait: it always wins. Put a wait before it.`,
    );
  else if (one.type !== 'intermediateCatchEvent' && one.type !== 'receiveTask')
    yield mistake(
      one.id,
      `${nl} komt na ${at.nl}. Andere programma’s kennen daar alleen een wachten.`,
      `${en} follows ${at.en}. Other programs know only a wait there.`,
      'warning',
    );
  if (model.incoming(one.id).some(({ from }) => from !== gateway.id))
    yield mistake(
      one.id,
      `Bij ${nl} kom je ook langs een andere weg dan ${at.nl}. Dan wacht het alleen. Teken het daar apart.`,
      `One also comes to ${en} by another way than ${at.en}; then it waits alone. Draw it separately there.`,
      'warning',
    );
}
